// How much an employer may refuse, in one vacancy and towards one person: a vacancy is not a test of somebody's past.
import { OFFENCE_FAMILIES, type AcceptanceTerms, type OffenceFamily, type StanceRow } from './acceptance.ts'

export const REFUSABLE_TERMS = ['supervision', 'monitoring', 'open_prison', 'time_since_release'] as const
/** One thing that somebody who is proposed is thereby said not to have. */
export type Refusal = OffenceFamily | (typeof REFUSABLE_TERMS)[number]

/** Above this a coordinator must approve. */
export const REFUSALS_WITHOUT_APPROVAL = 6
/** More cannot be stored. */
export const MOST_REFUSALS = 8
/** For so long what an employer refused counts towards one person. */
export const REFUSALS_COUNT_MONTHS = 12

export type StatedAcceptance = { stances: readonly StanceRow[]; terms: AcceptanceTerms }

/** A condition on time rules out a part of a family: it counts as the family. */
function rulesOut({ stance, conditions }: StanceRow): boolean {
  return stance === 'not_for_this_job' || conditions.some(({ kind }) => kind === 'since_offence' || kind === 'since_release')
}

/** What a proposal to such a vacancy gives away: that the person has none of these. In the order of the vocabulary. */
export function refusalsOf({ stances, terms }: StatedAcceptance): Refusal[] {
  const families = OFFENCE_FAMILIES.filter((family) => stances.some((row) => row.family === family && rulesOut(row)))
  const stated: Record<(typeof REFUSABLE_TERMS)[number], boolean> = {
    supervision: terms.supervision === 'no' || terms.supervision === 'with_conditions' || terms.appointmentsPerMonth !== null,
    monitoring: terms.monitoring === 'no',
    open_prison: terms.openPrison === 'no',
    time_since_release: terms.monthsSinceRelease !== null && terms.monthsSinceRelease > 0,
  }
  return [...families, ...REFUSABLE_TERMS.filter((term) => stated[term])]
}

/** What a coordinator approves: each refusal, and for whose clearance. Sorted, so that two can be compared. */
export function approvalItems(acceptance: StatedAcceptance): string[] {
  const clearances = acceptance.stances.filter((row) => row.reason === 'client_clearance')
  return [...refusalsOf(acceptance), ...clearances.map((row) => `${row.family}@${row.client ?? ''}`)].sort()
}

/** Seven or eight refusals, or a client's clearance. */
export function needsApproval(acceptance: StatedAcceptance): boolean {
  return refusalsOf(acceptance).length > REFUSALS_WITHOUT_APPROVAL || acceptance.stances.some((row) => row.reason === 'client_clearance')
}

/**
 * Whether a further proposal keeps what one employer learns of one person within the limit. What teaches nothing new is always within it.
 * @param before what the employer refused in the proposals of that person it was sent
 * @param approved whether a coordinator approved more for this vacancy
 */
export function staysWithinLimit(before: readonly Refusal[], here: readonly Refusal[], approved: boolean): boolean {
  const known = new Set(before)
  const all = new Set([...before, ...here])
  return all.size === known.size || all.size <= (approved ? MOST_REFUSALS : REFUSALS_WITHOUT_APPROVAL)
}
