// Forms of a person's pages: registering, the identity, the stage, the label, the caseworker, readiness, the list's address.
import { z } from 'zod'
import { couldBePersonalCode } from '#app/domain/people/personal-code.ts'
import { ACTIVITIES, READINESS_ITEMS, READINESS_STATES, STAGES, type Identity } from '#app/domain/people/candidate.ts'
import { holdsPhone, namesInFull } from '#app/domain/people/label.ts'
import { WAITING_PARTIES, type ReadinessRow } from '#app/domain/people/person-line.ts'
import { LANGUAGES } from '#app/i18n/language.ts'
import {
  checkbox,
  choice,
  emptyOr,
  id,
  listCursor,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalPhone,
  optionalText,
  version,
} from '../fields.ts'
import { fieldsOf } from '../field-names.ts'
import { named, row } from '../field-rows.ts'
import { problem, type Entered } from '../parse-form.ts'
import { optionalSharedText, sharedText } from '../shared-text.ts'

const LABEL_LETTERS = 60
const emptyToNull = (typed: string) => (typed === '' ? null : typed)
const textOrNull = (max: number) => optionalText({ max }).transform(emptyToNull)

/** Six digits, a dash (or none), five digits; kept with the dash. */
const personalCode = optionalText({ max: 20 })
  .transform((typed) => typed.replace(/[\s–-]/g, ''))
  .pipe(z.string().refine(emptyOr(couldBePersonalCode), problem('notPersonalCode')))
  .transform((digits) => (digits === '' ? null : `${digits.slice(0, 6)}-${digits.slice(6)}`))

const identityFields = {
  givenName: sharedText({ max: 60 }),
  familyName: sharedText({ max: 60 }),
  personalCode,
  birthDate: optionalDay,
  phone: optionalPhone.transform(emptyToNull),
  email: optionalEmail.transform(emptyToNull),
  address: textOrNull(200),
}
const stageFields = { stage: choice(STAGES), custodyPlaceId: id.transform(emptyToNull), plannedReleaseOn: optionalDay }
const withoutPhone = (typed: string) => !holdsPhone(typed)
const labelFields = {
  label: sharedText({ max: LABEL_LETTERS }).refine(withoutPhone, problem('phoneInLabel')),
  language: choice(LANGUAGES),
}

const identityOf = ({ givenName, familyName, personalCode, birthDate, phone, email, address }: Identity): Identity => ({
  givenName,
  familyName,
  personalCode,
  birthDate,
  phone,
  email,
  address,
})

type Named = Parameters<typeof namesInFull>[1] & { label: string }
const labelIsNoFullName = ({ label, ...names }: Named) => !namesInFull(label, names)
const FULL_NAME = { path: ['label'], message: problem('fullNameInLabel') }

export const newPersonForm = z
  .object({ ...identityFields, ...labelFields, ...stageFields })
  .refine(labelIsNoFullName, FULL_NAME)
  .transform(({ label, language, stage, custodyPlaceId, plannedReleaseOn, ...identity }) => ({
    label,
    language,
    stage,
    custodyPlaceId,
    plannedReleaseOn,
    identity: identityOf(identity),
  }))

/** Of an organisation that is no public authority: where the person is, it is not asked. */
export const newOpenPersonForm = z
  .object({ ...identityFields, ...labelFields })
  .refine(labelIsNoFullName, FULL_NAME)
  .transform(({ label, language, ...identity }) => ({
    label,
    language,
    stage: 'looking' as const,
    custodyPlaceId: null,
    plannedReleaseOn: null,
    identity: identityOf(identity),
  }))

/** The page opens the encrypted part by a POST, and saves it by another. */
export const openForm = z.object({ form: z.literal('open') })
export const identityForm = z
  .object({ ...identityFields, version })
  .transform(({ version, ...identity }) => ({ version, identity: identityOf(identity) }))

/** The small forms of the profile page, told apart by `form`. */
export const profilePageForm = z.discriminatedUnion('form', [
  z.object({ form: z.literal('stage'), version, ...stageFields }),
  z.object({ form: z.literal('activity'), version, stage: choice(ACTIVITIES) }),
  z.object({ form: z.literal('label'), version, ...labelFields }),
  z.object({ form: z.literal('caseworker'), version, caseworkerId: id.pipe(z.string().min(1, problem('choose'))) }),
  z.object({ form: z.literal('correction'), correctionId: id }),
])

/** The person's code, as it stands on the page. */
export const eraseForm = z.object({ code: optionalText({ max: 20 }).transform((typed) => typed.toUpperCase()) })

/** `more`: also what others who see the paper should not learn. */
export const fileForm = z.object({ form: z.literal('print'), more: checkbox })

export const accessForm = z.object({ form: choice(['card', 'unlock']) })

export const readinessForm = z
  .object({
    version,
    items: named(
      READINESS_ITEMS,
      row({ state: optionalChoice(READINESS_STATES), who: optionalSharedText({ max: 80 }), dueOn: optionalDay }),
    ),
  })
  .transform(({ version, items }) => ({ version, items: READINESS_ITEMS.map((item): ReadinessRow => ({ item, ...items[item] })) }))

/** What is stored, as the form's fields show it. */
export function readinessEntered(rows: readonly ReadinessRow[]): Entered {
  return fieldsOf({
    items: Object.fromEntries(rows.map(({ item, state, who, dueOn }) => [item, { state: state ?? '', who, dueOn: dueOn ?? '' }])),
  })
}

export function identityEntered(identity: Identity): Record<string, string> {
  return Object.fromEntries(Object.entries(identity).map(([field, value]) => [field, value ?? '']))
}

const WHOSE = ['mine', 'all'] as const
export const peopleAddress = z.object({
  whose: choice(WHOSE).catch('mine'),
  stage: optionalChoice([...STAGES, ...ACTIVITIES]).catch(null),
  waitingOn: optionalChoice([...WAITING_PARTIES, 'nobody']).catch(null),
  missing: optionalChoice(READINESS_ITEMS).catch(null),
  q: optionalText({ max: 60 }).catch(''),
  at: listCursor,
})
