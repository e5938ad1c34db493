// What an authority is asked about: what makes a vacancy one to be confirmed, as it stood on the day of the question.
import { leadsAway } from '#app/domain/matching/criteria/supervision.ts'
import { touches, type LegalRestriction } from '#app/domain/matching/legal-restriction.ts'
import { isCoveredBy, ruledOutBy, type RuledOut } from '#app/domain/vacancies/refusal-limit.ts'
import { OFFENCE_FAMILIES, type OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import type { Question } from './question.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'

/** `rules`: the rules of law that touch the work; `byLaw`: the families they concern. */
export type AskedAbout = { ruledOut: RuledOut[]; rules: string[]; byLaw: OffenceFamily[]; leadsAway: boolean }

export function askedAbout(vacancy: VacancyFacts, restrictions: readonly LegalRestriction[]): AskedAbout {
  const touching = restrictions.filter((rule) => touches(rule, vacancy))
  const byLaw = OFFENCE_FAMILIES.filter((one) => touching.some(({ family }) => family === null || family === one))
  return { ruledOut: ruledOutBy(vacancy), rules: touching.map(({ id }) => id), byLaw, leadsAway: leadsAway(vacancy) }
}

/** What an answer would be about. */
export function questionOf({ ruledOut, byLaw }: AskedAbout): Question {
  return { refused: [...new Set(ruledOut.map(({ refusal }) => refusal))], byLaw }
}

/** Whether an answer about `asked` holds for the vacancy as it is `now`: it says no more than it said then. */
export function stillHolds(asked: AskedAbout, now: AskedAbout): boolean {
  const ruledOut = now.ruledOut.every((one) => asked.ruledOut.some((other) => isCoveredBy(one, other)))
  return ruledOut && now.rules.every((id) => asked.rules.includes(id)) && (asked.leadsAway || !now.leadsAway)
}
