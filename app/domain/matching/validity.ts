// Whether a paper that runs out (licence, certificate, medical book) still holds when the work starts.
import { addDays } from '#app/domain/shared/day.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { ItemState } from './items.ts'

/** A paper that runs out within so many days after the start wants a look. */
const SOON_DAYS = 30

/** Expired = unmet; expires before the start or soon after = to be checked. */
export function paperState(expiresOn: Day | null, today: Day, start: Day): ItemState {
  if (expiresOn === null) return 'met'
  if (expiresOn < today) return 'unmet'
  return expiresOn <= addDays(start, SOON_DAYS) ? 'almost' : 'met'
}

const ORDER = ['unmet', 'unknown', 'almost', 'met'] as const satisfies readonly ItemState[]

/** The best of several papers that each would do. */
export function bestState(states: readonly ItemState[]): ItemState {
  return states.reduce<ItemState>((best, state) => (ORDER.indexOf(state) > ORDER.indexOf(best) ? state : best), 'unmet')
}
