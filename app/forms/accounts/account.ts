// Forms of signing in, registering and inviting.
import { z } from 'zod'
import { ORGANISATION_KINDS } from '#app/domain/organisations/organisation.ts'
import { checkbox, choice, email, id, optionalText, phone, registrationNo, secret, text } from '../fields.ts'
import { knownPlace, placeFields } from '#app/forms/places/place.ts'
import { LANGUAGES } from '#app/i18n/language.ts'
import { problem } from '../parse-form.ts'
import { optionalSharedText, override, sharedText, warnOf } from '../shared-text.ts'

export const signInForm = z.object({ email, password: secret(), to: optionalText({ max: 500 }) })

const newPassword = secret({ min: 12, short: 'passwordShort' })

export const employerRegistration = z
  .object({
    company: sharedText({ max: 120 }),
    registrationNo,
    ...placeFields,
    about: optionalSharedText({ max: 1000 }),
    override,
    name: sharedText({ max: 100 }),
    email,
    phone,
    password: newPassword,
    terms: checkbox.refine((agreed) => agreed, problem('required')),
  })
  .transform(({ override, ...typed }, context) => {
    warnOf('about', { ...typed, override }, context)
    return { ...typed, place: knownPlace(typed, context).name }
  })

export const organisationRegistration = z.object({
  organisation: sharedText({ max: 120 }),
  kind: choice(ORGANISATION_KINDS),
  municipality: text({ max: 60 }),
  name: sharedText({ max: 100 }),
  email,
  phone,
})

export const invitationForm = z.object({ name: sharedText({ max: 100 }), email })
/** The two forms of a page of colleagues. */
export const colleaguesForm = z.discriminatedUnion('form', [
  invitationForm.extend({ form: z.literal('invite') }),
  z.object({ form: z.literal('withdraw'), id }),
  z.object({ form: z.literal('end'), id }),
])
export const acceptanceForm = z.object({ name: sharedText({ max: 100 }), phone, password: newPassword })
/** A colleague who has an account already signs in with it. */
export const knownAcceptanceForm = z.object({ password: secret() })

export const languageForm = z.object({ language: choice(LANGUAGES), to: optionalText({ max: 500 }) })
export const demoForm = z.object({ as: id })
