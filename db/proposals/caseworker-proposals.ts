// Every proposal of the organisation's people: its state, on whom it waits, since when.
import { and, asc, count, eq, inArray, isNull, lte, not, notExists, or, sql, type SQL } from 'drizzle-orm'
import type { StatedAcceptance } from '#app/domain/vacancies/refusal-limit.ts'
import { readsDeedsOf } from '#app/domain/people/permissions.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { FOLLOW_UP_WEEKS, lastStartDue } from '#app/domain/proposals/follow-up.ts'
import {
  AT_WORK,
  FINAL_STATES,
  isFinal,
  PROPOSAL_STATES,
  statesWaitingOn,
  type Party,
  type ProposalState,
  reasonTold,
} from '#app/domain/proposals/proposal.ts'
import { CASEWORK_FILTERS, type CaseworkFilter } from '#app/domain/shared/lists.ts'
import {
  account,
  candidate,
  consent,
  employer,
  followUp,
  membership,
  proposal,
  proposalEvent,
  proposalQuestion,
  vacancy,
} from '#db/schema/index.ts'
import { countUpTo, inOrderOf, pageOfIds, type Keyset, type PageOf } from '#db/store/keyset.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { unindexed } from '#db/store/unindexed.ts'
import type { Db, Store } from '#db/store/store.ts'
import { decrypt, type MasterKey } from '#db/people/vault.ts'
import { questionsOf, type Question } from './questions.ts'
import { BY_STATE, inEachState } from './order.ts'
import { ownProposals } from './scope.ts'
import { toldOn } from './telling.ts'

export type CaseworkProposalLine = {
  id: string
  state: ProposalState
  stateSince: Instant
  deadlineAt: Instant | null
  version: number
  candidateId: string
  code: string
  vacancyId: string
  vacancyTitle: string
  place: string
  employerName: string | null
  /** Questions of the person that nobody has answered. */
  openQuestions: number
  startOn: Day | null
}

const line = {
  id: proposal.id,
  state: proposal.state,
  stateSince: proposal.stateSince,
  deadlineAt: proposal.deadlineAt,
  version: proposal.version,
  candidateId: candidate.id,
  code: candidate.code,
  vacancyId: vacancy.id,
  vacancyTitle: vacancy.title,
  place: vacancy.place,
  employerName: employer.name,
  startOn: proposal.startOn,
}

const LIVE = PROPOSAL_STATES.filter((state) => !FINAL_STATES.includes(state))

/** Of who is at work: started long enough ago for a follow-up that nobody has recorded. */
function followUpIsDue(db: Db, today: Day): SQL {
  const missing = FOLLOW_UP_WEEKS.map((week) => {
    const recorded = db
      .select({ id: followUp.id })
      .from(followUp)
      .where(and(eq(followUp.proposalId, proposal.id), eq(followUp.week, week)))
    return and(lte(proposal.startOn, lastStartDue(week, today)), notExists(recorded))
  })
  return or(...missing) ?? sql`false`
}

/** Those the organisation itself acts in: what it has to do. */
function ofOrganisation(actor: CaseworkerActor): SQL | undefined {
  return and(eq(proposal.organisationId, actor.organisationId), ownProposals(actor))
}

/** Lanes of a list: what an index holds in order, each proposal in one of them. */
function lanesOf(db: Db, mine: SQL | undefined, filter: CaseworkFilter, today: Day): (SQL | undefined)[] {
  if (filter === 'over') return inEachState(mine, FINAL_STATES)
  if (filter === 'at_work') return inEachState(mine, AT_WORK)
  if (filter !== 'caseworker') return inEachState(mine, statesWaitingOn(filter))
  const own = statesWaitingOn('caseworker')
  const due = followUpIsDue(db, today)
  // A person's open question waits for the caseworker, whatever the state.
  const asked = db.select({ id: proposalQuestion.proposalId }).from(proposalQuestion).where(isNull(proposalQuestion.answer))
  const others = LIVE.filter((state) => !own.includes(state) && !AT_WORK.includes(state))
  return [
    ...inEachState(mine, own),
    ...inEachState(and(mine, due), AT_WORK),
    and(mine, inArray(proposal.id, asked), or(inArray(proposal.state, others), and(inArray(proposal.state, [...AT_WORK]), not(due)))),
  ]
}

async function openQuestionCounts(db: Db, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: proposalQuestion.proposalId, open: count() })
    .from(proposalQuestion)
    .where(and(inArray(proposalQuestion.proposalId, ids), isNull(proposalQuestion.answer)))
    .groupBy(proposalQuestion.proposalId)
  return new Map(rows.map((row) => [row.id, row.open]))
}

/** How many proposals wait on whom, as far as `countUpTo` goes; an open question counts for the caseworker as well. */
export async function countCaseworkProposals(store: Store, actor: CaseworkerActor, now: Instant): Promise<Record<CaseworkFilter, number>> {
  return store.read(async (db) => {
    const counts = { caseworker: 0, candidate: 0, employer: 0, at_work: 0, over: 0 }
    for (const filter of CASEWORK_FILTERS)
      counts[filter] = await countUpTo(db, { ...BY_STATE, parts: [lanesOf(db, ofOrganisation(actor), filter, dayOf(now))] })
    return counts
  })
}

type Filter = { filter: CaseworkFilter; at?: string } | { candidateId: string; at?: string }

/** Longest waiting first; what is over and all of one person, newest first. @param at from the address. */
export async function listCaseworkProposals(
  store: Store,
  actor: CaseworkerActor,
  asked: Filter,
  now: Instant,
): Promise<PageOf<CaseworkProposalLine>> {
  return store.read(async (db) => {
    const list: Keyset =
      'filter' in asked
        ? { ...BY_STATE, newestFirst: asked.filter === 'over', parts: [lanesOf(db, ofOrganisation(actor), asked.filter, dayOf(now))] }
        : { ...BY_STATE, newestFirst: true, parts: [[and(ownProposals(actor), eq(proposal.candidateId, asked.candidateId))]] }
    const page = await pageOfIds(db, list, asked.at ?? '')
    const rows = await db
      .select(line)
      .from(proposal)
      .innerJoin(candidate, eq(candidate.id, proposal.candidateId))
      .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
      .leftJoin(employer, eq(employer.id, proposal.employerId))
      .where(and(unindexed(ownProposals(actor)), inArray(proposal.id, page.rows)))
    const open = await openQuestionCounts(db, page.rows)
    return { ...page, rows: inOrderOf(page.rows, rows).map((row) => ({ ...row, openQuestions: open.get(row.id) ?? 0 })) }
  })
}

export type CaseworkProposal = CaseworkProposalLine & {
  employerId: string | null
  /** The code the employer knows it by; null before it was sent. */
  employerCode: string | null
  /** From when the employer will know of the last step; null when it knows, or never will. */
  toldOn: Day | null
  interviewAt: Instant | null
  interviewPlace: string | null
  /** As the vacancy stated it when the proposal was sent. */
  acceptance: StatedAcceptance | null
  consents: (typeof consent.$inferSelect)[]
  /** Who did each step, when; notes opened. */
  steps: {
    from: ProposalState
    to: ProposalState
    party: Party
    by: string | null
    reason: string | null
    note: string | null
    at: Instant
  }[]
  questions: Question[]
  followUps: (typeof followUp.$inferSelect)[]
}

/** Null when it is not the organisation's. */
export async function findCaseworkProposal(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  id: string,
): Promise<CaseworkProposal | null> {
  return store.read(async (db) => {
    const [row] = await db
      .select({
        ...line,
        employerId: proposal.employerId,
        employerCode: proposal.code,
        interviewAt: proposal.interviewAt,
        interviewPlace: proposal.interviewPlace,
        acceptance: proposal.acceptance,
        toldState: proposal.toldState,
      })
      .from(proposal)
      .innerJoin(candidate, eq(candidate.id, proposal.candidateId))
      .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
      .leftJoin(employer, eq(employer.id, proposal.employerId))
      .where(and(eq(proposal.id, id), ownProposals(actor)))
    if (!row) return null
    const { toldState, ...shown } = row
    const key = await personKeyOf(db, master, row.candidateId)
    const events = await db
      .select({ event: proposalEvent, by: account.name, organisationId: membership.organisationId })
      .from(proposalEvent)
      .leftJoin(membership, eq(membership.id, proposalEvent.membershipId))
      .leftJoin(account, eq(account.id, membership.accountId))
      .where(eq(proposalEvent.proposalId, id))
      .orderBy(asc(proposalEvent.step))
    const questions = key ? await questionsOf(db, key, id) : []
    return {
      ...shown,
      toldOn: toldOn(row),
      openQuestions: questions.filter((question) => question.answer === null).length,
      consents: await db.select().from(consent).where(eq(consent.proposalId, id)).orderBy(asc(consent.askedAt), asc(consent.id)),
      steps: events.map(({ event, by, organisationId }) => ({
        from: event.from,
        to: event.to,
        party: event.party,
        by: organisationId === null || readsDeedsOf(actor, organisationId) ? by : null,
        reason: reasonTold(event.reason, readsDeedsOf(actor, organisationId)),
        note: key && event.note !== null ? decrypt(key, `note:${id}`, event.note) : null,
        at: event.at,
      })),
      questions,
      followUps: await db.select().from(followUp).where(eq(followUp.proposalId, id)).orderBy(asc(followUp.week)),
    }
  })
}

export type ProposalMark = { proposalId: string; state: ProposalState; live: boolean }
type MarksOf = { candidateId: string } | { vacancyId: string }

/** The organisation's proposals of one person by vacancy, or of one vacancy by person; of several for a pair the last. */
export async function listProposalMarks(store: Store, actor: CaseworkerActor, of: MarksOf): Promise<Map<string, ProposalMark>> {
  const ofPerson = 'candidateId' in of
  const rows = await store.read((db) =>
    db
      .select({ proposalId: proposal.id, state: proposal.state, candidateId: proposal.candidateId, vacancyId: proposal.vacancyId })
      .from(proposal)
      .where(and(ownProposals(actor), ofPerson ? eq(proposal.candidateId, of.candidateId) : eq(proposal.vacancyId, of.vacancyId)))
      .orderBy(asc(proposal.createdAt), asc(proposal.id)),
  )
  return new Map(
    rows.map(({ proposalId, state, candidateId, vacancyId }) => [
      ofPerson ? vacancyId : candidateId,
      { proposalId, state, live: !isFinal(state) },
    ]),
  )
}
