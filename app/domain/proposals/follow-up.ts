// After the start: how it is known at 6, 13 and 26 weeks whether the person is in work.
import { addDays, type Day } from '#app/domain/shared/day.ts'
import type { PromisesKept } from './promises.ts'

export const FOLLOW_UP_WEEKS = [6, 13, 26] as const
export type FollowUpWeek = (typeof FOLLOW_UP_WEEKS)[number]
export const LAST_FOLLOW_UP = 26 satisfies FollowUpWeek
export const FOLLOW_UP_EVIDENCE = ['employer_word', 'contract_seen', 'caseworker', 'candidate'] as const
type FollowUpEvidence = (typeof FOLLOW_UP_EVIDENCE)[number]
export const FOLLOW_UP_OUTCOMES = ['in_work', 'not_in_work', 'unknown'] as const
type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number]
/** How it is known at one of the weeks whether the person is in work; `evidence` is null when it is not known. */
export type FollowUp = { week: FollowUpWeek; outcome: FollowUpOutcome; evidence: FollowUpEvidence | null; promises: PromisesKept }

/** The day a follow-up falls due. */
export function followUpDay(startOn: Day, week: FollowUpWeek): Day {
  return addDays(startOn, week * 7)
}

/** Whoever started on this day or before is due for that follow-up: the rule of `followUpDay` as a query can ask it. */
export function lastStartDue(week: FollowUpWeek, today: Day): Day {
  return addDays(today, -week * 7)
}

export function saysHow({ outcome, evidence }: Pick<FollowUp, 'outcome' | 'evidence'>): boolean {
  return outcome === 'unknown' || evidence !== null
}
