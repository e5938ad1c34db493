// Rules of law that may touch a kind of work: shown to a caseworker as "check, and here is the article", never as advice. A verified one
// also bears out an employer that refuses a family by law.
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

export type KindOfWork = { occupation: string | null; contexts: readonly WorkContext[] }

/** Whether a rule is about this kind of work. */
export function touches(rule: LegalRestriction, { occupation, contexts }: KindOfWork): boolean {
  if (rule.occupation !== null && occupation?.startsWith(rule.occupation)) return true
  return rule.context !== null && contexts.includes(rule.context)
}

/**
 * Whether the rule bears out an employer that refuses the family in this work by law: then no coordinator has to look at the refusal.
 * Only what a coordinator has read in its source counts, and a rule that only says "check" keeps nobody from the work.
 */
export function bearsOut(rule: LegalRestriction, family: OffenceFamily, work: KindOfWork): boolean {
  return rule.verifiedOn !== null && rule.effect !== 'check' && [null, family].includes(rule.family) && touches(rule, work)
}
