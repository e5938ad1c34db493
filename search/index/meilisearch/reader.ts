// Answers a query from Meilisearch: the attempts in order, the first that finds something, and all that stands beside a page in one request.
import type { MultiSearchQuery } from 'meilisearch'
import type { Instant } from '#app/domain/shared/day.ts'
import { marksOf } from '../marks.ts'
import type { VacancyHits, VacancyQuery } from '../port.ts'
import type { Attempt, Understood } from '../understood.ts'
import { asking } from './fault.ts'
import { filtersOf } from './filter.ts'
import { phrasings, type Phrasing } from './phrasing.ts'
import { found, pageIn, pageQuestions, probe, readResults, type Page, type Result } from './questions.ts'
import type { MeiliServer } from './server.ts'

/** Of a whole search, however many requests it takes: who waits for longer has gone. */
export const SEARCH_MS = 800
/** Ways to relax a query are few; this bounds what a strange one can ask for. */
const MOST_PROBES = 40

export type MeiliAnswer = Pick<VacancyHits, 'total' | 'ids' | 'distanceKm' | 'facets' | 'relaxed' | 'corrected' | 'left' | 'marks'> & {
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

type Tried = { attempt: Attempt; phrasing: Phrasing }

function answerOf(page: Page, tried: Tried | null): MeiliAnswer {
  if (!tried) return { ...page, relaxed: 'none', corrected: null, left: [], marks: marksOf(null) }
  const { attempt, phrasing } = tried
  const relaxed = phrasing.left.length > 0 ? 'some_words' : attempt.relaxed
  return { ...page, relaxed, corrected: attempt.corrected, left: [...attempt.left, ...phrasing.left], marks: marksOf(attempt) }
}

/** Of the first attempt that finds anything, the phrasing that finds the most; null when none does. */
function best(tried: readonly Tried[], counted: readonly Result[]): Tried | null {
  const rows = tried.map((one, at) => ({ one, count: counted[at] ? found(counted[at]) : 0 }))
  const first = rows.find(({ count }) => count > 0)?.one.attempt
  const ofFirst = rows.filter(({ one }) => one.attempt === first)
  const most = Math.max(0, ...ofFirst.map(({ count }) => count))
  return ofFirst.find(({ count }) => count > 0 && count === most)?.one ?? null
}

/** Attempts that can be phrased at all, no more than can be counted. */
function triesOf(attempts: Iterable<Attempt>): Tried[][] {
  const tries: Tried[][] = []
  let phrased = 0
  for (const attempt of attempts) {
    const these = phrasings(attempt).map((phrasing) => ({ attempt, phrasing }))
    if (these.length > 0) tries.push(these)
    phrased += these.length
    if (phrased >= MOST_PROBES) break
  }
  return tries
}

/** Rejects with a `MeilisearchFault` when there is no whole answer in time. */
export async function answerFrom(
  server: MeiliServer,
  query: VacancyQuery,
  { chooses, attempts }: Understood,
  now: Instant,
  ms: number = SEARCH_MS,
): Promise<MeiliAnswer> {
  const filters = filtersOf(query, now)
  const signal = AbortSignal.timeout(ms)

  async function ask(questions: MultiSearchQuery[]): Promise<Result[]> {
    return readResults(await asking(() => server.client.multiSearch({ queries: questions }, { signal })), questions.length)
  }

  async function pageOf(tried: Tried): Promise<MeiliAnswer> {
    return answerOf(pageIn(await ask(pageQuestions(tried.phrasing.q, query, filters)), query), tried)
  }

  if (!chooses) return answerOf(pageIn(await ask(pageQuestions('', query, filters)), query), null)
  const [first, ...others] = triesOf(attempts)
  const likeliest = first?.[0]
  if (!first || !likeliest) return answerOf(NOTHING_FOUND, null)

  // Nearly always the likeliest phrasing is the answer: its page and the counts that tell come in one request.
  const page = pageQuestions(likeliest.phrasing.q, query, filters)
  const results = await ask([...page, ...first.map(({ phrasing }) => probe(phrasing.q, filters))])
  const typed = pageIn(results.slice(0, page.length), query)
  const met = best(first, results.slice(page.length))
  if (met) return met === likeliest ? answerOf(typed, met) : pageOf(met)

  const looser = others.flat().slice(0, MOST_PROBES)
  const relaxed = looser.length === 0 ? null : best(looser, await ask(looser.map(({ phrasing }) => probe(phrasing.q, filters))))
  return relaxed ? pageOf(relaxed) : answerOf(typed, null)
}
