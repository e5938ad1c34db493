// When an employer is told of what others did with a proposal: on the day after, so that the moment does not link two proposals of one person.
import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import { isNamed, type Party, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { addDays, dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { proposal, UNTOLD } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'
import type { ProposalRow } from './move-types.ts'

type ToldColumns = Pick<ProposalRow, 'toldState' | 'toldVersion' | 'sinceDay'>

export function toldAsItStands({ state, version, stateSince }: Pick<ProposalRow, 'state' | 'version' | 'stateSince'>): ToldColumns {
  return { toldState: state, toldVersion: version, sinceDay: dayOf(stateSince) }
}

/** The state and version that the party acts on: an employer knows no others than it was told. */
export function knownTo(party: Party, row: ProposalRow): { state: ProposalState; version: number } {
  const { toldState, toldVersion } = row
  return party === 'employer' && toldState !== null && toldVersion !== null ? { state: toldState, version: toldVersion } : row
}

/** What an employer does it knows, deadlines it has read, and from the naming on it knows whom it is about. */
export function isToldAtOnce(before: Pick<ProposalRow, 'state' | 'toldState'>, party: Party, to: ProposalState): boolean {
  return before.toldState !== null && (party === 'employer' || party === 'clock' || isNamed(before.state) || isNamed(to))
}

export async function tellEmployer(tx: Tx, row: ProposalRow): Promise<void> {
  await tx
    .update(proposal)
    .set(toldAsItStands(row))
    .where(and(eq(proposal.id, row.id), eq(proposal.version, row.version)))
}

/** The day on which the employer will know how it stands; null when it does, or never will: the condition `UNTOLD` of one row. */
export function toldOn({ state, toldState, stateSince }: Pick<ProposalRow, 'state' | 'toldState' | 'stateSince'>): Day | null {
  const untold = toldState === null ? state === 'sent' : toldState !== state
  return untold ? addDays(dayOf(stateSince), 1) : null
}

/** Rows in one sweep: a write stays short, and meets few others that it would have to be done again for. */
const SWEEP = 200

/** Tells every employer what happened before `until`. @returns how many proposals; when any, there may be more. */
export async function tellEmployers(store: Store, until: Instant): Promise<number> {
  const due = and(UNTOLD, lt(proposal.stateSince, until))
  const found = await store.read((db) =>
    db.select({ id: proposal.id }).from(proposal).where(due).orderBy(asc(proposal.stateSince)).limit(SWEEP),
  )
  if (found.length === 0) return 0
  const ids = found.map(({ id }) => id)
  return store.write(async (tx) => {
    const rows = await tx
      .select()
      .from(proposal)
      .where(and(inArray(proposal.id, ids), due))
    for (const row of rows) await tellEmployer(tx, row)
    return rows.length
  })
}
