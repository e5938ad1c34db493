// Who works with a person now and who did, as the organisations that work with them read it; and how a supporting one leaves.
import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { InvolvementRole, Shareable } from '#app/domain/people/permissions.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { isOwnPerson } from '#db/people/own.ts'
import { decrypt, type MasterKey } from '#db/people/vault.ts'
import { account, candidate, involvement, membership, organisation, proposal } from '#db/schema/index.ts'
import { FINAL_STATES, isNamed } from '#app/domain/proposals/proposal.ts'
import { mayProposeNow } from '#db/confirmations/guard.ts'
import { moveProposal } from '#db/proposals/move.ts'
import type { ProposalRow } from '#db/proposals/move-types.ts'
import { passTasks } from '#db/tasks/tasks.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { endingAt } from './ending.ts'

export type Relation = {
  id: string
  organisationId: string
  organisation: string
  publicAuthority: boolean
  role: InvolvementRole
  caseworker: string
  phone: string
  shares: Shareable[]
  /** Null to who does not read it. */
  basis: 'law' | 'consent' | null
  basisName: string
  said: string
  since: Instant
  until: Instant | null
}

/**
 * The one that leads first, then who supports, then who did before. An organisation that is no public authority does not read who did: a prison
 * among them would tell where the person was. Nor does it read on which law another works with the person, what was said to them there, or what of
 * the restricted part is shared: each may tell of it. Null when the person is not theirs.
 */
export async function listRelations(store: Store, master: MasterKey, actor: CaseworkerActor, id: string): Promise<Relation[] | null> {
  return store.read(async (db) => {
    if (!(await isOwnPerson(db, actor, id))) return null
    const key = await personKeyOf(db, master, id)
    const rows = await db
      .select({
        row: involvement,
        organisation: organisation.name,
        publicAuthority: organisation.publicAuthority,
        name: account.name,
        phone: account.phone,
      })
      .from(involvement)
      .innerJoin(organisation, eq(organisation.id, involvement.organisationId))
      .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
      .innerJoin(account, eq(account.id, membership.accountId))
      .where(and(eq(involvement.candidateId, id), actor.publicAuthority ? undefined : isNull(involvement.until)))
      .orderBy(sql`${involvement.until} is not null`, asc(involvement.role), asc(involvement.since), asc(involvement.id))
    return rows.map(({ row, organisation, publicAuthority, name, phone }) => {
      const whole = actor.publicAuthority || row.organisationId === actor.organisationId
      return {
        id: row.id,
        organisationId: row.organisationId,
        organisation,
        publicAuthority,
        role: row.role,
        caseworker: name,
        phone,
        shares: whole ? row.shares : [],
        basis: whole ? row.basis : null,
        basisName: whole ? row.basisName : '',
        said: whole && key && row.said ? decrypt(key, `said:${id}`, row.said) : '',
        since: row.since,
        until: row.until,
      }
    })
  })
}

/** Not named yet, and to a vacancy to which the organisation that takes it on could not have proposed the person. */
async function notForThem(tx: Tx, rows: readonly ProposalRow[], organisationId: string, now: Instant): Promise<ProposalRow[]> {
  const withdrawn: ProposalRow[] = []
  for (const row of rows) {
    const { candidateId, vacancyId, state } = row
    if (!isNamed(state) && !(await mayProposeNow(tx, { organisationId, candidateId, vacancyId }, now))) withdrawn.push(row)
  }
  return withdrawn
}

/**
 * What one organisation still has open with a person, another now does: somebody always acts. What an authority had proposed where the record matters
 * tells what it found there, so that it is withdrawn before an organisation outside public authority would take it on, up to the naming.
 */
export async function passProposals(
  tx: Tx,
  newId: () => string,
  candidateId: string,
  { from, to }: { from: string; to: string },
  now: Instant,
): Promise<void> {
  const open = and(eq(proposal.candidateId, candidateId), eq(proposal.organisationId, from), notInArray(proposal.state, [...FINAL_STATES]))
  for (const row of await notForThem(tx, await tx.select().from(proposal).where(open), to, now)) {
    const moved = await moveProposal(tx, newId, row, { move: 'withdraw', party: 'caseworker', membershipId: null, version: null }, now)
    if (!moved?.ok) throw new Error('A proposal moved while its person was passed on')
  }
  await tx.update(proposal).set({ organisationId: to }).where(open)
}

/**
 * A supporting organisation leaves, or the one that leads ends its support; its open proposals go to who leads.
 * False when there is no such support that this actor may end.
 */
export async function endSupport(
  store: Store,
  actor: CaseworkerActor,
  candidateId: string,
  relationId: string,
  now: Instant,
): Promise<boolean> {
  return store.write(async (tx) => {
    const [lead] = await tx
      .select({ organisationId: involvement.organisationId })
      .from(candidate)
      .innerJoin(involvement, eq(involvement.id, candidate.leadId))
      .where(eq(candidate.id, candidateId))
    if (!lead) return false
    const leads = lead.organisationId === actor.organisationId
    const [ended] = await tx
      .update(involvement)
      .set(endingAt(now))
      .where(
        and(
          eq(involvement.id, relationId),
          eq(involvement.candidateId, candidateId),
          eq(involvement.role, 'supports'),
          isNull(involvement.until),
          leads ? undefined : eq(involvement.organisationId, actor.organisationId),
        ),
      )
      .returning({ organisationId: involvement.organisationId })
    if (!ended) return false
    const passed = { from: ended.organisationId, to: lead.organisationId }
    await passProposals(tx, store.newId, candidateId, passed, now)
    await passTasks(tx, candidateId, passed, now)
    await recordChange(tx, 'candidate', candidateId)
    return true
  })
}
