// The embedded search engine: every web process has one, whatever else is configured.
import type { Instant } from '#app/domain/shared/day.ts'
import { distanceKm } from '#app/domain/places/coordinates.ts'
import type { SynonymRule } from '#app/domain/search/synonym.ts'
import type { Store } from '#db/store/store.ts'
import { Loop } from '#db/jobs/loop.ts'
import { listSynonyms } from '#db/search/synonyms.ts'
import { ANALYSIS_VERSION } from '../analysis/analysis.ts'
import { highlightTermsOf } from '../highlights.ts'
import {
  IndexDown,
  type Degraded,
  type IndexState,
  type Suggestion,
  type SynonymChange,
  type SynonymPreview,
  type VacancyHits,
  type VacancyIndex,
  type VacancyQuery,
} from '../port.ts'
import { differences, requeueDifferences, withoutRejected, type Differences } from '../reconcile.ts'
import { synonymsOf, type Synonyms } from '../query/synonyms.ts'
import { planQuery } from '../query/plan-query.ts'
import type { Attempt, QueryPlan } from '../query/query-plan.ts'
import { IndexFileError, IndexSync, type IndexSyncOptions } from './index-sync.ts'
import { TIERS, type LoadedIndex } from './loaded-index.ts'
import { filterAndCount } from './filter.ts'
import { preview } from './synonym-preview.ts'
import { suggestions, type Typing } from './suggest.ts'
import { effectiveSort, pageOf } from './ordering.ts'

/** One attempt of a query plan and how many visible vacancies match it: for `npm run search -- explain`. */
type Explained = { attempt: Attempt; visible: number; byTier: Record<keyof typeof TIERS, number> }

export type EmbeddedIndex = VacancyIndex & {
  plan: (words: string) => QueryPlan
  explain: (words: string) => Explained[]
  /** Builds a second index while the first one answers. @param onProgress gets the number of vacancies written so far. */
  rebuild: (onProgress: (vacancies: number) => void) => Promise<void>
  /** Compares the index with the store. What differs is written to the change feed, so that every follower reads it again. */
  reconcile: () => Promise<Differences>
  /** A hash of each indexed vacancy, to compare with the store. */
  revisions: () => { id: string; revision: string }[]
  bytes: () => number
}

export type EmbeddedOptions = {
  now: () => Instant
  /** Of the indexes of all processes on this machine; ':memory:' writes no files. */
  folder: string
  /** Tests open files that fail at a chosen moment. */
  openFile?: IndexSyncOptions['openFile']
}

/** A search waits so long for changes that were just committed; after that it answers and says that it is behind. */
const CATCH_UP_MS = 250
/** A difference that nobody noticed lasts a day at most. */
const RECONCILE_EVERY_MS = 24 * 60 * 60_000
/** Soon after the start too: some sites are restarted every night. */
const FIRST_RECONCILE_MS = 10 * 60_000
/** While there is no index yet, a search waits so long for the first one. */
const FIRST_BUILD_MS = 5000

/** SQLite's own error, or the file is closed because a rebuilt one could not replace it. Anything else is a bug. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && (error.name === 'SqliteError' || /database connection is not open/.test(error.message))
}

/** Returns whether the work ended in time. */
async function endsWithin(work: Promise<void>, ms: number): Promise<boolean> {
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

/** Rows of the index file, for `differences`. */
async function* asRows(revisions: readonly { id: string; revision: string }[]): AsyncGenerator<{ id: string; rev: string }> {
  for (const { id, revision } of revisions) yield { id, rev: revision }
}

class Engine {
  readonly #store: Store
  readonly #now: () => Instant
  readonly sync: IndexSync
  readonly #rules: LiveRules

  constructor(store: Store, now: () => Instant, sync: IndexSync, rules: LiveRules) {
    this.#store = store
    this.#now = now
    this.sync = sync
    this.#rules = rules
  }

  /** Returns whether everything committed before the call is in the index. Rejects when the store does not answer: no row could be shown then either. */
  async catchUp(): Promise<boolean> {
    const caughtUp = this.sync.catchUp()
    // When it ends too late, nobody waits for it any more: its error must not count as unhandled.
    caughtUp.catch(() => undefined)
    try {
      return await endsWithin(caughtUp, this.sync.index === null ? FIRST_BUILD_MS : CATCH_UP_MS)
    } catch (error) {
      if (error instanceof IndexFileError && this.sync.index !== null) return false
      throw new IndexDown('The vacancy index could not read the store', { cause: error })
    }
  }

  /** Throws `IndexDown` while there is no index yet. */
  loaded(): LoadedIndex {
    if (!this.sync.index) throw new IndexDown('The vacancy index is being built')
    return this.sync.index
  }

  /** Runs a question. Throws `IndexDown` when the file is broken, which is then rebuilt. */
  ask<T>(question: (index: LoadedIndex) => T): T {
    try {
      return question(this.loaded())
    } catch (error) {
      if (!isFileError(error)) throw error
      this.sync.discardFile()
      throw new IndexDown('The file of the vacancy index is broken; another one is being built', { cause: error })
    }
  }

  plan(index: LoadedIndex, words: string): QueryPlan {
    return planQuery(words, index.vocabulary, this.#rules.synonyms)
  }

  search(index: LoadedIndex, query: VacancyQuery, degraded: Degraded[]): VacancyHits {
    const plan = this.plan(index, query.words)
    const { slots, attempt } = index.match(plan, query, this.#now())
    const { total, passed, facets } = filterAndCount(index.columns, query, slots)
    const byTier = effectiveSort(query, plan.selective) === 'relevance'
    const page = orderedPage(index, query, passed, byTier ? attempt : null, plan.selective)
    const met = slots.length === 0 ? null : attempt
    return {
      total,
      ids: page.map((slot) => index.columns.ids[slot] ?? ''),
      distanceKm: distancesOf(index, query, page),
      facets,
      relaxed: met?.relaxed ?? 'none',
      corrected: met?.corrected ?? null,
      left: [...(met?.left ?? [])],
      highlightTerms: highlightTermsOf(met),
      engine: 'embedded',
      degraded,
      asOf: this.sync.asOf,
    }
  }

  suggest(index: LoadedIndex, typing: Typing): Suggestion[] {
    return suggestions(index, typing, (words) => planQuery(words, index.vocabulary, this.#rules.synonyms, false), this.#now())
  }

  previewSynonyms(index: LoadedIndex, { without, rule }: SynonymChange, phrases: string[], most: number): SynonymPreview[] {
    const others = this.#rules.rules.filter(({ id }) => id !== without)
    const changed = synonymsOf(rule === null ? others : [...others, rule])
    return preview(index, phrases, { now: this.#rules.synonyms, then: changed }, most, this.#now())
  }

  explain(index: LoadedIndex, words: string): Explained[] {
    return [...this.plan(index, words).attempts].map((attempt) => {
      const { slots } = index.match({ selective: true, attempts: [attempt] }, { visibilities: ['public', 'closed'] }, this.#now())
      return { attempt, visible: slots.length, byTier: countByTier(index, attempt, slots) }
    })
  }

  async reconcile(): Promise<Differences> {
    await this.sync.catchUp()
    const rows = asRows(this.ask((index) => index.file.revisions()))
    const found = await withoutRejected(this.#store, 'embedded', await differences(this.#store, rows))
    await requeueDifferences(this.#store, found)
    return found
  }

  /** Follows the change feed, and compares with the store once a day. */
  keepUp(onError: (error: unknown) => void): () => Promise<void> {
    const stop = this.sync.keepUp(onError)
    const pass = async () => {
      await this.reconcile()
    }
    const comparing = new Loop({ pass, firstMs: FIRST_RECONCILE_MS, everyMs: RECONCILE_EVERY_MS, onError })
    return async () => {
      await Promise.all([stop(), comparing.stop()])
    }
  }

  state(): IndexState {
    const documents = this.sync.index?.columns.size() ?? 0
    return { engine: 'embedded', usual: true, documents, asOf: this.sync.asOf, analysis: ANALYSIS_VERSION }
  }
}

/** The slots of the page, ordered; by tier when an attempt is given. */
function orderedPage(index: LoadedIndex, query: VacancyQuery, passed: Int32Array, byTierOf: Attempt | null, hasWords: boolean): number[] {
  try {
    if (byTierOf) index.rank(byTierOf, passed, query.page * query.pageSize)
    return pageOf(index.columns, query, passed, hasWords)
  } finally {
    index.clearTiers(passed)
  }
}

function distancesOf({ columns }: LoadedIndex, { near }: VacancyQuery, page: readonly number[]): Record<string, number> {
  if (!near) return {}
  const { lat, lon } = columns.arrays()
  return Object.fromEntries(
    page.map((slot) => [columns.ids[slot] ?? '', distanceKm(near.coordinates, { lat: lat[slot] ?? NaN, lon: lon[slot] ?? NaN })] as const),
  )
}

function countByTier(index: LoadedIndex, attempt: Attempt, slots: Int32Array): Explained['byTier'] {
  index.rank(attempt, slots, Infinity)
  const { tier } = index.columns.arrays()
  const inTier = (wanted: number) => slots.reduce((sum, slot) => sum + (tier[slot] === wanted ? 1 : 0), 0)
  const byTier = Object.fromEntries(Object.entries(TIERS).map(([name, number]) => [name, inTier(number)])) as Explained['byTier']
  index.clearTiers(slots)
  return byTier
}

type LiveRules = { rules: readonly SynonymRule[]; synonyms: Synonyms }

/** Loads the index file of the last run. Rejects when the store does not answer. */
export async function openEmbeddedIndex(store: Store, { now, folder, openFile }: EmbeddedOptions): Promise<EmbeddedIndex> {
  const live: LiveRules = { rules: [], synonyms: synonymsOf([]) }
  const onRules = async () => {
    live.rules = await listSynonyms(store)
    live.synonyms = synonymsOf(live.rules)
  }
  const sync = await IndexSync.open(store, { folder, now, onRules, openFile })
  const engine = new Engine(store, now, sync, live)
  return {
    search: async (query) => {
      const degraded: Degraded[] = (await engine.catchUp()) ? [] : ['behind']
      return engine.ask((index) => engine.search(index, query, degraded))
    },
    suggest: async (typed, language, most) => {
      await engine.catchUp()
      return engine.ask((index) => engine.suggest(index, { typed, language, most }))
    },
    previewSynonyms: async (change, phrases, most) => {
      await engine.catchUp()
      return engine.ask((index) => engine.previewSynonyms(index, change, phrases, most))
    },
    plan: (words) => engine.ask((index) => engine.plan(index, words)),
    explain: (words) => engine.ask((index) => engine.explain(index, words)),
    catchUp: () => sync.catchUp(),
    keepUp: (onError) => engine.keepUp(onError),
    reconcile: () => engine.reconcile(),
    ping: async () => {
      await engine.catchUp()
      engine.loaded()
    },
    state: () => Promise.resolve(engine.state()),
    rebuild: (onProgress) => sync.rebuild(onProgress),
    revisions: () => engine.ask((index) => index.file.revisions()),
    bytes: () => engine.ask((index) => index.file.bytes()),
    close: () => sync.close(),
  }
}
