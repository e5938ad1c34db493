// A proposal, its append-only log of moves, the consents, the questions asked and how it went.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Disclosure } from '#app/domain/proposals/anonymity.ts'
import type { AnonymousView } from '#app/domain/proposals/anonymous-view.ts'
import type { EmployerCriterion } from '#app/domain/matching/to-discuss.ts'
import type { SentAcceptance } from '#app/domain/vacancies/refusal-limit.ts'
import { FOLLOW_UP_EVIDENCE, FOLLOW_UP_OUTCOMES } from '#app/domain/proposals/follow-up.ts'
import {
  CONSENT_CHANNELS,
  CONSENT_KINDS,
  FINAL_STATES,
  PARTIES,
  PROPOSAL_PAIRS,
  PROPOSAL_STATES,
  SEEN_BY_EMPLOYER,
} from '#app/domain/proposals/proposal.ts'
import type { PromisesKept } from '#app/domain/proposals/promises.ts'
import { candidate } from './candidate.ts'
import { day, instant, must, oneOf, pairOf, encrypted } from './columns.ts'
import { employer, organisation } from './organisation.ts'
import { vacancy } from './vacancy.ts'

/** What the employer is still to be told of; what ended before it knew of it never is. */
export const UNTOLD = sql`(told_state <> state or (told_state is null and state = 'sent'))`
const finals = sql.raw(FINAL_STATES.map((state) => `'${state}'`).join(', '))

export const proposal = sqliteTable(
  'proposal',
  {
    id: text('id').primaryKey(),
    vacancyId: text('vacancy_id')
      .notNull()
      .references(() => vacancy.id, { onDelete: 'restrict' }),
    /** The vacancy's employer when the proposal was made; null never reaches `asked`. */
    employerId: text('employer_id').references(() => employer.id, { onDelete: 'restrict' }),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id, { onDelete: 'restrict' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'restrict' }),
    state: text('state', { enum: PROPOSAL_STATES }).notNull().default('draft'),
    stateSince: instant('state_since').notNull(),
    /**
     * What the employer knows of the state, and the version its page is made from: until the naming it is told of the others' moves a day later
     * (db/proposals/telling.ts). Null until it is told that there is the proposal.
     */
    toldState: text('told_state', { enum: PROPOSAL_STATES }),
    toldVersion: integer('told_version'),
    /** Since which day in Latvia the state it knows has stood: all that its list and their addresses hold. '' = written before there was the column. */
    sinceDay: day('since_day').notNull().default(''),
    /** By when whoever is waited for should answer. */
    deadlineAt: instant('deadline_at'),
    /** What the employer calls it, from the moment it was sent; another for every proposal, so that nobody is followed from one to the next. */
    code: text('code'),
    /** What the employer was shown, frozen when sent. */
    shown: text('shown', { mode: 'json' }).$type<AnonymousView>(),
    /** Of the criteria an employer may hear of, those that were open when it was sent. */
    toDiscuss: text('to_discuss', { mode: 'json' }).$type<EmployerCriterion[]>().notNull().default([]),
    /** What the vacancy accepted when it was sent: what the proposal promises and gives away. */
    acceptance: text('acceptance', { mode: 'json' }).$type<SentAcceptance>(),
    interviewAt: instant('interview_at'),
    interviewPlace: text('interview_place'),
    startOn: day('start_on'),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    /** One live proposal for a person and a vacancy. */
    uniqueIndex('proposal_live_unique')
      .on(table.vacancyId, table.candidateId)
      .where(sql`state not in (${finals})`),
    index('proposal_candidate_index').on(table.candidateId, table.stateSince, table.id),
    index('proposal_organisation_index').on(table.organisationId, table.state, table.stateSince, table.id),
    index('proposal_employer_index').on(table.employerId, table.toldState, table.sinceDay, table.id),
    index('proposal_untold_index').on(table.stateSince).where(UNTOLD),
    index('proposal_vacancy_index').on(table.vacancyId, table.state),
    index('proposal_deadline_index').on(table.state, table.deadlineAt),
    uniqueIndex('proposal_code_unique').on(table.code),
    oneOf('proposal_state_check', table.state, PROPOSAL_STATES),
    oneOf('proposal_told_state_check', table.toldState, SEEN_BY_EMPLOYER),
    must('proposal_told_check', sql`(${table.toldState} is null) = (${table.toldVersion} is null)`),
    must('proposal_employer_check', sql`${table.employerId} is not null or ${table.state} in ('draft', 'withdrawn')`),
    must('proposal_start_check', sql`${table.state} not in ('started', 'followed', 'completed', 'ended') or ${table.startOn} is not null`),
  ],
)

export const proposalEvent = sqliteTable(
  'proposal_event',
  {
    id: text('id').primaryKey(),
    proposalId: text('proposal_id')
      .notNull()
      .references((): AnySQLiteColumn => proposal.id, { onDelete: 'restrict' }),
    /** Counts from 1 in each proposal: two moves from one state cannot both be written. */
    step: integer('step').notNull(),
    from: text('from_state', { enum: PROPOSAL_STATES }).notNull(),
    to: text('to_state', { enum: PROPOSAL_STATES }).notNull(),
    party: text('party', { enum: PARTIES }).notNull(),
    membershipId: text('membership_id'),
    reason: text('reason'),
    /** Free words to the other side; encrypted with the person's key. */
    note: encrypted('note'),
    at: instant('at').notNull(),
  },
  (table) => [
    uniqueIndex('proposal_event_step_unique').on(table.proposalId, table.step),
    oneOf('proposal_event_party_check', table.party, PARTIES),
    pairOf('proposal_event_move_check', table.from, table.to, PROPOSAL_PAIRS),
  ],
)

export const CONSENT_ANSWERS = ['yes', 'no', 'expired'] as const
export const ANSWERERS = ['candidate', 'caseworker', 'clock'] as const

export const consent = sqliteTable(
  'consent',
  {
    id: text('id').primaryKey(),
    proposalId: text('proposal_id')
      .notNull()
      .references(() => proposal.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: CONSENT_KINDS }).notNull(),
    /** Exactly what a yes discloses, as the vacancy stood when the person was asked. */
    discloses: text('discloses', { mode: 'json' }).$type<Disclosure[]>().notNull(),
    askedAt: instant('asked_at').notNull(),
    deadlineAt: instant('deadline_at').notNull(),
    answer: text('answer', { enum: CONSENT_ANSWERS }),
    answeredBy: text('answered_by', { enum: ANSWERERS }),
    channel: text('channel', { enum: CONSENT_CHANNELS }),
    membershipId: text('membership_id'),
    answeredAt: instant('answered_at'),
    /** Stepping out closes a yes; that it was given stays written. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('consent_proposal_kind_unique').on(table.proposalId, table.kind),
    oneOf('consent_kind_check', table.kind, CONSENT_KINDS),
    oneOf('consent_answer_check', table.answer, CONSENT_ANSWERS),
    oneOf('consent_answered_by_check', table.answeredBy, ANSWERERS),
    oneOf('consent_channel_check', table.channel, CONSENT_CHANNELS),
    must(
      'consent_answer_whole_check',
      sql`(${table.answer} is null) = (${table.answeredAt} is null) and (${table.answer} is null) = (${table.answeredBy} is null)`,
    ),
  ],
)

/** What the person asks before deciding, and the caseworker's answer. */
export const proposalQuestion = sqliteTable(
  'proposal_question',
  {
    id: text('id').primaryKey(),
    proposalId: text('proposal_id')
      .notNull()
      .references(() => proposal.id, { onDelete: 'restrict' }),
    question: encrypted('question').notNull(),
    askedAt: instant('asked_at').notNull(),
    answer: encrypted('answer'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (table) => [
    index('proposal_question_proposal_index').on(table.proposalId),
    index('proposal_question_open_index')
      .on(table.proposalId)
      .where(sql`answer is null`),
  ],
)

export const followUp = sqliteTable(
  'follow_up',
  {
    id: text('id').primaryKey(),
    proposalId: text('proposal_id')
      .notNull()
      .references(() => proposal.id, { onDelete: 'restrict' }),
    week: integer('week').notNull(),
    outcome: text('outcome', { enum: FOLLOW_UP_OUTCOMES }).notNull(),
    evidence: text('evidence', { enum: FOLLOW_UP_EVIDENCE }),
    /** Of what the proposal promised, what was kept by then. */
    promises: text('promises', { mode: 'json' }).$type<PromisesKept>().notNull().default({}),
    membershipId: text('membership_id'),
    at: instant('at').notNull(),
  },
  (table) => [
    uniqueIndex('follow_up_week_unique').on(table.proposalId, table.week),
    must('follow_up_week_check', sql`${table.week} in (6, 13, 26)`),
    oneOf('follow_up_outcome_check', table.outcome, FOLLOW_UP_OUTCOMES),
    oneOf('follow_up_evidence_check', table.evidence, FOLLOW_UP_EVIDENCE),
    must('follow_up_known_how_check', sql`(${table.outcome} = 'unknown') = (${table.evidence} is null)`),
  ],
)
