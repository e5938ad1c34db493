// Least time since release that the employer states, counted to the first day of work.
import { MONTHS_SINCE_RELEASE } from '#app/domain/vacancies/acceptance.ts'
import type { CandidateFacts } from '#app/domain/people/candidate.ts'
import { addMonths, monthsBetween } from '#app/domain/shared/day.ts'
import type { Day } from '#app/domain/shared/day.ts'
import { isInside } from '../stage.ts'
import { answer, phrase, startDay } from '../answer.ts'
import type { Evaluate } from '../criterion.ts'

const LONGEST_ASKED = Math.max(...MONTHS_SINCE_RELEASE)

/** A plan counts only until the person is out; after that only the day itself. */
export function releaseDay({ stage, plannedReleaseOn, restricted }: CandidateFacts): Day | null {
  return isInside(stage) ? plannedReleaseOn : restricted.releasedOn
}

export const timeSinceRelease: Evaluate = (vacancy, candidate, { today }) => {
  const least = vacancy.terms.monthsSinceRelease
  if (least === 0) return null
  const { recordStatus, noCustody } = candidate.restricted
  const without = recordStatus === 'none' ? 'nothing_recorded' : noCustody ? 'no_custody' : null
  if (without !== null) return answer('time_since_release', 'meets', { reason: phrase(without) })
  const released = releaseDay(candidate)
  const months = released === null ? null : Math.max(0, monthsBetween(released, startDay(vacancy, today)))
  const has = months === null ? null : phrase('has', { count: months })
  if (least === null) {
    if (months !== null && months >= LONGEST_ASKED) return answer('time_since_release', 'meets', { reason: phrase('long_ago'), has })
    return answer('time_since_release', 'check', { reason: phrase('not_asked'), has, change: phrase('ask_employer') })
  }
  const asked = phrase('asked', { count: least })
  if (released === null || months === null) {
    return answer('time_since_release', 'unknown', { reason: phrase('not_known'), asked, change: phrase('record_it') })
  }
  if (months >= least) return answer('time_since_release', 'meets', { reason: phrase('enough'), asked, has })
  const change = phrase('start_from', { day: { day: addMonths(released, least) } })
  return answer('time_since_release', 'fails', { reason: phrase('too_soon', { count: least }), asked, has, change })
}
