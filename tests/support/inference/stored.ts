// What the page that somebody has open would tell: versions, states and ids, read from the store to spare the request.
import { eq, inArray } from 'drizzle-orm'
import { employer, invitation, proposal, vacancy } from '#db/schema/index.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import type { Store } from '#db/store/store.ts'

export async function vacancyVersion(store: Store, id: string): Promise<number> {
  const rows = await store.read((db) => db.select({ version: vacancy.version }).from(vacancy).where(eq(vacancy.id, id)))
  return rows[0]?.version ?? 1
}

export async function companyVersion(store: Store, id: string): Promise<number> {
  const rows = await store.read((db) => db.select({ version: employer.version }).from(employer).where(eq(employer.id, id)))
  return rows[0]?.version ?? 1
}

export async function invitationIds(store: Store): Promise<string[]> {
  const rows = await store.read((db) => db.select({ id: invitation.id }).from(invitation).orderBy(invitation.id))
  return rows.map(({ id }) => id)
}

/** As the employer knows them. */
export async function proposalsNow(store: Store, ids: readonly string[]): Promise<{ id: string; state: ProposalState; version: number }[]> {
  const rows = await store.read((db) =>
    db
      .select({ id: proposal.id, state: proposal.toldState, version: proposal.toldVersion })
      .from(proposal)
      .where(inArray(proposal.id, [...ids]))
      .orderBy(proposal.id),
  )
  return rows.flatMap(({ id, state, version }) => (state === null || version === null ? [] : [{ id, state, version }]))
}
