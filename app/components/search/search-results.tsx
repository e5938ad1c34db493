// What a search answers: the filters in force, the lines, or what to loosen when there are none.
import { Link } from '@remix-run/react'
import { XMarkIcon } from '@navikt/aksel-icons'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { chosenFilters, isFilter, type Looser } from '#app/forms/search/chosen-filters.ts'
import { searchParams, type VacancySearch } from '#app/forms/search/vacancy-search.ts'
import { useFilterWords } from './filter-words.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { useSearchAddress } from './search-address.tsx'
import { StripLegend } from '#app/components/vacancies/acceptance-line.tsx'
import { VacancyLine, type VacancyLineData, type VacancyLineMarks } from '#app/components/vacancies/vacancy-line.tsx'

export function ChosenFilters({ search }: { search: VacancySearch }) {
  const address = useSearchAddress()
  const t = useText()
  const inWords = useFilterWords()
  const chosen = chosenFilters(search).filter(isFilter)
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

export type Loosened = Looser & { total: number }

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

type LinesProps = {
  lines: readonly VacancyLineData[]
  marks: Readonly<Record<string, VacancyLineMarks>>
  distanceKm: Readonly<Record<string, number>>
}

export function ResultLines({ lines, marks, distanceKm }: LinesProps) {
  const address = useSearchAddress()
  const t = useText()
  const stated = lines.some(({ acceptance }) => acceptance.kind === 'stated')
  return (
    <>
      {stated && (
        <BodyShort as="div" size="small">
          {t('pages.search.stripMeans')}
          <StripLegend />
        </BodyShort>
      )}
      <ol className="vacancy-lines">
        {lines.map((vacancy) => (
          <li key={vacancy.id}>
            <VacancyLine
              vacancy={vacancy}
              marks={marks[vacancy.id] ?? null}
              distanceKm={distanceKm[vacancy.id] ?? null}
              to={address.vacancy(vacancy.id)}
            />
          </li>
        ))}
      </ol>
    </>
  )
}
