// The one way a proposal changes state: by a move of the table, whose guards all hold; each move is logged.
import { and, count, eq, sql } from 'drizzle-orm'
import { guardsOf, mayMove, PROPOSAL_MOVES, reasonsFor } from '#app/domain/proposals/proposal.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import { consent, proposal, proposalEvent } from '#db/schema/index.ts'
import type { Tx } from '#db/store/store.ts'
import { problemOf } from './guards.ts'
import type { Moved, MoveInput, ProposalRow } from './move-types.ts'

/**
 * Moves a row that was read in this transaction under the actor's own scope.
 * Of two people acting at once the second finds another version and is told `stale`.
 */
export async function moveProposal(tx: Tx, newId: () => string, row: ProposalRow, input: MoveInput, now: Instant): Promise<Moved> {
  const { move, party, membershipId, version } = input
  if (version !== null && version !== row.version) return { ok: false, problem: 'stale' }
  if (!mayMove(move, row.state, party)) return { ok: false, problem: 'notAllowedNow' }
  if (typeof input.reason === 'string' && !reasonsFor(move, party)?.includes(input.reason)) return { ok: false, problem: 'choose' }
  const problem = await problemOf(tx, guardsOf(move), { proposal: row, input, now })
  if (problem !== null) return { ok: false, problem }
  const { to } = PROPOSAL_MOVES[move]
  const [moved] = await tx
    .update(proposal)
    .set({ state: to, stateSince: now, sinceDay: dayOf(now), deadlineAt: null, version: sql`${proposal.version} + 1`, ...input.set })
    .where(and(eq(proposal.id, row.id), eq(proposal.state, row.state), eq(proposal.version, row.version)))
    .returning()
  if (!moved) return { ok: false, problem: 'stale' }
  // Stepping out closes every yes that was given, whoever records it and by whichever way.
  if (move === 'withdraw') await tx.update(consent).set({ withdrawnAt: now }).where(eq(consent.proposalId, row.id))
  const [logged] = await tx.select({ steps: count() }).from(proposalEvent).where(eq(proposalEvent.proposalId, row.id))
  await tx.insert(proposalEvent).values({
    id: newId(),
    proposalId: row.id,
    step: (logged?.steps ?? 0) + 1,
    from: row.state,
    to,
    party,
    membershipId,
    reason: input.reason ?? null,
    note: input.note ?? null,
    at: now,
  })
  return { ok: true, proposal: moved }
}
