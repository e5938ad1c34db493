// Questions around a proposal and the addresses of its lists; the forms of its moves are in move-forms.ts.
import { z } from 'zod'
import { CASEWORK_FILTERS, EMPLOYER_FILTERS } from '#app/domain/shared/lists.ts'
import { id, listCursor, text } from '../fields.ts'

/** What the person asks before deciding. */
export const ownQuestion = z.object({ question: text({ max: 500 }) })
/** The caseworker's answer to it. */
export const questionAnswer = z.object({ question: id, answer: text({ max: 1000 }) })

export const employerProposalsAddress = z.object({ filter: z.enum(EMPLOYER_FILTERS).catch('waiting'), at: listCursor })
export const caseworkProposalsAddress = z.object({ filter: z.enum(CASEWORK_FILTERS).catch('caseworker'), at: listCursor })
