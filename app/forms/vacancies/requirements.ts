// The form of what the work asks for: every requirement with how firm it is.
import { z } from 'zod'
import {
  CEFR_LEVELS,
  CERTIFICATES,
  DRIVING_CATEGORIES,
  EDUCATION_LEVELS,
  LANGUAGE_REASONS,
  LANGUAGES,
  PHYSICAL_DEMANDS,
  STRENGTHS,
  type Requirements,
} from '#app/domain/vacancies/job-terms.ts'
import { optionalChoice, optionalText, optionalWhole } from '../fields.ts'

export const SKILL_ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const
export const LANGUAGE_ROWS = [1, 2] as const
export const OTHER_LANGUAGES = LANGUAGES.filter((language) => language !== 'lv')

const strength = optionalChoice(STRENGTHS)
/** A value without a word on how firm it is is meant as it stands. */
const firmness = strength.transform((value) => value ?? 'must')

/** `prefix-name` fields of one kind. */
function rows<const Name extends string | number, Field extends z.ZodType>(prefix: string, names: readonly Name[], field: Field) {
  return Object.fromEntries(names.map((name) => [`${prefix}-${name}`, field])) as { [Key in `${string}-${Name}`]: Field }
}

const fields = z.object({
  latvianLevel: optionalChoice(CEFR_LEVELS),
  latvianStrength: firmness,
  educationLevel: optionalChoice(EDUCATION_LEVELS),
  educationStrength: firmness,
  experienceMonths: optionalWhole({ min: 0, max: 240 }),
  experienceStrength: firmness,
  medicalBook: strength,
  shiftsStrength: strength,
  nights: strength,
  away: strength,
})
const languageFields = z.object({
  ...rows('language', LANGUAGE_ROWS, optionalChoice(['ru', 'en', 'de', 'lt', 'uk'])),
  ...rows('languageLevel', LANGUAGE_ROWS, optionalChoice(CEFR_LEVELS)),
  ...rows('languageStrength', LANGUAGE_ROWS, firmness),
  ...rows('languageReason', LANGUAGE_ROWS, optionalChoice(LANGUAGE_REASONS)),
})
const skillFields = z.object({
  ...rows('skill', SKILL_ROWS, optionalText({ max: 60 })),
  ...rows('skillStrength', SKILL_ROWS, firmness),
})
const strengthFields = z.object({
  ...rows('driving', DRIVING_CATEGORIES, strength),
  ...rows('certificate', CERTIFICATES, strength),
  ...rows('physical', PHYSICAL_DEMANDS, strength),
})

type Typed = z.output<typeof fields> & Record<string, unknown>
type OtherLanguage = Requirements['otherLanguages'][number]
type Strength = OtherLanguage['strength']

function otherLanguages(typed: Typed, problem: (field: string, message: string) => void): OtherLanguage[] {
  return LANGUAGE_ROWS.flatMap((row): OtherLanguage[] => {
    const language = typed[`language-${row}`] as OtherLanguage['language'] | null
    const level = typed[`languageLevel-${row}`] as OtherLanguage['level'] | null
    const reason = typed[`languageReason-${row}`] as OtherLanguage['reason'] | null
    if (language === null) return []
    if (level === null) problem(`languageLevel-${row}`, 'choose')
    // Darba likums 32: another language may be asked for only where the duties need it.
    if (reason === null) problem(`languageReason-${row}`, 'languageReasonMissing')
    return level === null || reason === null ? [] : [{ language, level, strength: typed[`languageStrength-${row}`] as Strength, reason }]
  })
}

function requirementsFrom(typed: Typed, problem: (field: string, message: string) => void): Requirements {
  const strengthOf = (field: string) => typed[field] as Strength | null
  const firm = <Key extends string, Name>(key: Key, prefix: string, names: readonly (Name & string)[]) =>
    names.flatMap((name) => {
      const found = strengthOf(`${prefix}-${name}`)
      return found === null ? [] : [{ [key]: name, strength: found } as Record<Key, Name> & { strength: Strength }]
    })
  const months = typed.experienceMonths ?? 0
  return {
    latvian: typed.latvianLevel === null ? null : { level: typed.latvianLevel, strength: typed.latvianStrength },
    otherLanguages: otherLanguages(typed, problem),
    education: typed.educationLevel === null ? null : { level: typed.educationLevel, strength: typed.educationStrength },
    experience: months === 0 ? null : { months, strength: typed.experienceStrength },
    skills: SKILL_ROWS.flatMap((row) => {
      const skill = typed[`skill-${row}`] as string
      return skill === '' ? [] : [{ skill, strength: typed[`skillStrength-${row}`] as Strength }]
    }),
    driving: firm('category', 'driving', DRIVING_CATEGORIES),
    certificates: firm('certificate', 'certificate', CERTIFICATES),
    medicalBook: typed.medicalBook,
    physical: firm('demand', 'physical', PHYSICAL_DEMANDS),
    shifts: typed.shiftsStrength,
    nights: typed.nights,
    away: typed.away,
  }
}

export const requirementsStep = fields
  .extend(languageFields.shape)
  .extend(skillFields.shape)
  .extend(strengthFields.shape)
  .transform((typed, context) => ({
    requirements: requirementsFrom(typed, (field, message) => {
      context.addIssue({ code: 'custom', path: [field], message })
    }),
  }))
