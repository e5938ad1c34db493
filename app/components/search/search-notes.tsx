// Notes above the results: how the query was changed, and what the answer lacks.
import { Link } from '@remix-run/react'
import { BodyLong, BodyShort } from '@navikt/ds-react/Typography'
import { searchParams, type VacancySearch } from '#app/forms/search/vacancy-search.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { useSearchAddress } from './search-address.tsx'

export type QueryChanges = {
  relaxed: 'none' | 'typos' | 'some_words'
  /** The words that were searched for; null when they are those typed. */
  corrected: string | null
  /** Words that were left out. */
  left: readonly string[]
}

function Corrected({ search, corrected }: { search: VacancySearch; corrected: string }) {
  const t = useText()
  const address = useSearchAddress()
  return (
    <Notice>
      {t('pages.search.noSuch', { words: search.q })}{' '}
      <Link to={address.search(searchParams({ ...search, q: corrected, page: 1 }))}>{t('pages.search.quoted', { words: corrected })}</Link>.
    </Notice>
  )
}

type Props = QueryChanges & { search: VacancySearch; around: { name: string | null; radiusKm: number } | null }

export function QueryNotes({ search, around, relaxed, corrected, left }: Props) {
  const t = useText()
  const format = useFormat()
  const words = format.list(left.map((word) => t('pages.search.quoted', { words: word })))
  return (
    <>
      {around && (
        <BodyLong>
          {around.name === null
            ? t('pages.search.aroundYou', { km: around.radiusKm })
            : t('pages.search.around', { place: around.name, km: around.radiusKm })}
        </BodyLong>
      )}
      {corrected !== null && <Corrected search={search} corrected={corrected} />}
      {relaxed === 'typos' && corrected === null && <Notice>{t('pages.search.typos')}</Notice>}
      {relaxed === 'some_words' && (
        <Notice>{left.length > 0 ? t('pages.search.withoutWords', { words }) : t('pages.search.someWords')}</Notice>
      )}
    </>
  )
}

/** `today`: whether `asOf` lies on the day of the search, so that the hour says it all. */
export type Shortcoming = { kind: 'engine_down' | 'partial' } | { kind: 'behind'; asOf: number; today: boolean }

/** Missing results are a warning; a delay is a small line. */
export function Shortcomings({ shortcomings, gone }: { shortcomings: readonly Shortcoming[]; gone: number }) {
  const t = useText()
  const format = useFormat()
  const sentence = (one: Shortcoming) => {
    if (one.kind !== 'behind') return t(`pages.search.${one.kind}`)
    return one.today
      ? t('pages.search.behind', { time: format.clock(one.asOf) })
      : t('pages.search.behindDay', { time: format.instantTime(one.asOf) })
  }
  return (
    <>
      {shortcomings.map((one) =>
        one.kind === 'partial' ? (
          <Notice key={one.kind} kind="warning">
            {sentence(one)}
          </Notice>
        ) : (
          <BodyShort key={one.kind} size="small" textColor="subtle">
            {sentence(one)}
          </BodyShort>
        ),
      )}
      {gone > 0 && <BodyShort size="small">{t('pages.search.gone', { count: gone })}</BodyShort>}
    </>
  )
}
