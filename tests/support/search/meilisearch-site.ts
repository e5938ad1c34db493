// A site whose searches go to a Meilisearch double: store, embedded index, worker, and the index in front, on a clock the test sets.
import { eq } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import { recordChange } from '#db/change-feed/changes.ts'
import { searchFollower, searchSynonym, vacancy } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import type { SynonymRule } from '#app/domain/search/synonym.ts'
import { differences, type Differences } from '#search/index/reconcile.ts'
import type { MeiliDocument } from '#search/index/meilisearch/documents.ts'
import type { Progress } from '#search/index/meilisearch/worker/worker-run.ts'
import { indexedRows } from '#search/index/meilisearch/worker/indexed.ts'
import { openServer } from '#search/index/meilisearch/server.ts'
import { withMeilisearch } from '#search/index/meilisearch/with-meilisearch.ts'
import { openWorker, type WorkerOptions } from '#search/index/meilisearch/worker/worker.ts'
import type { VacancyQuery } from '#search/index/port.ts'
import { NOW } from '../app.ts'
import { testStore } from '../database.ts'
import { startMeilisearchDouble, type DoubleOptions } from '#tests/support/meilisearch/double.ts'
import { anEmployer, aVacancyRow } from '../rows.ts'
import { indexOver } from './index-over.ts'
import { EVERYTHING } from './pages.ts'

type Options = DoubleOptions & {
  /** The one the site knows; that of the double when nothing is said. */
  siteKey?: string
  searchMs?: number
  passMs?: number
  /** By how much the clock moves each time somebody looks at it. */
  tickMs?: number
}

export async function meilisearchSite({ siteKey, searchMs = 2000, passMs, tickMs = 0, ...double }: Options = {}) {
  const control = await startMeilisearchDouble({ taskMs: 0, ...double })
  onTestFinished(control.close)
  const { url } = control
  const store = await testStore()
  const clock = { now: NOW }
  const now = () => (clock.now += tickMs)
  const key = siteKey ?? double.key ?? null
  const server = openServer({ url, key }, now)
  /** Vacancies whose documents arrive as no server would take them, as if what is checked before had missed it. */
  const spoiled = new Set<string>()
  const plainIndex = server.index
  server.index = (uid) => {
    const index = plainIndex(uid)
    const add = index.addDocuments.bind(index)
    const spoil = (document: MeiliDocument) => (spoiled.has(document.id) ? { ...document, _geo: { lat: NaN, lng: 0 } } : document)
    index.addDocuments = (documents, more) => add(documents.map(spoil), more)
    return index
  }
  const mortal = mortalProcess(store)
  const options: WorkerOptions = { store, server, now, ...(passMs === undefined ? {} : { passMs }) }
  let onProgress: (told: Progress) => void = () => undefined
  const worker = openWorker({
    ...options,
    store: mortal.store,
    onProgress: (told) => {
      onProgress(told)
    },
  })
  const embedded = await indexOver(store, now)
  const index = withMeilisearch({ embedded, server, worker, store, now, searchMs })
  const employer = await anEmployer(store)

  return {
    store,
    control,
    spoiled,
    clock,
    server,
    worker,
    index,
    embedded,
    /** Another process of the same site. */
    anotherWorker: () => openWorker({ ...options, server: openServer({ url, key }, now) }),
    publish: async (title: string, more: Parameters<typeof aVacancyRow>[1] = {}) =>
      (await aVacancyRow(store, { employerId: employer.id, title, ...more })).id,
    close: async (id: string) =>
      store.write(async (tx) => {
        await tx.update(vacancy).set({ state: 'closed' }).where(eq(vacancy.id, id))
        await recordChange(tx, 'vacancy', id)
      }),
    rename: async (id: string, title: string) =>
      store.write(async (tx) => {
        await tx.update(vacancy).set({ title }).where(eq(vacancy.id, id))
        await recordChange(tx, 'vacancy', id)
      }),
    rule: async (rule: Omit<SynonymRule, 'id'>) =>
      store.write(async (tx) => {
        const { from, to, twoWay } = rule
        const row = {
          id: store.newId(),
          fromPhrases: from,
          toPhrases: to,
          twoWay,
          foldedPhrases: from.join('\n'),
          sortKey: 'a',
          updatedAt: NOW,
        }
        await tx.insert(searchSynonym).values(row)
        await recordChange(tx, 'search_synonym', row.id)
      }),
    /** The program's next version has taken over on another node. */
    asNewerVersion: async () =>
      store.write((tx) => tx.update(searchFollower).set({ analysis: 99 }).where(eq(searchFollower.id, 'meilisearch'))),
    onProgress: (hear: (told: Progress) => void) => {
      onProgress = hear
    },
    /** At the so-many-th request from now on this process is gone: the request is sent, and nothing is heard or written after it. */
    dieAtRequest: (which: number) => mortal.dieAt(which),
    /** More than a second later, when the site looks again how the worker stands. */
    search: async (query: Partial<VacancyQuery> = {}) => {
      await embedded.catchUp()
      clock.now += 1001
      return index.search({ ...EVERYTHING, ...query })
    },
    inIndex: () =>
      control
        .documents('vacancies')
        .flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
        .sort(),
    differences: async (): Promise<Differences> => differences(store, indexedRows(server)),
  }
}

class Died extends Error {
  override readonly name = 'Died'
}

/** A process that is gone after a request: what it asked for happens, and it hears, reads and writes nothing any more. */
function mortalProcess(store: Store) {
  let left = Infinity
  const alive = <T>(work: () => Promise<T>): Promise<T> => (left > 0 ? work() : Promise.reject(new Died()))
  return {
    store: {
      ...store,
      read: (ask) => alive(() => store.read(ask)),
      write: (work) => alive(() => store.write(work)),
      take: (work) => alive(() => store.take(work)),
    } satisfies Store,
    dieAt: (which: number) => {
      const { fetch } = globalThis
      const live = () => {
        globalThis.fetch = fetch
      }
      onTestFinished(live)
      left = which
      globalThis.fetch = async (...asked) => {
        if (left <= 0) throw new Died()
        const answer = await fetch(...asked)
        left -= 1
        if (left <= 0) throw new Died()
        return answer
      }
      /** The process that follows it. */
      return live
    },
  }
}

export type MeilisearchSite = Awaited<ReturnType<typeof meilisearchSite>>

export const SAME = { missing: [], surplus: [], stale: [] }
