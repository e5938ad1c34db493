// A coordinator's decision about two registrations of one personal code.
import { z } from 'zod'
import { INVOLVEMENT_BASES } from '#app/domain/people/permissions.ts'
import { choice, listCursor } from '../fields.ts'
import { sharedText } from '../shared-text.ts'

export const duplicateForm = z.discriminatedUnion('form', [
  z.object({ form: z.literal('different') }),
  z.object({
    form: z.literal('merge'),
    basis: choice(INVOLVEMENT_BASES),
    basisName: sharedText({ max: 120 }),
    said: sharedText({ max: 600 }),
  }),
])

export const duplicatesAddress = z.object({ at: listCursor })
