// The two stages of disclosure: a type that cannot hold personal data, and the lists of what each yes opens.
import type { OpenProfile } from '#app/domain/people/candidate.ts'
import type { Month } from '#app/domain/shared/day.ts'

/** Everything an employer may know of a person before the second yes. Never conviction data, age, sex, address, prison or who proposes. */
export type AnonymousCandidate = {
  occupationsWanted: string[]
  experience: { occupation: string; months: number }[]
  skills: string[]
  certificates: OpenProfile['certificates']
  driving: OpenProfile['driving']
  medicalBook: OpenProfile['medicalBook']
  languages: OpenProfile['languages']
  education: OpenProfile['education']
  shifts: OpenProfile['shifts']
  nights: boolean | null
  travelMunicipality: string | null
  travelMeans: OpenProfile['travelMeans']
  maxKm: number | null
  startFrom: Month | null
  supportNeeded: OpenProfile['supportNeeded']
}

export function anonymousView(open: OpenProfile): AnonymousCandidate {
  return {
    occupationsWanted: open.occupationsWanted,
    experience: open.experience,
    skills: open.skills,
    certificates: open.certificates,
    driving: open.driving,
    medicalBook: open.medicalBook,
    languages: open.languages,
    education: open.education,
    shifts: open.shifts,
    nights: open.nights,
    travelMunicipality: open.travelFrom?.municipality ?? null,
    travelMeans: open.travelMeans,
    maxKm: open.maxKm,
    startFrom: open.startFrom,
    supportNeeded: open.supportNeeded,
  }
}

/** What the first yes tells the employer, in the order it is read to the person. */
export const SHARE_DISCLOSES = [
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
export type Disclosure = (typeof SHARE_DISCLOSES)[number] | (typeof NAME_DISCLOSES)[number]
