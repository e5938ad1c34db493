// Which answers of a search are counted: the first page of words alone, asked by a visitor or a candidate.
import type { SearchTally } from '#app/process/search-tally.ts'
import type { VacancyHits, VacancyQuery } from '#search/index/port.ts'

/** Nothing but the words chose: what filters leave out says nothing about the words. */
function byWordsAlone(query: VacancyQuery): boolean {
  const { near, municipality, payFromCents, latvianUpTo, acceptanceStated, publishedSince } = query
  const lists = [query.occupations, query.groups, query.shifts, query.contracts, query.support, query.accepts]
  return (
    lists.every((list) => list.length === 0) &&
    [near, municipality, payFromCents, latvianUpTo, publishedSince].every((one) => one === null) &&
    !acceptanceStated
  )
}

/** Notes the first page of a search for words by a visitor or a candidate: staff may look for people by their names. An answer that was cut short says nothing about the words either. */
export function noteAnswer(
  tally: SearchTally,
  query: VacancyQuery,
  hits: VacancyHits,
  { tookMs, by }: { tookMs: number; by: string },
): void {
  if (
    query.visibilities.includes('closed') ||
    query.page !== 1 ||
    query.words.trim() === '' ||
    !byWordsAlone(query) ||
    hits.degraded.includes('partial')
  )
    return
  const outcome = hits.total === 0 ? 'nothing' : hits.relaxed === 'some_words' ? 'relaxed' : 'found'
  tally.note({ query: query.words, engine: hits.engine, outcome, tookMs, by })
}
