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
  type Strength,
} from '#app/domain/vacancies/job-terms.ts'
import { named, row, rows } from '../field-rows.ts'
import { optionalChoice, optionalWhole } from '../fields.ts'
import { problem } from '../parse-form.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { optionalSharedText } from '../shared-text.ts'

export const SKILL_ROWS = [0, 1, 2, 3, 4, 5, 6, 7] as const
export const LANGUAGE_ROWS = [0, 1] as const
export const OTHER_LANGUAGES = LANGUAGES.filter((language) => language !== 'lv')

const strength = optionalChoice(STRENGTHS)
/** A value with nothing chosen beside it is a must. */
const firmness = strength.transform((value) => value ?? 'must')

const fields = z.object({
  latvian: row({ level: optionalChoice(CEFR_LEVELS), strength: firmness }),
  languages: rows(
    LANGUAGE_ROWS.length,
    row({
      language: optionalChoice(['ru', 'en', 'de', 'lt', 'uk']),
      level: optionalChoice(CEFR_LEVELS),
      strength: firmness,
      reason: optionalChoice(LANGUAGE_REASONS),
    }),
  ),
  education: row({ level: optionalChoice(EDUCATION_LEVELS), strength: firmness }),
  experience: row({ months: optionalWhole({ min: 0, max: 240 }), strength: firmness }),
  skills: rows(SKILL_ROWS.length, row({ skill: optionalSharedText({ max: 60 }), strength: firmness })),
  driving: named(DRIVING_CATEGORIES, strength),
  certificate: named(CERTIFICATES, strength),
  physical: named(PHYSICAL_DEMANDS, strength),
  medicalBook: strength,
  shifts: strength,
  nights: strength,
  away: strength,
})

type Typed = z.output<typeof fields>

function languagesOf({ languages }: Typed, context: z.RefinementCtx): Requirements['otherLanguages'] {
  return languages.flatMap(({ language, level, strength, reason }, at) => {
    if (language === null) return []
    if (level === null) context.addIssue({ code: 'custom', path: ['languages', at, 'level'], message: problem('choose') })
    // Darba likums 32: another language may be asked for only where the duties need it.
    if (reason === null) context.addIssue({ code: 'custom', path: ['languages', at, 'reason'], message: problem('languageReasonMissing') })
    return level === null || reason === null ? [] : [{ language, level, strength, reason }]
  })
}

/** What is asked for among these, with how firmly. */
function firm<Name extends string>(names: readonly Name[], strengths: Readonly<Record<Name, Strength | null>>) {
  return names.flatMap((name) => {
    const strength = strengths[name]
    return strength === null ? [] : [{ name, strength }]
  })
}

function askedLevel<Level>({ level, strength }: { level: Level | null; strength: Strength }) {
  return level === null ? null : { level, strength }
}

/** A skill is answered with yes or no before the naming: one that asks about the past would make the vacancy a test of it. */
function refuseTheirPast({ skills }: Typed, context: z.RefinementCtx): void {
  skills.forEach(({ skill }, at) => {
    if (checkText(skill).some(({ kind }) => kind === 'past' || kind === 'prison'))
      context.addIssue({ code: 'custom', path: ['skills', at, 'skill'], message: problem('skillOfThePast') })
  })
}

export const requirementsStep = fields.transform((typed, context): { requirements: Requirements } => {
  refuseTheirPast(typed, context)
  const months = typed.experience.months ?? 0
  return {
    requirements: {
      latvian: askedLevel(typed.latvian),
      otherLanguages: languagesOf(typed, context),
      education: askedLevel(typed.education),
      experience: months === 0 ? null : { months, strength: typed.experience.strength },
      skills: typed.skills.filter(({ skill }) => skill !== ''),
      driving: firm(DRIVING_CATEGORIES, typed.driving).map(({ name, strength }) => ({ category: name, strength })),
      certificates: firm(CERTIFICATES, typed.certificate).map(({ name, strength }) => ({ certificate: name, strength })),
      medicalBook: typed.medicalBook,
      physical: firm(PHYSICAL_DEMANDS, typed.physical).map(({ name, strength }) => ({ demand: name, strength })),
      shifts: typed.shifts,
      nights: typed.nights,
      away: typed.away,
    },
  }
})
