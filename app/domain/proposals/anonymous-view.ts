// What an employer learns of a person before the naming: about each thing its vacancy asks, one word of a short list.
// Nothing else fits into the type: no words of the person, no day, no place, and nothing that was not asked.
import { monthsIn } from '#app/domain/matching/criteria/experience.ts'
import type { Verdict } from '#app/domain/matching/criterion.ts'
import { insistingOn, openVerdict, type EmployerCriterion } from '#app/domain/matching/to-discuss.ts'
import type { OpenProfile } from '#app/domain/people/candidate.ts'
import type { Day, Month } from '#app/domain/shared/day.ts'
import {
  NO_REQUIREMENTS,
  type CefrLevel,
  type Certificate,
  type DrivingCategory,
  type EducationLevel,
  type Requirements,
  type Shift,
  type SpokenLanguage,
} from '#app/domain/vacancies/job-terms.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'

/** `open` = not known, or to be looked at together: similar, or running out about the start. */
export const FITS = ['yes', 'open', 'no'] as const
export type Fit = (typeof FITS)[number]

/** Years of work in the vacancy's occupation. */
export const EXPERIENCE_BANDS = ['none', 'under_1', 'from_1_to_2', 'from_3_to_5', 'over_5'] as const
type ExperienceBand = (typeof EXPERIENCE_BANDS)[number]

/** `some_way` = the person did not say by what means; `with_support` = by the transport or the dormitory that the vacancy offers. */
export const REACHES = ['near', 'bus', 'car', 'some_way', 'with_support', 'open', 'too_far'] as const
type Reach = (typeof REACHES)[number]

export const START_BANDS = ['now', 'in_time', 'later', 'open'] as const
/** A month only when it is one or two after the day that the vacancy names. */
type Start = (typeof START_BANDS)[number] | { month: Month }

/** Null and empty: the vacancy does not ask. Skills are in the vacancy's own words. */
export type AnonymousView = {
  experience: ExperienceBand | null
  skills: { skill: string; fit: Fit }[]
  driving: { category: DrivingCategory; fit: Fit }[]
  certificates: { certificate: Certificate; fit: Fit }[]
  medicalBook: Fit | null
  languages: { language: SpokenLanguage; level: CefrLevel; fit: Fit }[]
  education: { level: EducationLevel; fit: Fit } | null
  shifts: { shift: Shift; fit: Fit }[]
  /** Also null when the vacancy names no day and the person no month. */
  start: Start | null
  travel: Reach | null
}

const FIT = { meets: 'yes', check: 'open', unknown: 'open', fails: 'no' } as const satisfies Record<Verdict, Fit>
const BANDS_BELOW = [
  [1, 'none'],
  [12, 'under_1'],
  [36, 'from_1_to_2'],
  [72, 'from_3_to_5'],
] as const satisfies readonly (readonly [months: number, band: ExperienceBand])[]
const REACH_BY = { walk: 'near', bicycle: 'near', none: 'near', bus: 'bus', car: 'car' } as const satisfies Record<
  NonNullable<OpenProfile['travelMeans']>,
  Reach
>

/** What a vacancy insists on and an employer may be answered. */
export function asksOf(vacancy: VacancyFacts) {
  const { requirements, shifts, remote } = insistingOn(vacancy)
  const { latvian, otherLanguages, education, experience } = requirements
  return {
    experience: experience !== null && experience.months > 0,
    skills: requirements.skills.map(({ skill }) => skill),
    driving: requirements.driving.map(({ category }) => category),
    certificates: requirements.certificates.map(({ certificate }) => certificate),
    medicalBook: requirements.medicalBook !== null,
    languages: [...(latvian === null ? [] : [{ language: 'lv' as const, level: latvian.level }]), ...otherLanguages],
    education: education === null || education.level === 'none' ? null : education.level,
    shifts: [...new Set([...shifts, ...(requirements.nights === null ? [] : (['night'] as const))])],
    travel: !remote,
  }
}

function startOf(vacancy: VacancyFacts, open: OpenProfile, today: Day): Start | null {
  const verdict = openVerdict('start_date', { ...vacancy, startOn: vacancy.startOn ?? today }, open, today)
  if (open.startFrom === null) return vacancy.startOn === null ? null : 'open'
  if (verdict !== 'meets') return verdict === 'check' ? { month: open.startFrom } : 'later'
  return vacancy.startOn !== null && vacancy.startOn > today ? 'in_time' : 'now'
}

function reachOf(vacancy: VacancyFacts, open: OpenProfile, today: Day): Reach {
  if (openVerdict('distance', { ...vacancy, supportOffered: [] }, open, today) === 'meets')
    return open.travelMeans === null ? 'some_way' : REACH_BY[open.travelMeans]
  const supported = FIT[openVerdict('distance', vacancy, open, today) ?? 'unknown']
  return supported === 'yes' ? 'with_support' : supported === 'no' ? 'too_far' : 'open'
}

export function anonymousView(vacancy: VacancyFacts, open: OpenProfile, today: Day): AnonymousView {
  // The criterion itself answers, asked about this one thing as if it were a must.
  const fitOf = (criterion: EmployerCriterion, only: Partial<Requirements>, more: Partial<VacancyFacts> = {}): Fit =>
    FIT[openVerdict(criterion, { ...vacancy, ...more, requirements: { ...NO_REQUIREMENTS, ...only } }, open, today) ?? 'unknown']
  const asks = asksOf(vacancy)
  const months = monthsIn(open.experience, vacancy.occupation)
  const strength = 'must'
  return {
    experience: asks.experience ? (BANDS_BELOW.find(([below]) => months < below)?.[1] ?? 'over_5') : null,
    skills: asks.skills.map((skill) => ({ skill, fit: fitOf('skills', { skills: [{ skill, strength }] }) })),
    driving: asks.driving.map((category) => ({ category, fit: fitOf('licences', { driving: [{ category, strength }] }) })),
    certificates: asks.certificates.map((certificate) => ({
      certificate,
      fit: fitOf('certificates', { certificates: [{ certificate, strength }] }),
    })),
    medicalBook: asks.medicalBook ? fitOf('medical_book', { medicalBook: strength }) : null,
    languages: asks.languages.map(({ language, level }) => ({
      language,
      level,
      fit: fitOf(
        'language',
        language === 'lv' ? { latvian: { level, strength } } : { otherLanguages: [{ language, level, strength, reason: 'team' }] },
      ),
    })),
    education:
      asks.education === null
        ? null
        : { level: asks.education, fit: fitOf('education', { education: { level: asks.education, strength } }) },
    shifts: asks.shifts.map((shift) => ({ shift, fit: fitOf('shifts', { shifts: strength }, { shifts: [shift] }) })),
    start: startOf(vacancy, open, today),
    travel: asks.travel ? reachOf(vacancy, open, today) : null,
  }
}
