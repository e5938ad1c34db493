// A person: the coded profile, the encrypted identity and record, their keys, readiness, and the access log.
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ACTIVITIES, READINESS_ITEMS, READINESS_STATES, type OpenProfile, type Stage } from '#app/domain/people/candidate.ts'
import { day, instant, must, oneOf, encrypted } from './columns.ts'

export const candidate = sqliteTable(
  'candidate',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    /**
     * The `involvement` that leads: never none, so that nobody is without an organisation that answers for them. No foreign key, since that
     * row refers to this one; triggers keep it (db/store/guards.ts).
     */
    leadId: text('lead_id').notNull(),
    language: text('language', { enum: ['lv', 'ru', 'en'] }).notNull(),
    /** An encrypted `Situation`: the exact stage, the place of custody, the planned release. Null only until an old row is converted. */
    situation: encrypted('situation'),
    /** What lists and counts need of the stage; written together with it (db/people/situation.ts). */
    activity: text('activity', { enum: ACTIVITIES }).notNull(),
    /** Where the situation stood in clear; emptied at start-up (db/people/old-texts.ts) and read by nothing else. */
    oldStage: text('stage').$type<Stage>(),
    oldCustodyPlaceId: text('custody_place_id'),
    oldPlannedReleaseOn: day('planned_release_on'),
    profile: text('profile', { mode: 'json' }).$type<OpenProfile>().notNull(),
    /** Since when the person waits for work; the order of every list of people. */
    waitingSince: instant('waiting_since').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Since when nothing of the person is here any more but rows without words. */
    erasedAt: instant('erased_at'),
    version: integer('version').notNull().default(1),
    /** Its own: who may not read the situation does not learn from the other one that it was changed. */
    situationVersion: integer('situation_version').notNull().default(1),
    /**
     * The registration that stayed when two were of one person. This row is in no list then: no organisation works with it any more. No foreign
     * key, since a copy writes rows of one table in the order of their ids.
     */
    mergedInto: text('merged_into'),
  },
  (table) => [
    uniqueIndex('candidate_code_unique').on(table.code),
    uniqueIndex('candidate_lead_unique').on(table.leadId),
    index('candidate_merged_index')
      .on(table.mergedInto)
      .where(sql`merged_into is not null`),
    oneOf('candidate_activity_check', table.activity, ACTIVITIES),
    oneOf('candidate_language_check', table.language, ['lv', 'ru', 'en']),
  ],
)

/** A key per person, wrapped by the master key that is kept outside the database; destroying it erases the person. */
export const vaultKey = sqliteTable('vault_key', {
  candidateId: text('candidate_id')
    .primaryKey()
    .references(() => candidate.id, { onDelete: 'cascade' }),
  wrapped: encrypted('wrapped').notNull(),
})

export const identity = sqliteTable(
  'identity',
  {
    candidateId: text('candidate_id')
      .primaryKey()
      .references(() => candidate.id, { onDelete: 'cascade' }),
    /** An encrypted `Identity`. */
    content: encrypted('content').notNull(),
    /** A keyed hash of the personal code (db/people/code-key.ts). Not unique: a second registration is taken like any other. Null only until an old row is converted. */
    codeKey: text('code_key'),
    updatedAt: instant('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('identity_code_index').on(table.codeKey)],
)

export const restrictedRecord = sqliteTable('restricted_record', {
  candidateId: text('candidate_id')
    .primaryKey()
    .references(() => candidate.id, { onDelete: 'cascade' }),
  /** An encrypted `RestrictedProfile`. */
  content: encrypted('content').notNull(),
  updatedAt: instant('updated_at').notNull(),
  version: integer('version').notNull().default(1),
})

/** How a person signs in: the one-time card, then a PIN; five wrong tries lock it. */
export const candidateAccess = sqliteTable(
  'candidate_access',
  {
    candidateId: text('candidate_id')
      .primaryKey()
      .references(() => candidate.id, { onDelete: 'cascade' }),
    cardHash: text('card_hash'),
    cardExpiresAt: instant('card_expires_at'),
    pinHash: text('pin_hash'),
    /** Whether a public authority made the card, and the PIN by it: what one opens is no more than who printed it may read. */
    byAuthority: integer('by_authority', { mode: 'boolean' }).notNull().default(false),
    wrongTries: integer('wrong_tries').notNull().default(0),
    lockedAt: instant('locked_at'),
  },
  (table) => [must('candidate_access_card_check', sql`(${table.cardHash} is null) = (${table.cardExpiresAt} is null)`)],
)

export const readiness = sqliteTable(
  'readiness',
  {
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id, { onDelete: 'cascade' }),
    item: text('item', { enum: READINESS_ITEMS }).notNull(),
    state: text('state', { enum: READINESS_STATES }).notNull(),
    /** Who sees to it, in the caseworker's words, encrypted; null only until an old row is converted. */
    note: encrypted('note'),
    /** Where the note stood in clear; emptied at start-up (db/people/old-texts.ts). */
    oldWho: text('who').notNull().default(''),
    dueOn: day('due_on'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'readiness_key', columns: [table.candidateId, table.item] }),
    oneOf('readiness_item_check', table.item, READINESS_ITEMS),
    oneOf('readiness_state_check', table.state, READINESS_STATES),
  ],
)

export const CORRECTION_STATES = ['open', 'done'] as const
/** "This is wrong": what a person says about the data kept on them; encrypted, since it may say anything. */
export const correction = sqliteTable(
  'correction',
  {
    id: text('id').primaryKey(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id, { onDelete: 'cascade' }),
    content: encrypted('content').notNull(),
    state: text('state', { enum: CORRECTION_STATES }).notNull().default('open'),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
  },
  (table) => [
    index('correction_candidate_index').on(table.candidateId, table.state),
    oneOf('correction_state_check', table.state, CORRECTION_STATES),
  ],
)

/** A caseworker hid a vacancy for this person, for their own organisation: what an authority leaves out tells what it found in the record. */
export const hiddenVacancy = sqliteTable(
  'hidden_vacancy',
  {
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id, { onDelete: 'cascade' }),
    vacancyId: text('vacancy_id').notNull(),
    organisationId: text('organisation_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ name: 'hidden_vacancy_key', columns: [table.candidateId, table.vacancyId, table.organisationId] })],
)

export const ACCESS_SUBJECTS = ['identity', 'restricted_record'] as const
/** `match`: read as reasons on a match page. */
export const ACCESS_PURPOSES = ['casework', 'match', 'edit', 'employer_named', 'self'] as const
/** Append-only: who opened what, when and for what purpose; never the content. */
export const accessLog = sqliteTable(
  'access_log',
  {
    id: text('id').primaryKey(),
    candidateId: text('candidate_id').notNull(),
    membershipId: text('membership_id'),
    subject: text('subject', { enum: ACCESS_SUBJECTS }).notNull(),
    purpose: text('purpose', { enum: ACCESS_PURPOSES }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('access_log_candidate_index').on(table.candidateId, table.at),
    oneOf('access_log_subject_check', table.subject, ACCESS_SUBJECTS),
    oneOf('access_log_purpose_check', table.purpose, ACCESS_PURPOSES),
  ],
)
