// Vacancies that the embedded index could not take in: written down for a coordinator, and off the list when they are in or gone.
import type { Instant } from '#app/domain/shared/day.ts'
import { clearRejected, recordRejected } from '#db/search/rejected.ts'
import type { Store } from '#db/store/store.ts'
import type { Rejection } from './loaded-index.ts'

/** @param tried ids that were to be taken in or out. @param refused of these, those that could not be. */
export async function recordRejections(
  store: Store,
  tried: readonly string[],
  rejected: readonly Rejection[],
  now: Instant,
): Promise<void> {
  // What it refused once it refuses until the text or the program is another: no use in trying again by itself.
  for (const { id, reason } of rejected) await recordRejected(store, { engine: 'embedded', vacancyId: id, reason, nextAt: null }, now)
  const out = new Set(rejected.map(({ id }) => id))
  await clearRejected(
    store,
    'embedded',
    tried.filter((id) => !out.has(id)),
  )
}
