// The embedded index: always there, on every node, whatever else is configured.
import type { Instant } from '#app/domain/shared/day.ts'
import { distanceKm } from '#app/domain/places/coordinates.ts'
import type { SynonymRule } from '#app/domain/search/synonym.ts'
import type { Store } from '#db/store/store.ts'
import { listSynonyms } from '#db/search/synonyms.ts'
import { ANALYSIS_VERSION } from '../analysis/analysis.ts'
import { highlightTermsOf } from '../highlights.ts'
import { IndexDown, type Degraded, type VacancyHits, type VacancyIndex, type VacancyQuery } from '../port.ts'
import { differences, requeueDifferences, withoutRejected, type Differences } from '../reconcile.ts'
import { synonymsOf, type Synonyms } from '#search/index/query/synonyms.ts'
import { planQuery } from '#search/index/query/plan-query.ts'
import type { Attempt, QueryPlan } from '#search/index/query/query-plan.ts'
import { openIndexSync, IndexFileError, type IndexSyncOptions } from './index-sync.ts'
import { TIERS, type LoadedIndex } from './loaded-index.ts'
import { filterAndCount } from './filter.ts'
import { preview } from './synonym-preview.ts'
import { suggestions } from './suggest.ts'
import { effectiveSort, pageOf } from './ordering.ts'

/** What the words of a query came to: for `npm run search -- explain`. */
export type Explained = { attempt: Attempt; visible: number; byTier: Record<keyof typeof TIERS, number> }

export type EmbeddedIndex = VacancyIndex & {
  plan(words: string): QueryPlan
  explain(words: string): Explained[]
  /** Builds it anew beside the one that answers meanwhile. @param onProgress vacancies taken in so far. */
  rebuild(onProgress: (vacancies: number) => void): Promise<void>
  /** Compares what it holds with the store; what differs is looked at again by every follower, as if it had changed. */
  reconcile(): Promise<Differences>
  /** What it holds, for comparing with the store. */
  revisions(): { id: string; revision: string }[]
  bytes(): number
}

export type EmbeddedOptions = {
  now: () => Instant
  /** Where this machine's processes keep their indexes; ':memory:' keeps none. */
  folder: string
  /** Another way to its file: one that fails where a test says. */
  openFile?: IndexSyncOptions['openFile']
}

/** A search does not wait longer for what others just changed: it says that it is behind. */
const NEWS_MS = 250
/** How often it is compared with the store: what went wrong without anybody noticing is wrong for a day at most. */
const COMPARED_EVERY_MS = 24 * 60 * 60_000
/** A site that is started anew every night is compared as well. */
const FIRST_COMPARED_MS = 10 * 60_000
/** While there is nothing to answer from, a search waits for the first index this long. */
const FIRST_MS = 5000

/** SQLite says what is wrong, or the file is closed because another could not be put in its place. Anything else is a fault of the program. */
function isFileFault(error: unknown): boolean {
  return error instanceof Error && (error.name === 'SqliteError' || /database connection is not open/.test(error.message))
}

/** @returns whether it came to its end in time. */
async function inTime(work: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false)
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

export async function openEmbeddedIndex(store: Store, { now, folder, openFile }: EmbeddedOptions): Promise<EmbeddedIndex> {
  let rules: readonly SynonymRule[] = []
  let synonyms: Synonyms = synonymsOf([])
  const following = await openIndexSync(store, {
    folder,
    now,
    onRules: async () => {
      rules = await listSynonyms(store)
      synonyms = synonymsOf(rules)
    },
    openFile,
  })

  /** @returns whether everything committed before the call is in. Rejects when the store does not answer: then no row could be shown either. */
  async function hearNews(): Promise<boolean> {
    const heard = following.catchUp()
    try {
      return await inTime(heard, following.loaded() === null ? FIRST_MS : NEWS_MS)
    } catch (error) {
      if (error instanceof IndexFileError && following.loaded() !== null) return false
      throw new IndexDown('The vacancy index could not read the store', { cause: error })
    } finally {
      // Late or not, somebody has listened to how it ended.
      heard.catch(() => undefined)
    }
  }

  function heldNow(): LoadedIndex {
    const held = following.loaded()
    if (!held) throw new IndexDown('The vacancy index is being built')
    return held
  }

  function answering<T>(work: (held: LoadedIndex) => T): T {
    try {
      return work(heldNow())
    } catch (error) {
      if (!isFileFault(error)) throw error
      following.discardFile()
      throw new IndexDown('The file of the vacancy index is broken; another one is being built', { cause: error })
    }
  }

  function inOrder(held: LoadedIndex, query: VacancyQuery, passed: Int32Array, byTierOf: Attempt | null, hasWords: boolean): number[] {
    try {
      if (byTierOf) held.rank(byTierOf, passed, query.page * query.pageSize)
      return pageOf(held.columns, query, passed, hasWords)
    } finally {
      held.clearTiers(passed)
    }
  }

  const understandFor = (held: LoadedIndex, words: string) => planQuery(words, held.vocabulary, synonyms)

  function answer(held: LoadedIndex, query: VacancyQuery, degraded: Degraded[]): VacancyHits {
    const { columns } = held
    const understood = understandFor(held, query.words)
    const byTier = effectiveSort(query, understood.selective) === 'relevance'
    const { slots, attempt } = held.match(understood, query, now())
    const { total, passed, facets } = filterAndCount(columns, query, slots)
    const page = inOrder(held, query, passed, byTier ? attempt : null, understood.selective)
    const { lat, lon } = columns.arrays()
    const { near } = query
    const distances = near
      ? page.map((slot) => [columns.ids[slot] ?? '', distanceKm(near.spot, { lat: lat[slot] ?? NaN, lon: lon[slot] ?? NaN })] as const)
      : []
    return {
      total,
      ids: page.map((slot) => columns.ids[slot] ?? ''),
      distanceKm: Object.fromEntries(distances),
      facets,
      relaxed: slots.length === 0 ? 'none' : (attempt?.relaxed ?? 'none'),
      corrected: slots.length === 0 ? null : (attempt?.corrected ?? null),
      left: [...(slots.length === 0 ? [] : (attempt?.left ?? []))],
      highlightTerms: highlightTermsOf(slots.length === 0 ? null : attempt),
      engine: 'embedded',
      degraded,
      asOf: following.asOf(),
    }
  }

  async function* rows(): AsyncGenerator<{ id: string; rev: string }> {
    for (const { id, revision } of answering((held) => held.file().revisions())) yield { id, rev: revision }
  }

  async function reconcile(): Promise<Differences> {
    await following.catchUp()
    const found = await withoutRejected(store, 'embedded', await differences(store, rows()))
    await requeueDifferences(store, found)
    return found
  }

  return {
    search: async (query) => {
      const upToDate = await hearNews()
      return answering((held) => answer(held, query, upToDate ? [] : ['behind']))
    },
    suggest: async (typed, language, most) => {
      await hearNews()
      return answering((held) =>
        suggestions(held, { typed, language, most }, (words) => planQuery(words, held.vocabulary, synonyms, false), now()),
      )
    },
    previewSynonyms: async ({ without, rule }, phrases, most) => {
      await hearNews()
      const others = rules.filter(({ id }) => id !== without)
      const changed = synonymsOf(rule === null ? others : [...others, rule])
      return answering((held) => preview(held, phrases, { now: synonyms, then: changed }, most, now()))
    },
    plan: (words) => answering((held) => understandFor(held, words)),
    explain: (words) =>
      answering((held) =>
        [...understandFor(held, words).attempts].map((attempt) => {
          const only = { selective: true, attempts: [attempt] }
          const { slots } = held.match(only, { visibilities: ['public', 'closed'] }, now())
          held.rank(attempt, slots, Infinity)
          const { tier } = held.columns.arrays()
          const inTier = (wanted: number) => slots.reduce((sum, slot) => sum + (tier[slot] === wanted ? 1 : 0), 0)
          const byTier = Object.fromEntries(Object.entries(TIERS).map(([name, number]) => [name, inTier(number)])) as Explained['byTier']
          held.clearTiers(slots)
          return { attempt, visible: slots.length, byTier }
        }),
      ),
    catchUp: following.catchUp,
    keepUp: (onFault) => {
      const stop = following.keepUp(onFault)
      const compare = () => void reconcile().catch(onFault)
      const timers = [setTimeout(compare, FIRST_COMPARED_MS).unref(), setInterval(compare, COMPARED_EVERY_MS).unref()]
      return async () => {
        timers.forEach(clearTimeout)
        await stop()
      }
    },
    reconcile,
    ping: async () => {
      await hearNews()
      heldNow()
    },
    state: () => {
      const held = following.loaded()
      return Promise.resolve({
        engine: 'embedded',
        usual: true,
        documents: held?.columns.size() ?? 0,
        asOf: following.asOf(),
        analysis: ANALYSIS_VERSION,
      })
    },
    rebuild: following.rebuild,
    revisions: () => answering((held) => held.file().revisions()),
    bytes: () => answering((held) => held.file().bytes()),
    close: following.close,
  }
}
