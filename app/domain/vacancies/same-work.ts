// Several vacancies of one employer for the same work: who compares them must not learn from which of them somebody is proposed to.
import { isCoveredBy, type RuledOut } from './refusal-limit.ts'

/**
 * Somebody who could do the work of both is proposed where less is ruled out: that they are not proposed to the other one then says nothing of
 * them. Where each rules out something that the other does not, the choice would tell, so that neither is proposed. First days of work are not
 * compared: the vacancy that begins sooner would never be proposed.
 */
export function rulesOutNoMore(here: readonly RuledOut[], there: readonly RuledOut[]): boolean {
  return here.every((one) => there.some((other) => isCoveredBy(one, other)))
}
