// The answer to a search: filters beside the lines, or that the index is down.
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import type { VacancySearch } from '#app/forms/search/vacancy-search.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { Pages } from '#app/components/ui/pages.tsx'
import { ChosenFilters, NothingFound, ResultLines, type Loosened } from './search-results.tsx'
import { QueryNotes, Shortcomings, type Shortcoming, type QueryChanges } from './search-notes.tsx'
import { VacancyFilters, type FacetCounts } from './vacancy-filters.tsx'
import type { VacancyLineData, VacancyLineMarks } from '#app/components/vacancies/vacancy-line.tsx'

export type SearchFound = {
  search: VacancySearch
  around: { name: string | null; radiusKm: number } | null
  /** Null: the index is down. */
  answer:
    | (QueryChanges & {
        /** Without those on this page that have closed meanwhile: `gone` of them. */
        total: number
        gone: number
        pages: number
        facets: FacetCounts
        lines: readonly VacancyLineData[]
        marks: Record<string, VacancyLineMarks>
        distanceKm: Record<string, number>
        looser: readonly Loosened[]
        shortcomings: readonly Shortcoming[]
      })
    | null
}

export function SearchAnswer({ found: { search, around, answer } }: { found: SearchFound }) {
  const t = useText()
  if (!answer) {
    return (
      <LocalAlert status="error">
        <LocalAlert.Header>
          <LocalAlert.Title as="h2">{t('common.errorTitle')}</LocalAlert.Title>
        </LocalAlert.Header>
        <LocalAlert.Content>{t('common.indexDown')}</LocalAlert.Content>
      </LocalAlert>
    )
  }
  return (
    <div className="search-layout">
      <VacancyFilters search={search} counts={answer.facets} />
      <VStack gap="space-16">
        <Heading size="medium" level="2" aria-live="polite">
          {t('pages.search.found', { count: answer.total })}
        </Heading>
        <ChosenFilters search={search} />
        <QueryNotes search={search} around={around} relaxed={answer.relaxed} corrected={answer.corrected} left={answer.left} />
        <Shortcomings shortcomings={answer.shortcomings} gone={answer.gone} />
        {answer.total === 0 ? (
          <NothingFound search={search} looser={answer.looser} />
        ) : (
          <ResultLines lines={answer.lines} marks={answer.marks} distanceKm={answer.distanceKm} />
        )}
        <Pages page={search.page} pageSize={search.pageSize} total={answer.total + answer.gone} />
      </VStack>
    </div>
  )
}
