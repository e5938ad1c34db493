// A move of one's own proposal, and what belongs to it, in one transaction: the shape of nearly every change of a proposal.
import type { Instant } from '#app/domain/shared/day.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { moveProposal } from './move.ts'
import type { Moved, MoveInput, ProposalRow } from './move-types.ts'
import { membershipOf, ownProposal, partyOf, type ProposalActor } from './scope.ts'

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
