// Several vacancies of one employer for the same work: who compares them must not learn from which of them somebody is proposed to.
import type { RuledOut } from './refusal-limit.ts'

/** Whether everybody whom `one` rules out is ruled out by `other` as well. */
function isCoveredBy(one: RuledOut, other: RuledOut): boolean {
  if (one.refusal !== other.refusal) return false
  if (other.measure === null) return true
  if (one.measure !== other.measure) return false
  if (!('count' in one) || !('count' in other)) return true
  // The fewer appointments are accepted, the more people are ruled out.
  return one.measure === 'appointments' ? other.count <= one.count : other.count >= one.count
}

/**
 * Somebody who could do the work of both is proposed where less is ruled out: that they are not proposed to the other one then says nothing of
 * them. Where each rules out something that the other does not, the choice would tell, so that neither is proposed.
 */
export function rulesOutNoMore(here: readonly RuledOut[], there: readonly RuledOut[]): boolean {
  return here.every((one) => there.some((other) => isCoveredBy(one, other)))
}
