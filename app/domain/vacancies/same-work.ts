// Several vacancies of one employer for the same work: who compares them must not learn from which of them somebody is proposed to.
import { addMonths, type Day } from '#app/domain/shared/day.ts'
import { ruledOutBy, type RuledOut, type StatedAcceptance } from './refusal-limit.ts'

/** What is compared: what is ruled out, reckoned back from the first day of work. */
export type Barring = { ruledOut: readonly RuledOut[]; startOn: Day }

/** @param vacancy as it stands, or as it stood when a proposal was sent. @param today the first day of work where none is named, or it is past */
export function barringOf(vacancy: StatedAcceptance & { startOn?: Day | null }, today: Day): Barring {
  const { startOn = null } = vacancy
  return { ruledOut: ruledOutBy(vacancy), startOn: startOn !== null && startOn > today ? startOn : today }
}

/** The day that an offence or a release must lie before. */
function dayOfMeasure({ measure, count }: { measure: 'years' | 'months'; count: number }, startOn: Day): Day {
  return addMonths(startOn, -(measure === 'years' ? 12 * count : count))
}

/** Whether everybody whom `one` rules out is ruled out by `other` as well. */
function isCoveredBy(one: RuledOut, startOn: Day, other: RuledOut, otherStartOn: Day): boolean {
  if (one.refusal !== other.refusal) return false
  if (other.measure === null) return true
  if (one.measure !== other.measure) return false
  if (!('count' in one) || !('count' in other)) return true
  // The fewer appointments are accepted, the more people are ruled out.
  if (one.measure === 'appointments' || other.measure === 'appointments') return other.count <= one.count
  return dayOfMeasure(other, otherStartOn) <= dayOfMeasure(one, startOn)
}

/**
 * Somebody who could do the work of both is proposed where less is ruled out: that they are not proposed to the other one then says nothing of
 * them. Where each rules out something that the other does not, the choice would tell, so that neither is proposed.
 */
export function rulesOutNoMore(here: Barring, there: Barring): boolean {
  return here.ruledOut.every((one) => there.ruledOut.some((other) => isCoveredBy(one, here.startOn, other, there.startOn)))
}
