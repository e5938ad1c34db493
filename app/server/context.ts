// What every loader and action is given: the store, the followers of its feed, the key, the clock. No globals, so tests hand in their own.
import type { ErasureList } from '#db/people/erase/erasure-list.ts'
import type { MasterKey } from '#db/people/vault.ts'
import type { Store } from '#db/store/store.ts'
import type { VacancyIndex } from '#search/index/port.ts'
import type { MatchBoard } from '#search/match/board.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { OpenedMeilisearch } from '#search/index/meilisearch/open.ts'
import type { Log } from '#app/process/log.ts'
import type { SiteMetrics } from '#app/process/metrics.ts'
import type { SearchTally } from '#app/process/search-tally.ts'

export type App = {
  store: Store
  master: MasterKey
  index: VacancyIndex
  /** Behind `index`, where one is configured. */
  meilisearch: OpenedMeilisearch | null
  board: MatchBoard
  erasures: ErasureList
  /** Of this process; written every minute. */
  tally: SearchTally
  metrics: SiteMetrics
  /** Whoever shows it may read the metrics; null = nobody. */
  metricsToken: string | null
  /** True when the people are invented and roles sign in by one click. */
  demo: boolean
  /** The first signs, all verify. */
  sessionSecrets: string[]
  /** The address people reach the site at, without a trailing slash. */
  baseUrl: string
  log: Log
  now: () => Instant
}

declare module '@remix-run/node' {
  /** Loaders answer with what they return, not with its JSON: the types should say so. */
  interface Future {
    v3_singleFetch: true
  }

  interface AppLoadContext extends App {
    /** Of this response, for its Content-Security-Policy. */
    nonce: string
    /** Stands in the log beside an error, and on the error page. */
    requestId: string
    /** The network address that asks, for limits alone: never stored or logged as it is. */
    client: string
  }
}
