// Who works with a person now and who did, as the organisations that work with them read it; and how a supporting one leaves.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { readsDeedsOf, type InvolvementRole, type Shareable } from '#app/domain/people/permissions.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { isOwnPerson } from '#db/people/own.ts'
import { decrypt, type MasterKey } from '#db/people/vault.ts'
import { account, candidate, handover, involvement, membership, organisation } from '#db/schema/index.ts'
import { passTasks } from '#db/tasks/tasks.ts'
import type { Store } from '#db/store/store.ts'
import { endingAt } from './ending.ts'
import { passProposals } from './passing.ts'

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
  /** What whoever passed the person on, or asked to join, said that one should know first; to one's own organisation. */
  note: string
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
        taken: { id: handover.id, note: handover.note },
      })
      .from(involvement)
      .innerJoin(organisation, eq(organisation.id, involvement.organisationId))
      .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
      .innerJoin(account, eq(account.id, membership.accountId))
      // The offer by which the relation began.
      .leftJoin(
        handover,
        and(
          eq(handover.candidateId, involvement.candidateId),
          eq(handover.toOrganisationId, involvement.organisationId),
          eq(handover.state, 'accepted'),
          eq(handover.decidedAt, involvement.since),
        ),
      )
      .where(and(eq(involvement.candidateId, id), actor.publicAuthority ? undefined : isNull(involvement.until)))
      .orderBy(sql`${involvement.until} is not null`, asc(involvement.role), asc(involvement.since), asc(involvement.id))
    return rows.map(({ row, organisation, publicAuthority, name, phone, taken }) => {
      const whole = readsDeedsOf(actor, row.organisationId)
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
        note: key && taken && row.organisationId === actor.organisationId ? decrypt(key, `handover:${taken.id}`, taken.note) : '',
        since: row.since,
        until: row.until,
      }
    })
  })
}

/**
 * A supporting organisation leaves, or the one that leads ends its support; its open proposals go to who leads (passing.ts).
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
    await passProposals(tx, store.newId, { candidateId, ...passed, by: actor.membershipId }, now)
    await passTasks(tx, candidateId, passed, now)
    await recordChange(tx, 'candidate', candidateId)
    return true
  })
}
