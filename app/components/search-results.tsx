// What a search answers: how it was understood, the lines, the way to the next page, or what to loosen when there is none.
import { Link } from '@remix-run/react'
import { XMarkIcon } from '@navikt/aksel-icons'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { occupationTitle } from '#app/domain/occupations.ts'
import { municipalityName } from '#app/domain/places.ts'
import { chosenFilters, searchParams, type ChosenFilter, type VacancySearch } from '#app/forms/vacancy-search.ts'
import { useFormat, useLanguage, useText, useWord } from './i18n.tsx'
import { useSearchAddress } from './search-address.tsx'
import { VacancyLine, type VacancyLineData } from './vacancy-line.tsx'

/** A filter as a person would say it. */
function useFilterWords(): (filter: ChosenFilter) => string {
  const t = useText()
  const word = useWord()
  const language = useLanguage()
  return ({ field, value }) => {
    switch (field) {
      case 'q':
        return t('pages.search.words', { words: value })
      case 'near':
        return t('pages.search.place', { place: value })
      case 'municipality':
        return municipalityName(value)
      case 'occupation':
        return occupationTitle(value, language)
      case 'group':
        return word('occupationGroup', value)
      case 'stated':
        return t('pages.search.stated')
      case 'shift':
      case 'support':
        return word(field, value)
    }
  }
}

export function ChosenFilters({ search }: { search: VacancySearch }) {
  const address = useSearchAddress()
  const t = useText()
  const inWords = useFilterWords()
  const chosen = chosenFilters(search).filter(({ field }) => field !== 'q' && field !== 'near')
  if (chosen.length === 0) return null
  return (
    <ul className="chosen" aria-label={t('pages.search.chosen')}>
      {chosen.map((filter) => (
        <li key={`${filter.field} ${filter.value}`}>
          <Link to={address.search(searchParams(filter.rest))} aria-label={t('pages.search.without', { what: inWords(filter) })}>
            {inWords(filter)}
            <XMarkIcon aria-hidden="true" />
          </Link>
        </li>
      ))}
      <li>
        <Link to={address.search()}>{t('pages.search.clear')}</Link>
      </li>
    </ul>
  )
}

export type Loosened = { search: VacancySearch; dropped: readonly ChosenFilter[]; radiusKm: number | null; total: number }

export function NothingFound({ search, looser }: { search: VacancySearch; looser: readonly Loosened[] }) {
  const address = useSearchAddress()
  const t = useText()
  const format = useFormat()
  const inWords = useFilterWords()
  if (chosenFilters(search).length === 0) return <BodyLong>{t('pages.search.noneYet')}</BodyLong>
  return (
    <VStack gap="space-16" className="reading">
      <Heading size="small" level="2">
        {t('pages.search.emptyTitle')}
      </Heading>
      {looser.length > 0 && (
        <>
          <BodyLong>{t('pages.search.emptyText')}</BodyLong>
          <ul className="looser">
            {looser.map(({ search, dropped, radiusKm, total }) => (
              <li key={address.search(searchParams(search))}>
                <Link to={address.search(searchParams(search))}>
                  {radiusKm === null
                    ? t('pages.search.loosenWithout', { what: format.list(dropped.map(inWords)) })
                    : t('pages.search.loosenWider', { km: radiusKm })}
                </Link>{' '}
                ({t('pages.search.found', { count: total })})
              </li>
            ))}
          </ul>
        </>
      )}
      <Link to={address.search()}>{t('pages.search.emptyAll')}</Link>
    </VStack>
  )
}

type Understood = { relaxed: 'none' | 'typos' | 'some_words'; around: { name: string; radiusKm: number } | null }

export function HowUnderstood({ relaxed, around }: Understood) {
  const t = useText()
  return (
    <>
      {around && <BodyLong>{t('pages.search.around', { place: around.name, km: around.radiusKm })}</BodyLong>}
      {relaxed !== 'none' && (
        <InlineMessage status="info">{t(relaxed === 'typos' ? 'pages.search.typos' : 'pages.search.someWords')}</InlineMessage>
      )}
    </>
  )
}

export function ResultLines({ lines, distanceKm }: { lines: readonly VacancyLineData[]; distanceKm: Record<string, number> }) {
  const address = useSearchAddress()
  return (
    <ol className="vacancy-lines">
      {lines.map((vacancy) => (
        <li key={vacancy.id}>
          <VacancyLine vacancy={vacancy} distanceKm={distanceKm[vacancy.id] ?? null} to={address.vacancy(vacancy.id)} />
        </li>
      ))}
    </ol>
  )
}
