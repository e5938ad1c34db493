// The form of a profile's open part; "not known" is a choice everywhere, and leaving a thing empty means the same.
import { z } from 'zod'
import { TRAVEL_MEANS, type OpenProfile } from '#app/domain/people/candidate.ts'
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { findPlace } from '#app/domain/places/places.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import {
  CEFR_LEVELS,
  CERTIFICATES,
  DRIVING_CATEGORIES,
  EDUCATION_LEVELS,
  LANGUAGES,
  PHYSICAL_DEMANDS,
  SHIFTS,
  SUPPORT_OFFERED,
} from '#app/domain/vacancies/job-terms.ts'
import type { Language } from '#app/i18n/language.ts'
import {
  checkbox,
  choices,
  optionalChoice,
  optionalDay,
  optionalMoney,
  optionalMonth,
  optionalText,
  optionalWhole,
  version,
} from '../fields.ts'
import { fieldsOf } from '../field-names.ts'
import { named, row, rows } from '../field-rows.ts'
import { optionalOccupation } from '#app/forms/occupations/occupation.ts'
import { optionalSharedText } from '../shared-text.ts'
import { problem, type Entered, type Problem } from '../parse-form.ts'

export const WANTED_ROWS = 5
export const EXPERIENCE_ROWS = 8
const MOST_SKILLS = 20
const SKILL_LETTERS = 60

export const YES_NO = ['yes', 'no'] as const
const yesNo = optionalChoice(YES_NO).transform((typed) => (typed === null ? null : typed === 'yes'))

const fields = z.object({
  version,
  wanted: rows(WANTED_ROWS, row({ occupation: optionalOccupation })),
  experience: rows(EXPERIENCE_ROWS, row({ occupation: optionalOccupation, months: optionalWhole({ min: 0, max: 720 }) })),
  skills: optionalSharedText({ max: 2000 }),
  skillsChecked: checkbox,
  certificates: choices(CERTIFICATES),
  certificateExpiresOn: named(CERTIFICATES, optionalDay),
  driving: choices(DRIVING_CATEGORIES),
  drivingExpiresOn: named(DRIVING_CATEGORIES, optionalDay),
  medicalBook: optionalChoice(['valid', 'none']),
  medicalBookExpiresOn: optionalDay,
  languages: named(LANGUAGES, optionalChoice(CEFR_LEVELS)),
  education: optionalChoice(EDUCATION_LEVELS),
  shifts: choices(['not_known', ...SHIFTS]),
  nights: yesNo,
  limits: choices(['not_known', 'none', ...PHYSICAL_DEMANDS]),
  travelPlace: optionalText({ max: 80 }),
  travelMeans: optionalChoice(TRAVEL_MEANS),
  maxKm: optionalWhole({ min: 0, max: 500 }),
  dormitory: yesNo,
  away: yesNo,
  payWish: optionalMoney,
  startFrom: optionalMonth,
  workReference: yesNo,
  supportNeeded: choices(SUPPORT_OFFERED),
})

type Typed = z.output<typeof fields>
type Tell = (path: PropertyKey[], message: Problem) => void

const linesOf = (typed: string) => [...new Set(typed.split(/[\n;]/).map((line) => line.trim()))].filter((line) => line !== '')

function skillsOf({ skills, skillsChecked }: Typed, tell: Tell): string[] {
  const lines = linesOf(skills)
  const found = checkText(skills).map((finding) => finding.found)
  if (lines.length > MOST_SKILLS) tell(['skills'], problem('tooBig', { max: MOST_SKILLS }))
  if (lines.some((line) => line.length > SKILL_LETTERS)) tell(['skills'], problem('tooLong', { count: SKILL_LETTERS }))
  // An employer reads these; what looks like a contact or a past is let through only on purpose.
  if (found.length > 0 && !skillsChecked) tell(['skills'], problem('suspiciousText', { found: found.join(', ') }))
  return lines
}

function experienceOf({ experience }: Typed, tell: Tell): OpenProfile['experience'] {
  const found = experience.flatMap(({ occupation, months }, at) => {
    if (occupation === null && months !== null && months > 0) tell(['experience', at, 'occupation'], 'required')
    if (occupation !== null && months === null) tell(['experience', at, 'months'], 'required')
    return occupation === null || months === null ? [] : [{ occupation, months }]
  })
  // The same work twice is one experience.
  return found
    .filter((one, index) => found.findIndex((other) => other.occupation === one.occupation) === index)
    .map(({ occupation }) => ({
      occupation,
      months: found.filter((one) => one.occupation === occupation).reduce((sum, one) => sum + one.months, 0),
    }))
}

/** Null when nothing is known. "Not known" is chosen at first, so a choice beside it is the answer; beside "none" it is a contradiction. */
function knownOf<Value extends string>(field: string, typed: readonly (Value | 'not_known' | 'none')[], tell: Tell): Value[] | null {
  const values = typed.filter((value): value is Value => value !== 'not_known' && value !== 'none')
  if (values.length > 0 && typed.includes('none')) tell([field], 'choose')
  return values.length > 0 ? values : typed.includes('none') ? [] : null
}

function travelOf({ travelPlace }: Typed, tell: Tell): OpenProfile['travelFrom'] {
  if (travelPlace === '') return null
  const place = findPlace(travelPlace)
  if (!place) tell(['travelPlace'], 'unknownPlace')
  return place ? { municipality: place.municipality, place: place.name, coordinates: place.coordinates } : null
}

function profileOf(typed: Typed, tell: Tell): OpenProfile {
  return {
    occupationsWanted: [...new Set(typed.wanted.flatMap(({ occupation }) => occupation ?? []))],
    experience: experienceOf(typed, tell),
    skills: skillsOf(typed, tell),
    certificates: typed.certificates.map((certificate) => ({ certificate, expiresOn: typed.certificateExpiresOn[certificate] })),
    driving: typed.driving.map((category) => ({ category, expiresOn: typed.drivingExpiresOn[category] })),
    medicalBook:
      typed.medicalBook === null
        ? null
        : { state: typed.medicalBook, expiresOn: typed.medicalBook === 'valid' ? typed.medicalBookExpiresOn : null },
    languages: LANGUAGES.flatMap((language) => {
      const level = typed.languages[language]
      return level === null ? [] : [{ language, level }]
    }),
    education: typed.education,
    shifts: knownOf('shifts', typed.shifts, tell),
    nights: typed.nights,
    limits: knownOf('limits', typed.limits, tell),
    travelFrom: travelOf(typed, tell),
    travelMeans: typed.travelMeans,
    maxKm: typed.maxKm,
    dormitory: typed.dormitory,
    awayOver15Days: typed.away,
    payWishCents: typed.payWish,
    startFrom: typed.startFrom,
    workReference: typed.workReference,
    supportNeeded: typed.supportNeeded,
  }
}

export const profileForm = fields.transform((typed, context) => ({
  version: typed.version,
  profile: profileOf(typed, (path, message) => {
    context.addIssue({ code: 'custom', path, message })
  }),
}))

const yesNoEntered = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no')

/** What is stored, as the form's fields show it; occupations by their title in the page's language. */
export function profileEntered(profile: OpenProfile, language: Language): Entered {
  const title = (isco: string) => occupationTitle(isco, language)
  return fieldsOf({
    wanted: profile.occupationsWanted.map((isco) => ({ occupation: title(isco) })),
    experience: profile.experience.map(({ occupation, months }) => ({ occupation: title(occupation), months: String(months) })),
    certificateExpiresOn: Object.fromEntries(profile.certificates.map(({ certificate, expiresOn }) => [certificate, expiresOn ?? ''])),
    drivingExpiresOn: Object.fromEntries(profile.driving.map(({ category, expiresOn }) => [category, expiresOn ?? ''])),
    languages: Object.fromEntries(profile.languages.map(({ language: spoken, level }) => [spoken, level])),
    skills: profile.skills.join('\n'),
    certificates: profile.certificates.map(({ certificate }) => certificate),
    driving: profile.driving.map(({ category }) => category),
    medicalBook: profile.medicalBook?.state ?? '',
    medicalBookExpiresOn: profile.medicalBook?.expiresOn ?? '',
    education: profile.education ?? '',
    shifts: profile.shifts ?? ['not_known'],
    nights: yesNoEntered(profile.nights),
    limits: profile.limits === null ? ['not_known'] : profile.limits.length === 0 ? ['none'] : profile.limits,
    travelPlace: profile.travelFrom?.place ?? '',
    travelMeans: profile.travelMeans ?? '',
    maxKm: profile.maxKm === null ? '' : String(profile.maxKm),
    dormitory: yesNoEntered(profile.dormitory),
    away: yesNoEntered(profile.awayOver15Days),
    payWish: profile.payWishCents === null ? '' : String(profile.payWishCents / 100),
    startFrom: profile.startFrom ?? '',
    workReference: yesNoEntered(profile.workReference),
    supportNeeded: profile.supportNeeded,
  })
}
