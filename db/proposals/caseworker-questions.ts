// Every proposal of the organisation's people: its state, on whom it waits, since when.
import { and, asc, count, desc, eq, inArray, isNull, lte, notExists, or, type SQL } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/actor.ts'
import { addDays, dayOf, type Day, type Instant } from '#app/domain/day.ts'
import { FINAL_STATES, FOLLOW_UP_WEEKS, PROPOSAL_STATES, WAITING_ON, type Party, type ProposalState } from '#app/domain/proposal.ts'
import { CASEWORK_FILTERS, ROWS_A_PAGE, type CaseworkFilter } from '#app/domain/lists.ts'
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
import { personKeyOf } from '#db/person-key.ts'
import type { Db, Store } from '#db/store/store.ts'
import { open, type MasterKey } from '#db/vault.ts'
import { questionsOf, type Question } from './answer.ts'
import { ownProposals } from './scope.ts'

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

const AT_WORK: ProposalState[] = ['started', 'followed']

/** Started long enough ago for a follow-up that nobody has recorded. */
function followUpIsDue(db: Db, today: Day): SQL | undefined {
  const missing = FOLLOW_UP_WEEKS.map((week) => {
    const recorded = db
      .select({ id: followUp.id })
      .from(followUp)
      .where(and(eq(followUp.proposalId, proposal.id), eq(followUp.week, week)))
    return and(lte(proposal.startOn, addDays(today, -week * 7)), notExists(recorded))
  })
  return and(inArray(proposal.state, AT_WORK), or(...missing))
}

function waitingOn(party: Exclude<Party, 'clock'>): SQL {
  const states = PROPOSAL_STATES.filter((state) => WAITING_ON[state] === party && !AT_WORK.includes(state))
  return inArray(proposal.state, states)
}

function conditionIn(db: Db, filter: CaseworkFilter, today: Day): SQL | undefined {
  if (filter === 'over') return inArray(proposal.state, [...FINAL_STATES])
  if (filter === 'at_work') return inArray(proposal.state, AT_WORK)
  if (filter !== 'caseworker') return waitingOn(filter)
  // A person's open question waits for the caseworker, whatever the state.
  const asked = db.select({ id: proposalQuestion.proposalId }).from(proposalQuestion).where(isNull(proposalQuestion.answer))
  return or(waitingOn('caseworker'), followUpIsDue(db, today), and(inArray(proposal.state, LIVE), inArray(proposal.id, asked)))
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

/** How many live proposals wait on whom; an open question counts for the caseworker as well. */
export async function countCaseworkProposals(store: Store, actor: CaseworkerActor, now: Instant): Promise<Record<CaseworkFilter, number>> {
  return store.read(async (db) => {
    const counts = { caseworker: 0, candidate: 0, employer: 0, at_work: 0, over: 0 }
    for (const filter of CASEWORK_FILTERS) {
      const [row] = await db
        .select({ rows: count() })
        .from(proposal)
        .where(and(ownProposals(actor), conditionIn(db, filter, dayOf(now))))
      counts[filter] = row?.rows ?? 0
    }
    return counts
  })
}

type Filter = { filter: CaseworkFilter | null; candidateId?: string; page: number }

/** Longest waiting first; what is over, newest first. `filter` null = all of one person. @param page from 1. */
export async function listCaseworkProposals(
  store: Store,
  actor: CaseworkerActor,
  { filter, candidateId, page }: Filter,
  now: Instant,
): Promise<{ total: number; lines: CaseworkProposalLine[] }> {
  return store.read(async (db) => {
    const where = and(
      ownProposals(actor),
      candidateId ? eq(proposal.candidateId, candidateId) : undefined,
      filter ? conditionIn(db, filter, dayOf(now)) : undefined,
    )
    const [counted] = await db.select({ total: count() }).from(proposal).where(where)
    const rows = await db
      .select(line)
      .from(proposal)
      .innerJoin(candidate, eq(candidate.id, proposal.candidateId))
      .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
      .leftJoin(employer, eq(employer.id, proposal.employerId))
      .where(where)
      .orderBy(filter === 'over' || filter === null ? desc(proposal.stateSince) : asc(proposal.stateSince), asc(proposal.id))
      .limit(ROWS_A_PAGE)
      .offset((page - 1) * ROWS_A_PAGE)
    const open = await openQuestionCounts(
      db,
      rows.map((row) => row.id),
    )
    return { total: counted?.total ?? 0, lines: rows.map((row) => ({ ...row, openQuestions: open.get(row.id) ?? 0 })) }
  })
}

export type CaseworkProposal = CaseworkProposalLine & {
  employerId: string | null
  shown: boolean
  interviewAt: Instant | null
  interviewPlace: string | null
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
        shown: proposal.shown,
        interviewAt: proposal.interviewAt,
        interviewPlace: proposal.interviewPlace,
      })
      .from(proposal)
      .innerJoin(candidate, eq(candidate.id, proposal.candidateId))
      .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
      .leftJoin(employer, eq(employer.id, proposal.employerId))
      .where(and(eq(proposal.id, id), ownProposals(actor)))
    if (!row) return null
    const key = await personKeyOf(db, master, row.candidateId)
    const events = await db
      .select({ event: proposalEvent, by: account.name })
      .from(proposalEvent)
      .leftJoin(membership, eq(membership.id, proposalEvent.membershipId))
      .leftJoin(account, eq(account.id, membership.accountId))
      .where(eq(proposalEvent.proposalId, id))
      .orderBy(asc(proposalEvent.step))
    const questions = key ? await questionsOf(db, key, id) : []
    return {
      ...row,
      shown: row.shown !== null,
      openQuestions: questions.filter((question) => question.answer === null).length,
      consents: await db.select().from(consent).where(eq(consent.proposalId, id)).orderBy(asc(consent.askedAt)),
      steps: events.map(({ event, by }) => ({
        from: event.from,
        to: event.to,
        party: event.party,
        by,
        reason: event.reason,
        note: key && event.note !== null ? open(key, `note:${id}`, event.note) : null,
        at: event.at,
      })),
      questions,
      followUps: await db.select().from(followUp).where(eq(followUp.proposalId, id)).orderBy(asc(followUp.week)),
    }
  })
}
