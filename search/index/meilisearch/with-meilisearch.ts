// The vacancy index with Meilisearch in front: it answers where it can, and the embedded index of this node, which is always kept, where it cannot.
import { setTimeout as pause } from 'node:timers/promises'
import type { Instant } from '#app/domain/shared/day.ts'
import type { Store } from '#db/store/store.ts'
import type { EmbeddedIndex } from '../embedded/engine.ts'
import type { Degraded, IndexState, VacancyHits, VacancyIndex, VacancyQuery } from '../port.ts'
import type { Understood } from '../understood.ts'
import { openBreaker, type BreakerState } from './breaker.ts'
import { isMeilisearchFault, MeilisearchFault } from './fault.ts'
import { answerFrom, SEARCH_MS } from './reader.ts'
import type { MeiliServer } from './server.ts'
import { openStanding, type Standing } from './worker/standing.ts'
import type { Worker } from './worker/worker.ts'

export type MeilisearchStanding = {
  breaker: BreakerState
  standing: Standing
  workerFailures: number
}

export type IndexWithMeilisearch = VacancyIndex & {
  meilisearch(): Promise<MeilisearchStanding>
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
  throw new MeilisearchFault('down', 'timeout')
}

export function withMeilisearch({ embedded, server, worker, store, now, searchMs = SEARCH_MS }: Options): IndexWithMeilisearch {
  const breaker = openBreaker()
  const standings = openStanding(store, now)

  async function asked(query: VacancyQuery, understood: Understood, standing: Standing & { fit: true }): Promise<VacancyHits | null> {
    if (!breaker.mayAsk(now())) return null
    try {
      await Promise.race([server.checkVersion(), late(searchMs)])
      const { partial, ...answer } = await answerFrom(server, query, understood, now(), searchMs)
      breaker.worked()
      // Out of time before anything was found says nothing: the embedded index has the time.
      if (partial && answer.total === 0) return null
      const degraded: Degraded[] = [...(partial ? (['partial'] as const) : []), ...(standing.behind ? (['behind'] as const) : [])]
      return { ...answer, engine: 'meilisearch', degraded, asOf: standing.asOf }
    } catch (error) {
      if (!isMeilisearchFault(error)) {
        breaker.unanswered()
        throw error
      }
      // One strange query must not turn everybody away: the server did answer.
      if (error.kind === 'refused') breaker.unanswered()
      else breaker.failed(now())
      // The index is not there: the worker makes it anew, and until then nobody has to find that out again.
      if (error.kind === 'missing') worker.wake()
      return null
    }
  }

  async function fromMeilisearch(query: VacancyQuery): Promise<VacancyHits | null> {
    const standing = await standings.read()
    if (!standing.fit || breaker.state(now()) === 'open') return null
    return asked(query, embedded.understand(query.words), standing)
  }

  return {
    ...embedded,
    search: async (query) => {
      const hits = await fromMeilisearch(query)
      if (hits) return hits
      const own = await embedded.search(query)
      return { ...own, degraded: ['engine_down', ...own.degraded] }
    },
    keepUp: (onFault) => {
      const stops = [embedded.keepUp(onFault), worker.keepUp(onFault)]
      return async () => {
        await Promise.all(stops.map((stop) => stop()))
      }
    },
    state: async (): Promise<IndexState> => {
      const standing = await standings.read()
      if (!standing.fit || breaker.state(now()) !== 'closed') return { ...(await embedded.state()), usual: false }
      const { documents, analysis } = standing.row
      return { engine: 'meilisearch', usual: true, documents, asOf: standing.asOf, analysis }
    },
    meilisearch: async () => ({ breaker: breaker.state(now()), standing: await standings.read(), workerFailures: worker.failures() }),
  }
}
