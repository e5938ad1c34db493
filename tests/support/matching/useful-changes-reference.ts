// The plain, slow way to count what each change would open: every vacancy and every criterion again for every change.
import type { CandidateFacts } from '#app/domain/people/candidate.ts'
import type { MatchContext, Phrase } from '#app/domain/matching/criterion.ts'
import { GROUPS } from '#app/domain/matching/criterion.ts'
import { evaluate, groupOf } from '#app/domain/matching/evaluate.ts'
import { changesFor } from '#app/domain/matching/useful-changes.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'

export function usefulChangesCountedPlainly(
  vacancies: readonly VacancyFacts[],
  person: CandidateFacts,
  context: MatchContext,
): { change: Phrase; gained: number }[] {
  const rank = (vacancy: VacancyFacts, facts: CandidateFacts) => GROUPS.indexOf(groupOf(evaluate(vacancy, facts, context)))
  return changesFor(person.open)
    .map((change) => ({
      change: change.phrase,
      gained: vacancies.filter((vacancy) => rank(vacancy, { ...person, open: change.open }) < rank(vacancy, person)).length,
    }))
    .filter((change) => change.gained > 0)
    .sort((a, b) => b.gained - a.gained)
    .slice(0, 5)
}
