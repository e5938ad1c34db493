// Metrics for Prometheus: how many searches there are and how they end, never what was searched for or by whom.
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { ENGINES, type EngineName } from '#app/domain/search/search-engine.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { countAllRejected } from '#db/search/rejected.ts'
import type { Store } from '#db/store/store.ts'
import { isIndexDown, type Degraded, type VacancyHits, type VacancyIndex } from '#search/index/port.ts'
import { BREAKER_STATES } from '#search/index/meilisearch/circuit-breaker.ts'
import type { OpenedMeilisearch } from '#search/index/meilisearch/open.ts'

type Outcome = 'found' | 'relaxed' | 'nothing' | 'down'

export type SiteMetrics = {
  /** The same index, measured. */
  measured: (index: VacancyIndex) => VacancyIndex
  /** Everything, as it is now. Rejects when the store or the index does not answer. */
  read: (now: Instant) => Promise<{ text: string; contentType: string }>
}

type Watched = { store: Store; index: VacancyIndex; meilisearch: OpenedMeilisearch | null }

/** Searches take from a fraction of a millisecond to the limit on a search by Meilisearch, and a little more. */
const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

function outcomeOf({ total, relaxed }: VacancyHits): Outcome {
  if (total === 0) return 'nothing'
  return relaxed === 'none' ? 'found' : 'relaxed'
}

/** Counted while searches are answered. */
function searchCounts(registers: Registry[]) {
  return {
    duration: new Histogram({
      name: 'tilts_search_duration_seconds',
      help: 'Searches for vacancies by the engine that answered and by outcome.',
      labelNames: ['engine', 'outcome'] as const,
      buckets: SECONDS,
      registers,
    }),
    degraded: new Counter({
      name: 'tilts_search_degraded_total',
      help: 'Answers that were less than they should be.',
      labelNames: ['reason'] as const,
      registers,
    }),
  }
}

/** Set when somebody reads them. */
function searchGauges(registers: Registry[]) {
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name, help, labelNames, registers })
  return {
    inUse: gauge('tilts_search_engine_in_use', '1 for the engine that answers now.', ['engine']),
    usual: gauge('tilts_search_usual', '1 when the engine that answers is the one it should be.'),
    documents: gauge('tilts_search_documents', 'Vacancies in the index that answers.'),
    behind: gauge('tilts_search_behind_seconds', 'How old the newest change is that the index surely holds, when there are later ones.'),
    refused: gauge('tilts_search_refused_documents', 'Vacancies an engine refused.', ['engine']),
    breaker: gauge('tilts_search_breaker', '1 for the state of the circuit breaker before Meilisearch.', ['state']),
    failures: gauge('tilts_search_worker_failures', 'Passes of the Meilisearch worker that failed since this process began.'),
  }
}

async function measure(gauges: ReturnType<typeof searchGauges>, { store, index, meilisearch }: Watched, now: Instant): Promise<void> {
  const state = await index.state()
  for (const engine of ENGINES) {
    gauges.inUse.set({ engine }, Number(engine === state.engine))
    gauges.refused.set({ engine }, await countAllRejected(store, engine))
  }
  gauges.usual.set(Number(state.usual))
  gauges.documents.set(state.documents)
  gauges.behind.set(Math.max(0, now - state.asOf) / 1000)
  if (!meilisearch) return
  const { breaker, workerFailures } = await meilisearch.index.meilisearch()
  for (const one of BREAKER_STATES) gauges.breaker.set({ state: one }, Number(one === breaker))
  gauges.failures.set(workerFailures)
}

/** Of one process: each node is asked for its own. */
export function openMetrics(watched: Watched): SiteMetrics {
  const registry = new Registry()
  const counts = searchCounts([registry])
  const gauges = searchGauges([registry])

  function count(startedAt: number, engine: EngineName | 'none', outcome: Outcome, reasons: readonly Degraded[]): void {
    counts.duration.observe({ engine, outcome }, (performance.now() - startedAt) / 1000)
    for (const reason of reasons) counts.degraded.inc({ reason })
  }

  return {
    measured: (own) => ({
      ...own,
      search: async (query) => {
        const startedAt = performance.now()
        try {
          const hits = await own.search(query)
          count(startedAt, hits.engine, outcomeOf(hits), hits.degraded)
          return hits
        } catch (error) {
          if (isIndexDown(error)) count(startedAt, 'none', 'down', [])
          throw error
        }
      },
    }),
    read: async (now) => {
      await measure(gauges, watched, now)
      return { text: await registry.metrics(), contentType: registry.contentType }
    },
  }
}
