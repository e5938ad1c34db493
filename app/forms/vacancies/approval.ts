// The coordinator's answer to refusals that need approval.
import { z } from 'zod'
import { choice, id, instant, listCursor } from '../fields.ts'
import { optionalSharedText } from '../shared-text.ts'

export const approvalForm = z
  .object({
    /** The form's own name: there is one for each vacancy. */
    form: id,
    /** When it was asked, as the coordinator read it. */
    askedAt: instant,
    decision: choice(['approved', 'refused']),
    answer: optionalSharedText({ max: 500 }),
  })
  .refine(({ decision, answer }) => decision === 'approved' || answer !== '', { path: ['answer'], message: 'required' })

export const approvalsAddress = z.object({ at: listCursor })
