// What the search keeps: words that stand for others, vacancies an engine refused, how far an engine outside has followed, what was searched for.
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ENGINES } from '#app/domain/search/search-engine.ts'
import { SEARCH_OUTCOMES } from '#app/domain/search/search-log.ts'
import { day, instant, must, oneOf } from './columns.ts'

export const searchSynonym = sqliteTable(
  'search_synonym',
  {
    id: text('id').primaryKey(),
    fromPhrases: text('from_phrases', { mode: 'json' }).$type<string[]>().notNull(),
    toPhrases: text('to_phrases', { mode: 'json' }).$type<string[]>().notNull(),
    twoWay: integer('two_way', { mode: 'boolean' }).notNull(),
    note: text('note').notNull().default(''),
    /** Every phrase, folded, a line each: what a coordinator's words are looked for in. */
    foldedPhrases: text('folded_phrases').notNull(),
    sortKey: text('sort_key').notNull(),
    /** Of a rule that came with the site: it is not put in again when somebody changed or retired it. */
    seedKey: text('seed_key'),
    updatedBy: text('updated_by'),
    updatedAt: instant('updated_at').notNull(),
    retiredAt: instant('retired_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('search_synonym_seed_unique').on(table.seedKey),
    index('search_synonym_sort_index').on(table.sortKey, table.id),
    must('search_synonym_phrases_check', sql`length(trim(${table.foldedPhrases})) > 0`),
  ],
)

export const LONGEST_REFUSAL = 300

/** No reference to the vacancy: an engine may refuse what is gone by the time it says so. */
export const searchRefused = sqliteTable(
  'search_refused',
  {
    engine: text('engine', { enum: ENGINES }).notNull(),
    vacancyId: text('vacancy_id').notNull(),
    /** The engine's code and words, never the document. */
    reason: text('reason').notNull(),
    attempts: integer('attempts').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    /** Null: not tried again until somebody asks. */
    nextAt: instant('next_at'),
  },
  (table) => [
    primaryKey({ name: 'search_refused_key', columns: [table.engine, table.vacancyId] }),
    index('search_refused_first_index').on(table.firstAt, table.vacancyId),
    oneOf('search_refused_engine_check', table.engine, ENGINES),
    must('search_refused_reason_check', sql`length(${table.reason}) <= ${sql.raw(String(LONGEST_REFUSAL))}`),
    must('search_refused_attempts_check', sql`${table.attempts} >= 1`),
  ],
)

/** An engine outside the site's own processes: what it holds, and up to which change. */
export const searchFollower = sqliteTable('search_follower', {
  id: text('id').primaryKey(),
  /** The last change that is in it. */
  cursor: integer('cursor').notNull(),
  indexUid: text('index_uid').notNull(),
  analysis: integer('analysis').notNull(),
  /** A digest of the settings that were applied. */
  settingsKey: text('settings_key').notNull(),
  documents: integer('documents').notNull(),
  caughtUpAt: instant('caught_up_at').notNull(),
  rebuiltAt: instant('rebuilt_at'),
  reconciledAt: instant('reconciled_at'),
  note: text('note'),
})

/** Never who: a day, scrubbed words, and how it went. */
export const searchLog = sqliteTable(
  'search_log',
  {
    day: day('day').notNull(),
    query: text('query').notNull(),
    engine: text('engine', { enum: ENGINES }).notNull(),
    outcome: text('outcome', { enum: SEARCH_OUTCOMES }).notNull(),
    times: integer('times').notNull(),
    /** Of all these times together. */
    tookMs: integer('took_ms').notNull(),
  },
  (table) => [
    primaryKey({ name: 'search_log_key', columns: [table.day, table.query, table.engine, table.outcome] }),
    index('search_log_query_index').on(table.query),
    oneOf('search_log_engine_check', table.engine, ENGINES),
    oneOf('search_log_outcome_check', table.outcome, SEARCH_OUTCOMES),
    must('search_log_times_check', sql`${table.times} >= 1`),
  ],
)
