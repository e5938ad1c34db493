// The answer to a search: filters beside the lines, or that the index is down.
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import type { VacancySearch } from '#app/forms/vacancy-search.ts'
import { useText } from './i18n.tsx'
import { Pages } from './pages.tsx'
import { ChosenFilters, HowUnderstood, NothingFound, ResultLines, type Loosened } from './search-results.tsx'
import { VacancyFilters, type FacetCounts } from './vacancy-filters.tsx'
import type { VacancyLineData } from './vacancy-line.tsx'

export type SearchFound = {
  search: VacancySearch
  around: { name: string; radiusKm: number } | null
  /** Null: the index is down. */
  answer: {
    total: number
    pages: number
    facets: FacetCounts
    relaxed: 'none' | 'typos' | 'some_words'
    lines: readonly VacancyLineData[]
    distanceKm: Record<string, number>
    looser: readonly Loosened[]
  } | null
}

export function SearchAnswer({ found: { search, around, answer } }: { found: SearchFound }) {
  const t = useText()
  if (!answer) {
    return (
      <LocalAlert status="error">
        <LocalAlert.Header>
          <LocalAlert.Title as="h2">{t('common.faultTitle')}</LocalAlert.Title>
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
        <HowUnderstood relaxed={answer.relaxed} around={around} />
        {answer.total === 0 ? (
          <NothingFound search={search} looser={answer.looser} />
        ) : (
          <ResultLines lines={answer.lines} distanceKm={answer.distanceKm} />
        )}
        <Pages page={search.page} pageSize={search.pageSize} total={answer.total} />
      </VStack>
    </div>
  )
}
