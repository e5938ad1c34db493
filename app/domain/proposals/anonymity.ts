// What each yes of a person opens: lists that are written down with the question, and read to the person in this order.
import { ruledOutBy, ruledOutKey } from '#app/domain/vacancies/refusal-limit.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { asksOf } from './anonymous-view.ts'

/** What the first yes can tell the employer: each only where the vacancy asks it, most with the thing that is asked. */
export const SHARE_KINDS = [
  'code',
  'experience',
  'skill',
  'driving',
  'certificate',
  'medical_book',
  'language',
  'education',
  'shift',
  'start',
  'travel',
  /** What the vacancy refuses: whoever is proposed has none of it. */
  'refused',
  /** The work that the yes is for, by its occupation and its contexts: that neither a law nor a court forbids it, every proposal says of itself. */
  'work',
] as const
type ShareKind = (typeof SHARE_KINDS)[number]
/** The thing asked or refused stands after a dot: `driving.C`, `language.lv.B1`, `refused.fraud.years.3`, a skill in the vacancy's words, an occupation as an ISCO-08 code. */
type ShareDisclosure = ShareKind | `${ShareKind}.${string}`
/** What the first yes told while an employer saw the whole open profile. Only in consents of that time. */
export const WHOLE_PROFILE_DISCLOSES = [
  'code',
  'occupation',
  'skills',
  'licences',
  'languages',
  'start_month',
  'travel_area',
  'meets_criteria',
] as const
/** What the second yes tells it. */
export const NAME_DISCLOSES = ['name', 'phone', 'email'] as const
/** What no yes ever tells. */
export const NEVER_DISCLOSED = ['past', 'birth_date', 'personal_code', 'address', 'organisation'] as const
export type Disclosure = ShareDisclosure | (typeof WHOLE_PROFILE_DISCLOSES)[number] | (typeof NAME_DISCLOSES)[number]

/** What the first yes to a proposal for this vacancy tells: it depends on the vacancy alone. */
export function shareDiscloses(vacancy: VacancyFacts): ShareDisclosure[] {
  const asks = asksOf(vacancy)
  return [
    'code',
    ...(asks.experience ? [`experience.${vacancy.occupation}` as const] : []),
    ...asks.skills.map((skill) => `skill.${skill}` as const),
    ...asks.driving.map((category) => `driving.${category}` as const),
    ...asks.certificates.map((certificate) => `certificate.${certificate}` as const),
    ...(asks.medicalBook ? (['medical_book'] as const) : []),
    ...asks.languages.map(({ language, level }) => `language.${language}.${level}` as const),
    ...(asks.education === null ? [] : [`education.${asks.education}` as const]),
    ...asks.shifts.map((shift) => `shift.${shift}` as const),
    'start',
    ...(asks.travel ? (['travel'] as const) : []),
    ...ruledOutBy(vacancy).map((one) => `refused.${ruledOutKey(one)}` as const),
    ...[vacancy.occupation, ...vacancy.contexts].map((one) => `work.${one}` as const),
  ]
}

/** What the vacancy refuses, among the lines of a yes. */
export function isRuledOut(one: Disclosure): boolean {
  return one.startsWith('refused.')
}

/** What the yes is for, among the lines of a yes. */
export function isWork(one: Disclosure): boolean {
  return one.startsWith('work.')
}

/** Whether a yes to one list allows telling all of another. */
export function coversAll(saidYesTo: readonly Disclosure[], told: readonly Disclosure[]): boolean {
  const wholeProfile = WHOLE_PROFILE_DISCLOSES.every((one) => saidYesTo.includes(one))
  // Consents of that time did not tell what is refused, and for which work a yes is was not kept at first.
  const ofAnyWork = !saidYesTo.some(isWork)
  return told.every((one) => saidYesTo.includes(one) || (isWork(one) ? ofAnyWork : wholeProfile && !isRuledOut(one)))
}
