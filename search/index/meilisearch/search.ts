// Searches Meilisearch: the attempts of a query plan in order, until one finds something.
import type { MultiSearchQuery } from 'meilisearch'
import type { Instant } from '#app/domain/shared/day.ts'
import { highlightTermsOf } from '../highlights.ts'
import type { VacancyHits, VacancyQuery } from '../port.ts'
import type { Attempt, QueryPlan } from '#search/index/query/query-plan.ts'
import { callServer } from './errors.ts'
import { filtersOf } from './filter.ts'
import { queryStrings, type QueryString } from './query-strings.ts'
import { countIn, pageIn, pageQueries, countQuery, readResults, type Page, type Result } from './multi-search.ts'
import type { MeiliServer } from './server.ts'

/** Limit for a whole search, however many requests it takes. */
export const SEARCH_MS = 800
/** Bounds what an unusual query can cost. */
const MAX_COUNT_QUERIES = 40

export type MeiliAnswer = Pick<
  VacancyHits,
  'total' | 'ids' | 'distanceKm' | 'facets' | 'relaxed' | 'corrected' | 'left' | 'highlightTerms'
> & {
  partial: boolean
}

const NOTHING_FOUND: Page = {
  total: 0,
  ids: [],
  distanceKm: {},
  facets: {
    occupation: {},
    group: {},
    municipality: {},
    shift: {},
    contract: {},
    support: {},
    latvian: {},
    acceptanceStated: 0,
    accepts: {},
  },
  partial: false,
}

type Tried = { attempt: Attempt; phrasing: QueryString }

function answerOf(page: Page, tried: Tried | null): MeiliAnswer {
  if (!tried) return { ...page, relaxed: 'none', corrected: null, left: [], highlightTerms: highlightTermsOf(null) }
  const { attempt, phrasing } = tried
  const relaxed = phrasing.left.length > 0 ? 'some_words' : attempt.relaxed
  return {
    ...page,
    relaxed,
    corrected: attempt.corrected,
    left: [...attempt.left, ...phrasing.left],
    highlightTerms: highlightTermsOf(attempt),
  }
}

/** Of the first attempt that finds anything, the query string that finds the most; null when none does. */
function best(tried: readonly Tried[], counted: readonly Result[]): Tried | null {
  const rows = tried.map((one, at) => ({ one, count: counted[at] ? countIn(counted[at]) : 0 }))
  const first = rows.find(({ count }) => count > 0)?.one.attempt
  const ofFirst = rows.filter(({ one }) => one.attempt === first)
  const most = Math.max(0, ...ofFirst.map(({ count }) => count))
  return ofFirst.find(({ count }) => count > 0 && count === most)?.one ?? null
}

/** Attempts with their query strings, as many as can be counted in one request. */
function triesOf(attempts: Iterable<Attempt>): Tried[][] {
  const tries: Tried[][] = []
  let phrased = 0
  for (const attempt of attempts) {
    const these = queryStrings(attempt).map((phrasing) => ({ attempt, phrasing }))
    if (these.length > 0) tries.push(these)
    phrased += these.length
    if (phrased >= MAX_COUNT_QUERIES) break
  }
  return tries
}

/** Rejects with a `MeilisearchError` when there is no complete answer within `ms`. */
export async function searchMeilisearch(
  server: MeiliServer,
  query: VacancyQuery,
  { selective, attempts }: QueryPlan,
  now: Instant,
  ms: number = SEARCH_MS,
): Promise<MeiliAnswer> {
  const filters = filtersOf(query, now)
  const signal = AbortSignal.timeout(ms)

  async function ask(questions: MultiSearchQuery[]): Promise<Result[]> {
    return readResults(await callServer(() => server.client.multiSearch({ queries: questions }, { signal })), questions.length)
  }

  async function pageOf(tried: Tried): Promise<MeiliAnswer> {
    return answerOf(pageIn(await ask(pageQueries(tried.phrasing.q, query, filters)), query), tried)
  }

  if (!selective) return answerOf(pageIn(await ask(pageQueries('', query, filters)), query), null)
  const [first, ...others] = triesOf(attempts)
  const likeliest = first?.[0]
  if (!first || !likeliest) return answerOf(NOTHING_FOUND, null)

  // Nearly always the first query string is the answer, so its page and the counts come in one request.
  const page = pageQueries(likeliest.phrasing.q, query, filters)
  const results = await ask([...page, ...first.map(({ phrasing }) => countQuery(phrasing.q, filters))])
  const typed = pageIn(results.slice(0, page.length), query)
  const met = best(first, results.slice(page.length))
  if (met) return met === likeliest ? answerOf(typed, met) : pageOf(met)

  const looser = others.flat().slice(0, MAX_COUNT_QUERIES)
  const relaxed = looser.length === 0 ? null : best(looser, await ask(looser.map(({ phrasing }) => countQuery(phrasing.q, filters))))
  return relaxed ? pageOf(relaxed) : answerOf(typed, null)
}
