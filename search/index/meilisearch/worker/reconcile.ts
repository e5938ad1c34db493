// Compares Meilisearch's index with the store once a day; differences go to the change feed, which the worker follows.
import type { Instant } from '#app/domain/shared/day.ts'
import { findFollower, markReconciled } from '#db/search/follower-position.ts'
import type { Store } from '#db/store/store.ts'
import { differences, requeueDifferences, withoutRejected, type Differences } from '#search/index/reconcile.ts'
import { FOLLOWER } from './worker-run.ts'
import { indexedRows } from './indexed.ts'
import type { MeiliServer } from '../server.ts'

const NOTHING: Differences = { compared: 0, missing: [], surplus: [], stale: [] }

/** Finds nothing while there is no index: the rebuild compares by itself. */
export async function reconcileMeilisearch(store: Store, server: MeiliServer, now: Instant): Promise<Differences> {
  const row = await findFollower(store, FOLLOWER)
  if (!row || row.indexUid === '') return NOTHING
  const found = await withoutRejected(store, 'meilisearch', await differences(store, indexedRows(server)))
  await requeueDifferences(store, found)
  await markReconciled(store, FOLLOWER, now)
  return found
}
