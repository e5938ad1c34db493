// What an employer sees of the proposals it was told of: a code and an anonymous view, the state as it knows it; the identity only after the
// second yes.
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import { promisesIn, type Promised } from '#app/domain/vacancies/acceptance.ts'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import type { AnonymousView } from '#app/domain/proposals/anonymous-view.ts'
import type { Identity } from '#app/domain/people/candidate.ts'
import { addDays, dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import type { EmployerCriterion } from '#app/domain/matching/to-discuss.ts'
import {
  EMPLOYER_ANSWER_DAYS,
  FINAL_STATES,
  isFinal,
  isNamed,
  PROPOSAL_STATES,
  SEEN_BY_EMPLOYER,
  WAITING_ON,
  type ProposalState,
} from '#app/domain/proposals/proposal.ts'
import type { EmployerFilter } from '#app/domain/shared/lists.ts'
import { accessLog, account, candidate, identity, membership, proposal, proposalEvent, vacancy, involvement } from '#db/schema/index.ts'
import { inOrderOf, pageOfIds, totalWith, type Keyset, type PageOf } from '#db/store/keyset.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { unindexed } from '#db/store/unindexed.ts'
import type { Db, Store } from '#db/store/store.ts'
import { decrypt, type MasterKey } from '#db/people/vault.ts'
import { BY_DAY, inEachState } from './order.ts'
import { ownProposals } from './scope.ts'

const WAITING_FOR_EMPLOYER = PROPOSAL_STATES.filter((state) => WAITING_ON[state] === 'employer')
const LIVE = PROPOSAL_STATES.filter((state) => !FINAL_STATES.includes(state))

function statesOf(filter: EmployerFilter): ProposalState[] {
  if (filter === 'waiting') return WAITING_FOR_EMPLOYER
  return filter === 'live' ? LIVE : [...FINAL_STATES]
}

export type EmployerProposalLine = {
  id: string
  state: ProposalState
  since: Day
  /** Only while the employer is to answer. */
  answerBy: Day | null
  vacancyId: string
  vacancyTitle: string
  code: string
  /** Requirements that are still to be talked about; empty = all are met. */
  toDiscuss: EmployerCriterion[]
}

const line = {
  id: proposal.id,
  state: sql<ProposalState>`${proposal.toldState}`,
  since: proposal.sinceDay,
  vacancyId: vacancy.id,
  vacancyTitle: vacancy.title,
  code: proposal.code,
  toDiscuss: proposal.toDiscuss,
}

/** Reckoned from what the employer knows: the row has no deadline any more once somebody ended it, of which it may not be told yet. */
function answerBy({ state, since }: Pick<EmployerProposalLine, 'state' | 'since'>): Day | null {
  return state === 'sent' ? addDays(since, EMPLOYER_ANSWER_DAYS) : null
}

/** Longest waiting first; what is over, newest first. @param at from the address. */
export async function listEmployerProposals(
  store: Store,
  actor: EmployerActor,
  { filter, at = '' }: { filter: EmployerFilter; at?: string },
): Promise<PageOf<EmployerProposalLine> & { total: number }> {
  const seen = SEEN_BY_EMPLOYER.filter((state) => statesOf(filter).includes(state))
  const list: Keyset = { ...BY_DAY, newestFirst: filter === 'over', parts: [inEachState(ownProposals(actor), seen, proposal.toldState)] }
  return store.read(async (db) => {
    const page = await pageOfIds(db, list, at)
    const rows = await db
      .select(line)
      .from(proposal)
      .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
      .where(and(unindexed(ownProposals(actor)), inArray(proposal.id, page.rows)))
    const lines = inOrderOf(page.rows, rows).flatMap(({ code, ...row }) =>
      code === null ? [] : [{ ...row, code, answerBy: answerBy(row) }],
    )
    return { ...page, rows: lines, total: await totalWith(db, list, page) }
  })
}

/** By vacancy: how many wait for this employer, and how many are live. */
export async function countEmployerProposals(store: Store, actor: EmployerActor): Promise<Map<string, { waiting: number; live: number }>> {
  const rows = await store.read((db) =>
    db
      .select({ vacancyId: proposal.vacancyId, state: line.state, rows: count() })
      .from(proposal)
      .where(and(ownProposals(actor), inArray(proposal.toldState, LIVE)))
      .groupBy(proposal.vacancyId, proposal.toldState),
  )
  const counts = new Map<string, { waiting: number; live: number }>()
  for (const row of rows) {
    const before = counts.get(row.vacancyId) ?? { waiting: 0, live: 0 }
    const waiting = WAITING_ON[row.state] === 'employer' ? row.rows : 0
    counts.set(row.vacancyId, { waiting: before.waiting + waiting, live: before.live + row.rows })
  }
  return counts
}

export type EmployerProposal = EmployerProposalLine & {
  version: number
  /** Null once it is over. */
  shown: AnonymousView | null
  interviewAt: Instant | null
  interviewPlace: string | null
  startOn: Day | null
  /** What was promised with it. */
  promises: Promised[]
  /** Whom to call, once the person is named: earlier their number would tell the organisation, whose kind says too much. */
  caseworker: { name: string; phone: string } | null
  /** Open only while the person's second yes holds. */
  person: Pick<Identity, 'givenName' | 'familyName' | 'phone' | 'email'> | null
  /** Only from the moment it was sent; nothing of what came before. */
  steps: { to: ProposalState; at: Day; reason: string | null }[]
}

/** Null when it is not this employer's or was never sent. Opening an identity is logged. */
export async function findEmployerProposal(
  store: Store,
  master: MasterKey,
  actor: EmployerActor,
  id: string,
  now: Instant,
): Promise<EmployerProposal | null> {
  const found = await store.read(async (db) => {
    const [row] = await db
      .select({
        ...line,
        version: sql<number>`${proposal.toldVersion}`,
        stateNow: proposal.state,
        shown: proposal.shown,
        interviewAt: proposal.interviewAt,
        interviewPlace: proposal.interviewPlace,
        startOn: proposal.startOn,
        acceptance: proposal.acceptance,
        candidateId: proposal.candidateId,
      })
      .from(proposal)
      .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
      .where(and(eq(proposal.id, id), ownProposals(actor)))
    if (!row || row.code === null) return null
    const events = await db
      .select({ to: proposalEvent.to, at: proposalEvent.at, reason: proposalEvent.reason, party: proposalEvent.party })
      .from(proposalEvent)
      .where(eq(proposalEvent.proposalId, id))
      .orderBy(asc(proposalEvent.step))
    return {
      ...row,
      // What is over needs no view any more, nor the place of a meeting.
      shown: isFinal(row.state) ? null : row.shown,
      interviewPlace: isFinal(row.state) ? null : row.interviewPlace,
      code: row.code,
      events: events.slice(0, events.findLastIndex(({ to }) => to === row.state) + 1),
      named: isNamed(row.state) && isNamed(row.stateNow) ? await namedPerson(db, master, row.candidateId) : null,
    }
  })
  if (!found) return null
  const { candidateId, stateNow: _, events, named, acceptance, ...rest } = found
  if (named?.person) await logNaming(store, actor, candidateId, now)
  const sentAt = events.findIndex((event) => event.to === 'sent')
  return {
    ...rest,
    answerBy: answerBy(found),
    promises: promisesIn(acceptance?.stances ?? []),
    caseworker: named?.caseworker ?? null,
    person: named?.person ?? null,
    // The person's own reasons stay with the caseworker.
    steps: events.slice(sentAt).map(({ to, at, reason, party }) => ({ to, at: dayOf(at), reason: party === 'employer' ? reason : null })),
  }
}

/** Read only after the second yes. `person` is null when they were erased. */
async function namedPerson(db: Db, master: MasterKey, candidateId: string): Promise<Pick<EmployerProposal, 'caseworker' | 'person'>> {
  const [row] = await db
    .select({ name: account.name, phone: account.phone, encryptedIdentity: identity.content })
    .from(candidate)
    .innerJoin(involvement, eq(involvement.id, candidate.leadId))
    .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
    .innerJoin(account, eq(account.id, membership.accountId))
    .leftJoin(identity, eq(identity.candidateId, candidate.id))
    .where(eq(candidate.id, candidateId))
  if (!row) return { caseworker: null, person: null }
  const { encryptedIdentity, ...caseworker } = row
  const key = await personKeyOf(db, master, candidateId)
  if (!key || encryptedIdentity === null) return { caseworker, person: null }
  const { givenName, familyName, phone, email } = JSON.parse(decrypt(key, `identity:${candidateId}`, encryptedIdentity)) as Identity
  return { caseworker, person: { givenName, familyName, phone, email } }
}

async function logNaming(store: Store, actor: EmployerActor, candidateId: string, now: Instant): Promise<void> {
  await store.write((tx) =>
    tx.insert(accessLog).values({
      id: store.newId(),
      candidateId,
      membershipId: actor.membershipId,
      subject: 'identity',
      purpose: 'employer_named',
      at: now,
    }),
  )
}
