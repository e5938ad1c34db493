// What stands in place of every answer from the restricted part for an organisation that is no public authority: one mark of the vacancy.
import { ruledOutBy } from '#app/domain/vacancies/refusal-limit.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { leadsAway } from './criteria/supervision.ts'
import { touches, type LegalRestriction } from './legal-restriction.ts'

/**
 * Whether a public authority has to say that somebody may be proposed: the vacancy rules something out, a rule of law touches the work, or it
 * leads away from home for longer than supervision allows. Of the vacancy alone, so that it is the same for everybody.
 */
export function toBeConfirmed(vacancy: VacancyFacts, restrictions: readonly LegalRestriction[]): boolean {
  return ruledOutBy(vacancy).length > 0 || leadsAway(vacancy) || restrictions.some((rule) => touches(rule, vacancy))
}
