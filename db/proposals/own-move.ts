// A move of one's own proposal, and what belongs to it, in one transaction: the shape of nearly every change of a proposal.
import type { Instant } from '#app/domain/shared/day.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { moveProposal, type Moved, type MoveInput, type ProposalRow } from './move.ts'
import { membershipOf, ownProposal, partyOf, type ProposalActor } from './scope.ts'

export type OwnMove = { id: string; version: number } & Pick<MoveInput, 'move' | 'reason' | 'note' | 'set'>

/** Null when the proposal is not the actor's. @param also done with the move or not at all; it sees the moved row. */
export async function moveOwn(
  store: Store,
  actor: ProposalActor,
  { id, ...move }: OwnMove,
  now: Instant,
  also?: (tx: Tx, moved: ProposalRow) => Promise<unknown>,
): Promise<Moved> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    if (!row) return null
    const moved = await moveProposal(tx, store.newId, row, { ...move, party: partyOf(actor), membershipId: membershipOf(actor) }, now)
    if (moved?.ok) await also?.(tx, moved.proposal)
    return moved
  })
}
