// The one way a proposal changes state: by a move of the table, whose guards all hold; each move is logged. What belongs to a move is in its
// transaction.
import { and, count, eq } from 'drizzle-orm'
import { guardsOf, isFinal, mayMove, PROPOSAL_MOVES, reasonsFor } from '#app/domain/proposals/proposal.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { consent, proposal, proposalEvent } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { finishTasks } from '#db/tasks/tasks.ts'
import { problemOf } from './guards.ts'
import type { Moved, MoveInput, ProposalRow } from './move-types.ts'
import { membershipOf, ownProposal, partyOf, type ProposalActor } from './scope.ts'
import { isToldAtOnce, knownTo, tellEmployer, toldAsItStands } from './telling.ts'

/**
 * Moves a row that was read in this transaction under the actor's own scope. Of two people acting at once the second finds another version and
 * is told `stale`. An employer acts on what it knows of the proposal; that somebody ended it today it is told only when nothing else stands
 * against its move: trying costs nothing, and would tell at once what it is to learn a day later.
 */
export async function moveProposal(tx: Tx, newId: () => string, row: ProposalRow, input: MoveInput, now: Instant): Promise<Moved> {
  const { move, party, membershipId, version } = input
  const known = version === null ? row : knownTo(party, row)
  if (version !== null && version !== known.version) return { ok: false, problem: 'stale' }
  if (!mayMove(move, known.state, party)) return { ok: false, problem: 'notAllowedNow' }
  if (typeof input.reason === 'string' && !reasonsFor(move, party)?.includes(input.reason)) return { ok: false, problem: 'choose' }
  const problem = await problemOf(tx, guardsOf(move), { proposal: row, input, now })
  if (problem !== null) return { ok: false, problem }
  if (known.version !== row.version) {
    await tellEmployer(tx, row)
    return { ok: false, problem: 'overMeanwhile' }
  }
  const { to } = PROPOSAL_MOVES[move]
  const next = { state: to, stateSince: now, version: row.version + 1 }
  const [moved] = await tx
    .update(proposal)
    .set({ ...next, ...(isToldAtOnce(row, party, to) ? toldAsItStands(next) : {}), deadlineAt: null, ...input.set })
    .where(and(eq(proposal.id, row.id), eq(proposal.state, row.state), eq(proposal.version, row.version)))
    .returning()
  if (!moved) return { ok: false, problem: 'stale' }
  // Stepping out closes every yes that was given, whoever records it and by whichever way.
  if (move === 'withdraw') await tx.update(consent).set({ withdrawnAt: now }).where(eq(consent.proposalId, row.id))
  // Nobody waits for an answer about what is over.
  if (isFinal(to)) await finishTasks(tx, { kinds: ['question'], proposalId: row.id }, membershipId, now)
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

/** What the actor saw. */
export type Seen = { id: string; version: number }
export type OwnMove = Seen & Pick<MoveInput, 'move' | 'reason' | 'note' | 'set' | 'yes' | 'followUp'>

type Around = {
  /** What has to be read for the move. */
  before?: (tx: Tx, row: ProposalRow) => Promise<Pick<MoveInput, 'note' | 'set'>>
  /** Done with the move or not at all; sees the moved row. */
  after?: (tx: Tx, moved: ProposalRow) => Promise<unknown>
}

/** Who may make the move is said by the table. Null when the proposal is not the actor's. */
export async function moveOwn(
  store: Store,
  actor: ProposalActor,
  { id, ...move }: OwnMove,
  now: Instant,
  { before, after }: Around = {},
): Promise<Moved> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    if (!row) return null
    const input = { ...move, party: partyOf(actor), membershipId: membershipOf(actor), ...(await before?.(tx, row)) }
    const moved = await moveProposal(tx, store.newId, row, input, now)
    if (moved?.ok) await after?.(tx, moved.proposal)
    return moved
  })
}
