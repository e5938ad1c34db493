// The one way a proposal changes state: the table says whether, the WHERE makes sure, the log remembers.
import { and, count, eq, sql } from 'drizzle-orm'
import { mayMove, PROPOSAL_MOVES, type Party, type ProposalMove } from '#app/domain/proposals/proposal.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { proposal, proposalEvent } from '#db/schema/index.ts'
import type { Tx } from '#db/store/store.ts'

export type ProposalRow = typeof proposal.$inferSelect

/** Why a move was not made; keys under `problems.`. */
export type MoveProblem =
  'notAllowedNow' | 'stale' | 'vacancyNotOpen' | 'ownEmployer' | 'alreadyAsked' | 'alreadyAnswered' | 'answerTooLate' | 'outOfReach'
/** `null` = there is no such proposal for this actor. */
export type Moved = { ok: true; proposal: ProposalRow } | { ok: false; problem: MoveProblem } | null

export type MoveInput = {
  move: ProposalMove
  party: Party
  membershipId: string | null
  /** What the actor saw; null when a clock acts. */
  version: number | null
  reason?: string | null
  /** Sealed already. */
  note?: string | null
  set?: Partial<Pick<ProposalRow, 'deadlineAt' | 'shown' | 'toDiscuss' | 'interviewAt' | 'interviewPlace' | 'startOn'>>
}

/**
 * Moves a row that was read in this transaction under the actor's own scope.
 * Of two people acting at once the second finds another version and is told `stale`.
 */
export async function moveProposal(tx: Tx, newId: () => string, row: ProposalRow, input: MoveInput, now: Instant): Promise<Moved> {
  const { move, party, membershipId, version } = input
  if (version !== null && version !== row.version) return { ok: false, problem: 'stale' }
  if (!mayMove(move, row.state, party)) return { ok: false, problem: 'notAllowedNow' }
  const { to } = PROPOSAL_MOVES[move]
  const [moved] = await tx
    .update(proposal)
    .set({ state: to, stateSince: now, deadlineAt: null, version: sql`${proposal.version} + 1`, ...input.set })
    .where(and(eq(proposal.id, row.id), eq(proposal.state, row.state), eq(proposal.version, row.version)))
    .returning()
  if (!moved) return { ok: false, problem: 'stale' }
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
