// The nightly comparison of Meilisearch with the store: what differs is told to the worker as if it had changed.
import type { Instant } from '#app/domain/shared/day.ts'
import { findFollower, markReconciled } from '#db/search/follower-position.ts'
import type { Store } from '#db/store/store.ts'
import { differences, requeueDifferences, withoutRejected, type Differences } from '#search/index/reconcile.ts'
import { FOLLOWER } from './worker-run.ts'
import { indexedRows } from './indexed.ts'
import type { MeiliServer } from '../server.ts'

const NOTHING: Differences = { compared: 0, missing: [], surplus: [], stale: [] }

/** Nothing while there is no index: then there is a rebuild, which compares by itself. */
export async function reconcileMeilisearch(store: Store, server: MeiliServer, now: Instant): Promise<Differences> {
  const row = await findFollower(store, FOLLOWER)
  if (!row || row.indexUid === '') return NOTHING
  const found = await withoutRejected(store, 'meilisearch', await differences(store, indexedRows(server)))
  await requeueDifferences(store, found)
  await markReconciled(store, FOLLOWER, now)
  return found
}
