// Forms of the coordinator, and the organisation's own application.
import { z } from 'zod'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { RESTRICTION_EFFECTS } from '#app/domain/matching/legal-restriction.ts'
import { CUSTODY_REGIMES, VERIFICATION_STATES } from '#app/domain/organisations/organisation.ts'
import { municipalityByCode } from '#app/domain/places/places.ts'
import { WORK_CONTEXTS } from '#app/domain/vacancies/job-terms.ts'
import { organisationRegistration } from '#app/forms/accounts/account.ts'
import { checkbox, choice, id, listCursor, optionalChoice, optionalDay, optionalText, phone, text, time, version } from '../fields.ts'
import { problem } from '../parse-form.ts'
import { optionalSharedText, override } from '../shared-text.ts'

const municipality = text({ max: 60 }).refine((code) => municipalityByCode(code) !== undefined, problem('choose'))

export const organisationApplication = organisationRegistration.extend({ municipality })
export const organisationForm = organisationApplication.extend({ publicAuthority: checkbox })

/** One press beside a waiting company. */
export const quickVerifyForm = z.object({ id, version })
/** Whether a reason is needed depends on what stood before. */
export const decisionForm = z.object({
  decision: choice(['verified', 'refused']),
  reason: optionalSharedText({ max: 500 }),
  override,
  version,
})
export const authorityForm = z.object({ publicAuthority: checkbox, version })

const article = optionalText({ max: 300 }).refine((typed) => typed !== '', problem('articleMissing'))
const source = optionalText({ max: 300 })

export const restrictionForm = z
  .object({
    occupation: optionalText({ max: 4 })
      .refine((typed) => /^\d{0,4}$/.test(typed), problem('notIsco'))
      .transform((typed) => (typed === '' ? null : typed)),
    context: optionalChoice(WORK_CONTEXTS),
    family: optionalChoice(OFFENCE_FAMILIES),
    effect: choice(RESTRICTION_EFFECTS),
    article,
    note: optionalText({ max: 1000 }),
    source,
    version,
  })
  .superRefine((rule, context) => {
    if ((rule.occupation === null) === (rule.context === null))
      context.addIssue({ code: 'custom', path: ['occupation'], message: problem('oneSubject') })
  })
export const ruleVerificationForm = z.object({ source: source.refine((typed) => typed !== '', problem('sourceMissing')), version })
export const ruleRetirementForm = z.object({ retired: checkbox, version })

export const custodyForm = z
  .object({
    name: text({ max: 120 }),
    municipality,
    regime: choice(CUSTODY_REGIMES),
    openFrom: optionalDay,
    closedOn: optionalDay,
    note: optionalText({ max: 500 }),
    version,
  })
  .superRefine(({ openFrom, closedOn }, context) => {
    if (openFrom !== null && closedOn !== null && closedOn < openFrom)
      context.addIssue({ code: 'custom', path: ['closedOn'], message: problem('dayOrder') })
  })

export const serviceContactForm = z.object({ phone, opens: time, closes: time, version }).superRefine(({ opens, closes }, context) => {
  if (closes <= opens) context.addIssue({ code: 'custom', path: ['closes'], message: problem('timeOrder') })
})

/** `all` or nothing = every state. */
export const listAddress = z.object({
  state: z.enum(VERIFICATION_STATES).nullable().catch(null),
  words: optionalText({ max: 100 }).catch(''),
  at: listCursor,
})
export const rulesAddress = z.object({ retired: checkbox.catch(false) })
