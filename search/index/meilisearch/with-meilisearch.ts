// The vacancy index with Meilisearch in front: it answers where it can, and the embedded index of this process where it cannot.
import { setTimeout as pause } from 'node:timers/promises'
import type { Instant } from '#app/domain/shared/day.ts'
import type { Store } from '#db/store/store.ts'
import type { EmbeddedIndex } from '../embedded/engine.ts'
import type { Degraded, IndexState, VacancyHits, VacancyIndex, VacancyQuery } from '../port.ts'
import type { QueryPlan } from '#search/index/query/query-plan.ts'
import { openCircuitBreaker, type BreakerState } from './circuit-breaker.ts'
import { isMeilisearchError, MeilisearchError } from './errors.ts'
import { searchMeilisearch, SEARCH_MS } from './search.ts'
import type { MeiliServer } from './server.ts'
import { openIndexStatus, type IndexStatus } from './index-status.ts'
import type { Worker } from './worker/worker.ts'

type MeilisearchStatus = {
  breaker: BreakerState
  index: IndexStatus
  workerFailures: number
}

export type IndexWithMeilisearch = VacancyIndex & {
  meilisearch: () => Promise<MeilisearchStatus>
}

type Options = {
  embedded: EmbeddedIndex
  server: MeiliServer
  worker: Worker
  store: Store
  now: () => Instant
  /** Of a whole search by Meilisearch. */
  searchMs?: number
}

async function late(ms: number): Promise<never> {
  await pause(ms, undefined, { ref: false })
  throw new MeilisearchError('down', 'timeout')
}

export function withMeilisearch({ embedded, server, worker, store, now, searchMs = SEARCH_MS }: Options): IndexWithMeilisearch {
  const breaker = openCircuitBreaker()
  const indexStatus = openIndexStatus(store, now)

  async function asked(query: VacancyQuery, plan: QueryPlan, status: IndexStatus & { usable: true }): Promise<VacancyHits | null> {
    if (!breaker.allowsRequest(now())) return null
    try {
      await Promise.race([server.checkVersion(), late(searchMs)])
      const { partial, ...answer } = await searchMeilisearch(server, query, plan, now(), searchMs)
      breaker.succeeded()
      // It ran out of time before it found anything; the embedded index may find something.
      if (partial && answer.total === 0) return null
      const degraded: Degraded[] = [...(partial ? (['partial'] as const) : []), ...(status.behind ? (['behind'] as const) : [])]
      return { ...answer, engine: 'meilisearch', degraded, asOf: status.asOf }
    } catch (error) {
      if (!isMeilisearchError(error)) {
        breaker.abandoned()
        throw error
      }
      // A rejected query is no failure of the server: it must not open the circuit for everybody.
      if (error.kind === 'rejected') breaker.abandoned()
      else breaker.failed(now())
      // The worker rebuilds a missing index.
      if (error.kind === 'missing') worker.wake()
      return null
    }
  }

  async function fromMeilisearch(query: VacancyQuery): Promise<VacancyHits | null> {
    const status = await indexStatus.read()
    if (!status.usable || breaker.state(now()) === 'open') return null
    return asked(query, embedded.plan(query.words), status)
  }

  return {
    ...embedded,
    search: async (query) => {
      const hits = await fromMeilisearch(query)
      if (hits) return hits
      const own = await embedded.search(query)
      return { ...own, degraded: ['engine_down', ...own.degraded] }
    },
    keepUp: (onError) => {
      const stops = [embedded.keepUp(onError), worker.keepUp(onError)]
      return async () => {
        await Promise.all(stops.map((stop) => stop()))
      }
    },
    state: async (): Promise<IndexState> => {
      const status = await indexStatus.read()
      if (!status.usable || breaker.state(now()) !== 'closed') return { ...(await embedded.state()), usual: false }
      const { documents, analysis } = status.row
      return { engine: 'meilisearch', usual: true, documents, asOf: status.asOf, analysis }
    },
    meilisearch: async () => ({ breaker: breaker.state(now()), index: await indexStatus.read(), workerFailures: worker.failures() }),
  }
}
