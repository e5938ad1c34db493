// The forms of a vacancy's guided writing: a schema for each step, giving what the step changes.
import { z } from 'zod'
import { belowMinimumWage } from '#app/domain/vacancies/minimum-wage.ts'
import { isOccupation } from '#app/domain/occupations/occupations.ts'
import { VISIBILITIES } from '#app/domain/vacancies/vacancy.ts'
import { VACANCY_STEPS, type VacancyContent, type VacancyStep } from '#app/domain/vacancies/content.ts'
import { CONTRACTS, PAY_PERIODS, SHIFTS, SUPPORT_OFFERED, SUPPORT_WANTED, WORK_CONTEXTS } from '#app/domain/vacancies/job-terms.ts'
import {
  checkbox,
  choice,
  choices,
  id,
  optionalChoice,
  optionalDay,
  optionalMoney,
  optionalText,
  optionalWhole,
  text,
  version,
  listCursor,
  whole,
} from '../fields.ts'
import { knownPlace, placeFields } from '#app/forms/places/place.ts'
import { acceptanceStep } from './acceptance.ts'
import { requirementsStep } from './requirements.ts'
import { problem } from '../parse-form.ts'
import { optionalSharedText, sharedText } from '../shared-text.ts'

const jobStep = z.object({
  title: sharedText({ max: 120 }),
  occupation: text({ max: 10 }).refine(isOccupation, problem('unknownOccupation')),
  description: optionalSharedText({ max: 5000 }),
  positions: whole({ min: 1, max: 99 }),
  contract: optionalChoice(CONTRACTS),
})

const placeStep = z
  .object({
    ...placeFields,
    address: optionalSharedText({ max: 160 }),
    remote: checkbox,
    shifts: choices(SHIFTS),
    hoursPerWeek: optionalWhole({ min: 1, max: 60 }),
    startOn: optionalDay,
  })
  .transform((typed, context) => {
    const { name, coordinates } = knownPlace(typed, context)
    return { ...typed, place: name, coordinates }
  })

const payStep = z
  .object({ payFrom: optionalMoney, payTo: optionalMoney, payPeriod: choice(PAY_PERIODS) })
  .transform(({ payFrom, payTo, payPeriod }, context) => {
    if (payFrom !== null && payTo !== null && payFrom > payTo)
      context.addIssue({ code: 'custom', path: ['payTo'], message: problem('payOrder') })
    return { payFromCents: payFrom, payToCents: payTo, payPeriod }
  })

const contextStep = z.object({ contexts: choices(WORK_CONTEXTS) })

const supportStep = z.object({
  supportOffered: choices(SUPPORT_OFFERED),
  supportWanted: choices(SUPPORT_WANTED),
  contactReplyDays: optionalWhole({ min: 1, max: 30 }),
})

const visibilityStep = z.object({ visibility: choice(VISIBILITIES) })

/** Each gives the part of the content that the step changes. */
export const VACANCY_FORMS = {
  job: jobStep,
  place: placeStep,
  pay: payStep,
  requirements: requirementsStep,
  context: contextStep,
  acceptance: acceptanceStep,
  support: supportStep,
  visibility: visibilityStep,
} as const satisfies Record<VacancyStep, z.ZodType<Partial<VacancyContent>>>

/** Compared with the minimum wage by the week's hours, which another step has. */
export function payProblem(patch: Partial<VacancyContent>, hoursPerWeek: number | null): 'belowMinimum' | null {
  const { payFromCents: cents, payPeriod } = patch
  if (cents === null || cents === undefined || payPeriod === undefined) return null
  return belowMinimumWage({ cents, payPeriod, hoursPerWeek }) ? 'belowMinimum' : null
}

/** Where to go after saving; a step by its name. */
const STEP_EXITS = ['next', 'later', 'summary', ...VACANCY_STEPS] as const
export type StepExit = (typeof STEP_EXITS)[number]

/** What every step carries beside its fields. */
export const stepMeta = z.object({
  version,
  /** The fields when the page was made, as text; only to show what somebody else changed meanwhile. */
  base: optionalText({ max: 20_000 }).catch(''),
  exit: choice(STEP_EXITS).catch('next'),
  /** "Publish although the text was warned about." */
  override: checkbox,
})

/** From where a step was opened: a single part changed, or the writing in order. */
export const stepAddress = z.object({ from: choice(['summary', 'writing']).catch('writing') })

export const publishForm = z.object({ version, override: checkbox })
export const vacancyMoveForm = z.object({ move: choice(['pause', 'fill', 'close', 'refresh', 'duplicate']) })
export const takeOverForm = z.object({ vacancy: id })

export const OWN_VACANCY_FILTERS = ['all', 'draft', 'published', 'expired', 'paused', 'filled', 'closed'] as const
export const ownVacanciesAddress = z.object({
  state: choice(OWN_VACANCY_FILTERS).catch('all'),
  at: listCursor,
})
