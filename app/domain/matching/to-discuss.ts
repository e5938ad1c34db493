// What an employer sees of how a person meets its requirements: the names of those that are still to be discussed.
import { EMPTY_RECORD, type OpenProfile } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import type { Criterion } from './criterion.ts'
import { evaluate } from './evaluate.ts'

/** Computed from what the first yes discloses. The others would hint at the past, at custody, at health or at the wish for pay. */
export const EMPLOYER_CRITERIA = [
  'start_date',
  'distance',
  'licences',
  'certificates',
  'medical_book',
  'language',
  'experience',
  'education',
  'skills',
  'shifts',
] as const satisfies readonly Criterion[]
export type EmployerCriterion = (typeof EMPLOYER_CRITERIA)[number]

/** In the order a caseworker reads them; empty = everything asked is met. The restricted part is not even read. */
export function toDiscuss(vacancy: VacancyFacts, open: OpenProfile, today: Day): EmployerCriterion[] {
  const person = { open, restricted: EMPTY_RECORD, stage: 'looking', plannedReleaseOn: null } as const
  const notMet = evaluate(vacancy, person, { today, restrictions: [] }).filter((answer) => answer.verdict !== 'meets')
  return EMPLOYER_CRITERIA.filter((criterion) => notMet.some((answer) => answer.criterion === criterion))
}
