// What happened with a person: who opened what, how the proposals moved, when what was changed. Never what was said in it.
import { and, desc, eq, ne } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { DataClass } from '#app/domain/people/data-classes.ts'
import { readsDeedsOf } from '#app/domain/people/permissions.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { Party, ProposalState } from '#app/domain/proposals/proposal.ts'
import {
  accessLog,
  account,
  candidate,
  correction,
  identity,
  membership,
  proposal,
  proposalEvent,
  restrictedRecord,
  vacancy,
} from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import { ownProposals } from '#db/proposals/scope.ts'
import { isOwnPerson, ofPerson } from './own.ts'

export type HistoryRow =
  | {
      kind: 'opened'
      at: Instant
      subject: 'identity' | 'restricted_record'
      purpose: 'casework' | 'match' | 'edit' | 'employer_named' | 'self'
      who: string | null
    }
  | { kind: 'moved'; at: Instant; proposalId: string; vacancy: string; to: ProposalState; party: Party; who: string | null }
  | { kind: 'changed'; at: Instant; what: 'registered' | 'profile' | 'identity' | 'record' | 'correction' | 'correction_done' }

/** The newest of each kind; older ones stay in the database. */
const MOST_OF_A_KIND = 200

/** What of the person the actor may read. */
type Reads = Readonly<Record<'identity' | 'record' | 'corrections', boolean>>

/** A member of an employer is no secret here. */
function namedTo(actor: CaseworkerActor, { who, organisationId }: { who: string | null; organisationId: string | null }): string | null {
  return organisationId === null || readsDeedsOf(actor, organisationId) ? who : null
}

async function opened(db: Db, actor: CaseworkerActor, reads: Reads, id: string): Promise<HistoryRow[]> {
  const rows = await db
    .select({
      at: accessLog.at,
      subject: accessLog.subject,
      purpose: accessLog.purpose,
      who: account.name,
      organisationId: membership.organisationId,
    })
    .from(accessLog)
    .leftJoin(membership, eq(membership.id, accessLog.membershipId))
    .leftJoin(account, eq(account.id, membership.accountId))
    // An organisation that may not open the record does not read who did.
    .where(and(ofPerson(accessLog.candidateId, id), reads.record ? undefined : ne(accessLog.subject, 'restricted_record')))
    .orderBy(desc(accessLog.at), desc(accessLog.id))
    .limit(MOST_OF_A_KIND)
  return rows.map(({ at, subject, purpose, ...by }) => ({ kind: 'opened', at, subject, purpose, who: namedTo(actor, by) }))
}

async function moved(db: Db, actor: CaseworkerActor, id: string): Promise<HistoryRow[]> {
  const rows = await db
    .select({
      at: proposalEvent.at,
      proposalId: proposal.id,
      vacancy: vacancy.title,
      to: proposalEvent.to,
      party: proposalEvent.party,
      who: account.name,
      organisationId: membership.organisationId,
    })
    .from(proposalEvent)
    .innerJoin(proposal, eq(proposal.id, proposalEvent.proposalId))
    .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
    .leftJoin(membership, eq(membership.id, proposalEvent.membershipId))
    .leftJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(proposal.candidateId, id), ownProposals(actor)))
    .orderBy(desc(proposalEvent.at), desc(proposalEvent.step), desc(proposalEvent.id))
    .limit(MOST_OF_A_KIND)
  return rows.map(({ who, organisationId, ...row }) => ({ kind: 'moved', ...row, who: namedTo(actor, { who, organisationId }) }))
}

async function changed(db: Db, reads: Reads, id: string): Promise<HistoryRow[]> {
  const [dates] = await db
    .select({
      registered: candidate.createdAt,
      profile: candidate.updatedAt,
      identity: identity.updatedAt,
      record: restrictedRecord.updatedAt,
    })
    .from(candidate)
    .leftJoin(identity, eq(identity.candidateId, candidate.id))
    .leftJoin(restrictedRecord, eq(restrictedRecord.candidateId, candidate.id))
    .where(eq(candidate.id, id))
  if (!dates) return []
  const { registered } = dates
  const later = (what: 'profile' | 'identity' | 'record', at: Instant | null): HistoryRow[] =>
    at === null || at <= registered ? [] : [{ kind: 'changed', at, what }]
  const said = reads.corrections
    ? await db.select({ at: correction.createdAt, doneAt: correction.doneAt }).from(correction).where(eq(correction.candidateId, id))
    : []
  return [
    { kind: 'changed', at: registered, what: 'registered' },
    ...later('profile', dates.profile),
    ...(reads.identity ? later('identity', dates.identity) : []),
    ...(reads.record ? later('record', dates.record) : []),
    ...said.map(({ at }): HistoryRow => ({ kind: 'changed', at, what: 'correction' })),
    ...said.flatMap(({ doneAt }): HistoryRow[] => (doneAt === null ? [] : [{ kind: 'changed', at: doneAt, what: 'correction_done' }])),
  ]
}

/** Newest first. Null when the person is not theirs. */
export async function listHistory(store: Store, actor: CaseworkerActor, id: string): Promise<HistoryRow[] | null> {
  return store.read(async (db) => {
    if (!(await isOwnPerson(db, actor, id))) return null
    const may = (of: DataClass) => isOwnPerson(db, actor, id, { of, use: 'read' })
    const reads = { identity: await may('identity'), record: await may('record'), corrections: await may('corrections') }
    const rows = [
      ...((await may('access')) ? await opened(db, actor, reads, id) : []),
      ...(await moved(db, actor, id)),
      ...(await changed(db, reads, id)),
    ]
    return rows.sort((one, other) => other.at - one.at)
  })
}
