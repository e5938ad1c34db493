// Ends that come without a decision: the vacancy is gone, or a deadline passed in silence.
import { and, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Instant } from '#app/domain/day.ts'
import { PROPOSAL_MOVES } from '#app/domain/proposal.ts'
import { consent, proposal } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { moveProposal } from './move.ts'

/** Closes every live proposal of a vacancy that was filled or closed, in that change's own transaction. @returns how many. */
export async function fillElsewhere(tx: Tx, newId: () => string, vacancyId: string, membershipId: string, now: Instant): Promise<number> {
  const rows = await tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.vacancyId, vacancyId), inArray(proposal.state, [...PROPOSAL_MOVES.fill_elsewhere.from])))
  for (const row of rows)
    await moveProposal(tx, newId, row, { move: 'fill_elsewhere', party: 'employer', membershipId, version: null }, now)
  return rows.length
}

/** Rows in one sweep: a write stays short. */
const SWEEP = 200

/** Silence has an end: a person's unanswered question expires, an employer's unanswered proposal is closed kindly. @returns how many. */
export async function closeDue(store: Store, now: Instant): Promise<number> {
  return store.write(async (tx) => {
    const rows = await tx
      .select()
      .from(proposal)
      .where(and(inArray(proposal.state, ['asked', 'interested', 'sent']), isNotNull(proposal.deadlineAt), lte(proposal.deadlineAt, now)))
      .limit(SWEEP)
    for (const row of rows) {
      const move = row.state === 'sent' ? 'close_unanswered' : 'expire_consent'
      await moveProposal(tx, store.newId, row, { move, party: 'clock', membershipId: null, version: null }, now)
      await tx
        .update(consent)
        .set({ answer: 'expired', answeredBy: 'clock', answeredAt: now })
        .where(and(eq(consent.proposalId, row.id), isNull(consent.answer)))
    }
    return rows.length
  })
}
