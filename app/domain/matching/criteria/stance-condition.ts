// One condition of a "yes, if" against a person: met, not met, not known, or kept by whoever proposes.
import type { CandidateFacts } from '#app/domain/people/candidate.ts'
import { addMonths, type Day } from '#app/domain/shared/day.ts'
import type { OffenceFamily, StanceCondition } from '#app/domain/vacancies/acceptance.ts'
import { releaseDay } from './time-since-release.ts'

export type ConditionState =
  | { is: 'met' | 'not_known' }
  /** `from`: the day on which time alone will have met it; null when time does not. */
  | { is: 'unmet'; from: Day | null }
  /** Nobody can have met it yet: proposing promises it. */
  | { is: 'promise' }

function byTime(from: Day | null, start: Day): ConditionState {
  if (from === null) return { is: 'not_known' }
  return from <= start ? { is: 'met' } : { is: 'unmet', from }
}

/** A year is counted from its last day, in the person's disfavour: the day itself is not held. */
function yearsOver(year: number | undefined, years: number): Day | null {
  return year === undefined ? null : `${year + 1 + years}-01-01`
}

/** @param start the first day of work */
export function conditionState(condition: StanceCondition, family: OffenceFamily, candidate: CandidateFacts, start: Day): ConditionState {
  switch (condition.kind) {
    case 'since_offence':
      return byTime(yearsOver(candidate.restricted.lastYears[family], condition.years), start)
    case 'since_release': {
      if (candidate.restricted.noCustody) return { is: 'met' }
      const released = releaseDay(candidate)
      return byTime(released && addMonths(released, condition.months), start)
    }
    case 'reference': {
      const { workReference } = candidate.open
      if (workReference === null) return { is: 'not_known' }
      return workReference ? { is: 'met' } : { is: 'unmet', from: null }
    }
    case 'talk':
    case 'mentor':
    case 'visit':
    case 'replacement':
      return { is: 'promise' }
  }
}
