// What an employer hears of how a person meets its requirements: a verdict on each criterion, from the open part alone.
import { EMPTY_RECORD, type OpenProfile } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import type { Criterion, Verdict } from './criterion.ts'
import { RULES } from './evaluate.ts'

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

/** Null when the vacancy asks nothing about it. The restricted part is not even read. */
export function openVerdict(criterion: EmployerCriterion, vacancy: VacancyFacts, open: OpenProfile, today: Day): Verdict | null {
  const person = { open, restricted: EMPTY_RECORD, stage: 'looking', plannedReleaseOn: null } as const
  // Having worked at all is told only where experience is required.
  const terms = { ...vacancy.terms, firstJobOrGap: 'yes' as const }
  return RULES[criterion]({ ...vacancy, terms }, person, { today, restrictions: [] })?.verdict ?? null
}

/** In the order a caseworker reads them; empty = everything asked is met. */
export function toDiscuss(vacancy: VacancyFacts, open: OpenProfile, today: Day): EmployerCriterion[] {
  return EMPLOYER_CRITERIA.filter((criterion) => (openVerdict(criterion, vacancy, open, today) ?? 'meets') !== 'meets')
}
