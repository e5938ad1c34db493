// What an employer hears of how a person meets its requirements: a verdict on each criterion, from the open part alone.
import type { OpenProfile } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { Strength } from '#app/domain/vacancies/job-terms.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import type { OpenCriterion, Verdict } from './criterion.ts'
import { OPEN_RULES } from './evaluate.ts'

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
] as const satisfies readonly OpenCriterion[]
export type EmployerCriterion = (typeof EMPLOYER_CRITERIA)[number]

/**
 * The vacancy with nothing but what it insists on. Only that is answered before the naming: asking for what would be nice excludes nobody, so
 * that it would cost nothing to ask everything and know a person again by the answers.
 */
export function insistingOn(vacancy: VacancyFacts): VacancyFacts {
  const { requirements: asks } = vacancy
  const musts = <Asked extends { strength: Strength }>(list: readonly Asked[]) => list.filter(({ strength }) => strength === 'must')
  const must = <Asked extends { strength: Strength }>(asked: Asked | null) => (asked?.strength === 'must' ? asked : null)
  const insisted = (strength: Strength | null) => (strength === 'must' ? strength : null)
  return {
    ...vacancy,
    shifts: asks.shifts === 'must' ? vacancy.shifts : [],
    requirements: {
      latvian: must(asks.latvian),
      otherLanguages: musts(asks.otherLanguages),
      education: must(asks.education),
      experience: must(asks.experience),
      skills: musts(asks.skills),
      driving: musts(asks.driving),
      certificates: musts(asks.certificates),
      medicalBook: insisted(asks.medicalBook),
      physical: musts(asks.physical),
      shifts: insisted(asks.shifts),
      nights: insisted(asks.nights),
      away: insisted(asks.away),
    },
  }
}

/** Null when the vacancy asks nothing about it. The restricted part is not even read. */
export function openVerdict(criterion: EmployerCriterion, vacancy: VacancyFacts, open: OpenProfile, today: Day): Verdict | null {
  // Having worked at all is told only where experience is required.
  const terms = { ...vacancy.terms, firstJobOrGap: 'yes' as const }
  return OPEN_RULES[criterion]({ ...vacancy, terms }, { open }, { today, restrictions: [] })?.verdict ?? null
}

/** Whether nothing that an employer may hear of rules the person out. */
export function couldWork(vacancy: VacancyFacts, open: OpenProfile, today: Day): boolean {
  return EMPLOYER_CRITERIA.every((criterion) => openVerdict(criterion, vacancy, open, today) !== 'fails')
}

/** In the order a caseworker reads them; empty = everything insisted on is met. */
export function toDiscuss(vacancy: VacancyFacts, open: OpenProfile, today: Day): EmployerCriterion[] {
  const insisting = insistingOn(vacancy)
  return EMPLOYER_CRITERIA.filter((criterion) => (openVerdict(criterion, insisting, open, today) ?? 'meets') !== 'meets')
}
