// Questions around a proposal and the addresses of its lists; the forms of its moves are in move-forms.ts.
import { z } from 'zod'
import { CASEWORK_FILTERS, EMPLOYER_FILTERS } from '#app/domain/shared/lists.ts'
import { id, listCursor } from '../fields.ts'
import { override, sharedText, warnOf } from '../shared-text.ts'

/** What the person asks before deciding. */
export const ownQuestion = z.object({ question: sharedText({ max: 500 }) })
/** The caseworker's answer to it. */
export const questionAnswer = z.object({ question: id, answer: sharedText({ max: 1000 }), override }).transform((typed, context) => {
  warnOf('answer', typed, context)
  return typed
})

export const employerProposalsAddress = z.object({ filter: z.enum(EMPLOYER_FILTERS).catch('waiting'), at: listCursor })
export const caseworkProposalsAddress = z.object({ filter: z.enum(CASEWORK_FILTERS).catch('caseworker'), at: listCursor })
