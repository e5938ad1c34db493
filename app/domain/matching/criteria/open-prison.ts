// Starting before release: possible from an open prison when the employer agrees (an ordinary contract, by the governor's order).
import type { CandidateFacts } from '#app/domain/people/candidate.ts'
import { addMonths } from '#app/domain/shared/day.ts'
import type { Day } from '#app/domain/shared/day.ts'
import { answer, phrase, startDay } from '../answer.ts'
import type { Evaluate, Phrase } from '../criterion.ts'
import { isInside } from '../stage.ts'

/** A start that comes before release by no more than this can be talked about. */
const WAIT_MONTHS = 1

function waits(released: Day | null): Phrase | null {
  return released === null ? null : phrase('start_from', { day: { day: released } })
}

function hasOf({ stage, plannedReleaseOn: released }: CandidateFacts): Phrase {
  if (stage === 'open_prison') return released === null ? phrase('has_open') : phrase('has_open_until', { day: { day: released } })
  return released === null ? phrase('has_inside') : phrase('has_inside_until', { day: { day: released } })
}

export const openPrison: Evaluate = (vacancy, candidate, { today }) => {
  const { stage, plannedReleaseOn: released } = candidate
  const start = startDay(vacancy, today)
  if (!isInside(stage) || (released !== null && released <= start)) return null

  const stated = vacancy.terms.openPrison
  const asked = stated === 'yes' ? phrase('asked_yes') : stated === 'no' ? phrase('asked_no') : phrase('asked_nobody')
  const has = hasOf(candidate)
  const change = waits(released)
  if (stage === 'open_prison' && stated === 'yes') return answer('open_prison', 'meets', { reason: phrase('possible'), asked, has })
  if (stage === 'open_prison' && stated === 'not_asked') {
    return answer('open_prison', 'check', { reason: phrase('not_asked'), asked, has, change: phrase('ask_employer') })
  }
  if (released === null)
    return answer('open_prison', 'unknown', { reason: phrase('release_not_known'), asked, has, change: phrase('record_it') })
  if (released <= addMonths(start, WAIT_MONTHS))
    return answer('open_prison', 'check', { reason: phrase('release_soon_after'), asked, has, change })
  if (stated === 'no') return answer('open_prison', 'fails', { reason: phrase('not_possible'), asked, has, change })
  return answer('open_prison', 'check', { reason: phrase('needs_open_prison'), asked, has, change })
}
