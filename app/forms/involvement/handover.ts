// Forms about who works with a person: passing on, asking another organisation to join, answering, ending a support.
import { z } from 'zod'
import { HANDOVER_REFUSALS } from '#app/domain/involvement/handover.ts'
import { INVOLVEMENT_BASES, SHAREABLE } from '#app/domain/people/permissions.ts'
import { choice, choices, id } from '../fields.ts'
import { problem } from '../parse-form.ts'
import { optionalSharedText, sharedText } from '../shared-text.ts'

const offered = {
  toOrganisationId: id.pipe(z.string().min(1, problem('choose'))),
  basis: choice(INVOLVEMENT_BASES),
  basisName: sharedText({ max: 120 }),
  said: sharedText({ max: 600 }),
  note: optionalSharedText({ max: 1000 }),
}

/** The forms of the page, told apart by `form`. */
export const organisationsForm = z.discriminatedUnion('form', [
  z.object({ form: z.literal('handover'), ...offered }).transform((sent) => ({ ...sent, shares: [] })),
  z.object({ form: z.literal('joining'), shares: choices(SHAREABLE), ...offered }),
  z.object({ form: z.literal('takeBack'), handoverId: id }),
  z.object({ form: z.literal('end'), relationId: id }),
])

export const handoverAnswerForm = z.discriminatedUnion('form', [
  z.object({ form: z.literal('accept') }),
  z.object({ form: z.literal('refuse'), refusal: choice(HANDOVER_REFUSALS) }),
])
