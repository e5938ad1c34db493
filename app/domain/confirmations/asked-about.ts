// What an authority is asked about: what makes a vacancy one to be confirmed, as it stood on the day of the question.
import { leadsAway } from '#app/domain/matching/criteria/supervision.ts'
import { touches, type LegalRestriction } from '#app/domain/matching/legal-restriction.ts'
import { isCoveredBy, ruledOutBy, type RuledOut } from '#app/domain/vacancies/refusal-limit.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'

/** `rules`: the rules of law that touch the work. */
export type AskedAbout = { ruledOut: RuledOut[]; rules: string[]; leadsAway: boolean }

export function askedAbout(vacancy: VacancyFacts, restrictions: readonly LegalRestriction[]): AskedAbout {
  const rules = restrictions.filter((rule) => touches(rule, vacancy)).map(({ id }) => id)
  return { ruledOut: ruledOutBy(vacancy), rules, leadsAway: leadsAway(vacancy) }
}

/** Whether an answer about `asked` holds for the vacancy as it is `now`: it says no more than it said then. */
export function stillHolds(asked: AskedAbout, now: AskedAbout): boolean {
  const ruledOut = now.ruledOut.every((one) => asked.ruledOut.some((other) => isCoveredBy(one, other)))
  return ruledOut && now.rules.every((id) => asked.rules.includes(id)) && (asked.leadsAway || !now.leadsAway)
}
