// What was promised with a proposal, and whether it was kept.
import type { Promised } from '#app/domain/vacancies/acceptance.ts'

export const PROMISE_ANSWERS = ['kept', 'not_kept', 'not_yet'] as const
/** Of what was promised, what was kept by the week of a follow-up. */
export type PromisesKept = Partial<Record<Promised, (typeof PROMISE_ANSWERS)[number]>>
