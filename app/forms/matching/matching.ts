// Addresses and forms of the match pages: the chosen group and page, hiding a vacancy, proposing it.
import { z } from 'zod'
import { GROUPS } from '#app/domain/matching/criterion.ts'
import { choice, id, listCursor } from '../fields.ts'

const last = z.preprocess((value) => (Array.isArray(value) ? (value.at(-1) as unknown) : value), z.string())
const page = last.transform(Number).pipe(z.number().int().min(1).max(10_000)).catch(1)
/** Null opens the first group that holds anything. */
const group = last.pipe(z.enum(GROUPS)).nullable().catch(null)
const flag = last.transform((typed) => typed === 'true').catch(false)

/** `undo` names the vacancy that was hidden just now. */
export const personMatchAddress = z.object({
  group,
  page,
  hidden: flag,
  undo: last
    .transform((typed) => typed.slice(0, 64))
    .nullable()
    .catch(null),
})
export const vacancyMatchAddress = z.object({ group, page })
export const personProposalsAddress = z.object({ at: listCursor })

export const hiding = z.object({ vacancyId: id, hide: choice(['yes', 'no']).transform((typed) => typed === 'yes') })

/** Deadline in days; the person is asked at once, or the proposal waits as a draft. */
export const proposing = z.object({ deadlineDays: choice(['2', '3', '7', '14']).transform(Number), then: choice(['ask', 'draft']) })
