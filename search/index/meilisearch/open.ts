// Meilisearch for a site: everything that is asked and kept, from one address and key.
import type { Instant } from '#app/domain/shared/day.ts'
import type { Store } from '#db/store/store.ts'
import type { EmbeddedIndex } from '../embedded/engine.ts'
import { openServer, type MeiliServer } from './server.ts'
import { withMeilisearch, type IndexWithMeilisearch } from './with-meilisearch.ts'
import { openWorker, type Worker } from './worker/worker.ts'

/** @property key null for a server without keys. */
export type MeilisearchAddress = { url: string; key: string | null }

export type OpenedMeilisearch = { server: MeiliServer; worker: Worker; index: IndexWithMeilisearch }

export function openMeilisearch(store: Store, embedded: EmbeddedIndex, place: MeilisearchAddress, now: () => Instant): OpenedMeilisearch {
  const server = openServer(place, now)
  const worker = openWorker({ store, server, now })
  return { server, worker, index: withMeilisearch({ embedded, server, worker, store, now }) }
}
