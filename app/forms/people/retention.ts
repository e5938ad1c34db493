// The list of those whose data will be erased soon: which page of it, and why somebody's data is kept on.
import { z } from 'zod'
import { KEEPING_REASONS } from '#app/domain/people/retention.ts'
import { choice, id, listCursor } from '../fields.ts'

export const retentionAddress = z.object({ at: listCursor })
export const keepForm = z.object({ candidateId: id, reason: choice(KEEPING_REASONS) })
