// Forms of an employer about itself.
import { z } from 'zod'
import { email, phone, version } from '../fields.ts'
import { optionalSharedText, override, sharedText, warnOf } from '../shared-text.ts'
import { knownPlace, placeFields } from '#app/forms/places/place.ts'

/** @param before the company as it stands: what everybody reads already is not asked about again */
export const companyForm = (before: { about: string }) =>
  z
    .object({
      version,
      ...placeFields,
      about: optionalSharedText({ max: 1000 }),
      contactName: sharedText({ max: 100 }),
      contactEmail: email,
      contactPhone: phone,
      override,
    })
    .transform(({ override, ...typed }, context) => {
      warnOf('about', { ...typed, override }, context, before.about)
      return { ...typed, place: knownPlace(typed, context).name }
    })

export const renameForm = z.object({ name: sharedText({ max: 120 }) })
