// Rules of law that may touch a kind of work: shown to a caseworker as "check, and here is the article", never as advice.
import type { OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { WorkContext } from '#app/domain/vacancies/job-terms.ts'

export const RESTRICTION_EFFECTS = ['hard_bar', 'needs_assessment', 'until_spent', 'check'] as const
export type RestrictionEffect = (typeof RESTRICTION_EFFECTS)[number]

export type LegalRestriction = {
  id: string
  /** ISCO-08 group (1–4 digits, matches by prefix); null when the rule hangs on a context. */
  occupation: string | null
  context: WorkContext | null
  /** null = every family. */
  family: OffenceFamily | null
  effect: RestrictionEffect
  article: string
  note: string
  /** null = not verified; the screen says so. */
  verifiedOn: Day | null
  source: string
}
