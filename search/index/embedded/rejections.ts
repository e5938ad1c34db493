// Records vacancies that the embedded index rejected, for a coordinator, and clears those that are indexed or gone.
import type { Instant } from '#app/domain/shared/day.ts'
import { clearRejected, recordRejected } from '#db/search/rejected.ts'
import type { Store } from '#db/store/store.ts'
import type { Rejection } from './loaded-index.ts'

/** @param tried ids that were to be indexed or removed. @param rejected those of them that could not be indexed. */
export async function recordRejections(
  store: Store,
  tried: readonly string[],
  rejected: readonly Rejection[],
  now: Instant,
): Promise<void> {
  // It will fail in the same way until its text or the program changes, so it is not tried again by itself.
  for (const { id, reason } of rejected) await recordRejected(store, { engine: 'embedded', vacancyId: id, reason, nextAt: null }, now)
  const out = new Set(rejected.map(({ id }) => id))
  await clearRejected(
    store,
    'embedded',
    tried.filter((id) => !out.has(id)),
  )
}
