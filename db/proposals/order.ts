// The order of every list of proposals: how long each stands in its state.
import { and, eq, type SQL } from 'drizzle-orm'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { proposal } from '#db/schema/index.ts'

/** An employer's lists know the day alone, also in the addresses of their pages; within a day the order is that of the random ids. */
export const BY_DAY = { table: proposal, by: proposal.sinceDay, id: proposal.id } as const
export const BY_STATE = { table: proposal, by: proposal.stateSince, id: proposal.id } as const

/** One lane a state: the index holds the proposals of one state in order, not those of several. */
export function inEachState(
  where: SQL | undefined,
  states: readonly ProposalState[],
  column: typeof proposal.state | typeof proposal.toldState = proposal.state,
): (SQL | undefined)[] {
  return states.map((state) => and(where, eq(column, state)))
}
