// Vacancies that the embedded index could not take in: written down for a coordinator, and off the list when they are in or gone.
import type { Instant } from '#app/domain/shared/day.ts'
import { clearRefused, recordRefused } from '#db/search/refused.ts'
import type { Store } from '#db/store/store.ts'
import type { Refused } from './held.ts'

/** @param tried ids that were to be taken in or out. @param refused of these, those that could not be. */
export async function setAside(store: Store, tried: readonly string[], refused: readonly Refused[], now: Instant): Promise<void> {
  // What it refused once it refuses until the text or the program is another: no use in trying again by itself.
  for (const { id, reason } of refused) await recordRefused(store, { engine: 'embedded', vacancyId: id, reason, nextAt: null }, now)
  const out = new Set(refused.map(({ id }) => id))
  await clearRefused(
    store,
    'embedded',
    tried.filter((id) => !out.has(id)),
  )
}
