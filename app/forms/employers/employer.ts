// Forms of an employer about itself.
import { z } from 'zod'
import { email, optionalText, phone, text, version } from '../fields.ts'
import { knownPlace, placeFields } from '#app/forms/places/place.ts'

export const companyForm = z
  .object({
    version,
    ...placeFields,
    about: optionalText({ max: 1000 }),
    contactName: text({ max: 100 }),
    contactEmail: email,
    contactPhone: phone,
  })
  .transform((typed, context) => ({ ...typed, place: knownPlace(typed, context).name }))

export const renameForm = z.object({ name: text({ max: 120 }) })
