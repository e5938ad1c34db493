// A vacancy, its twelve stances, and what was found in its text.
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { OFFENCE_FAMILIES, REFUSAL_REASONS, STANCES, type AcceptanceTerms, type StanceCondition } from '#app/domain/vacancies/acceptance.ts'
import { MOST_REFUSALS } from '#app/domain/vacancies/refusal-limit.ts'
import { REFUSAL_PAIRS } from '#app/domain/vacancies/refusal-rules.ts'
import { VACANCY_STATES, VISIBILITIES } from '#app/domain/vacancies/vacancy.ts'
import {
  CONTRACTS,
  PAY_PERIODS,
  type Requirements,
  type Shift,
  type SupportOffered,
  type SupportWanted,
  type WorkContext,
} from '#app/domain/vacancies/job-terms.ts'
import { day, instant, must, oneOf, pairOf } from './columns.ts'
import { employer } from './organisation.ts'

export const VACANCY_SOURCES = ['nva'] as const

export const vacancy = sqliteTable(
  'vacancy',
  {
    id: text('id').primaryKey(),
    /** Null while an imported vacancy has not been taken over. */
    employerId: text('employer_id').references(() => employer.id, { onDelete: 'restrict' }),
    source: text('source', { enum: VACANCY_SOURCES }),
    sourceId: text('source_id'),
    sourceEmployer: text('source_employer'),
    sourceEmployerKey: text('source_employer_key'),
    /** Of the record as last read, so that the same record changes nothing. */
    sourceHash: text('source_hash'),
    state: text('state', { enum: VACANCY_STATES }).notNull().default('draft'),
    visibility: text('visibility', { enum: VISIBILITIES }).notNull().default('public'),
    title: text('title').notNull(),
    occupation: text('occupation'),
    description: text('description').notNull().default(''),
    municipality: text('municipality'),
    place: text('place').notNull().default(''),
    address: text('address').notNull().default(''),
    lat: real('lat'),
    lon: real('lon'),
    remote: integer('remote', { mode: 'boolean' }).notNull().default(false),
    positions: integer('positions').notNull().default(1),
    payFromCents: integer('pay_from_cents'),
    payToCents: integer('pay_to_cents'),
    payPeriod: text('pay_period', { enum: PAY_PERIODS }).notNull().default('month'),
    hoursPerWeek: integer('hours_per_week'),
    contract: text('contract', { enum: CONTRACTS }),
    shifts: text('shifts', { mode: 'json' }).$type<Shift[]>().notNull(),
    startOn: day('start_on'),
    contexts: text('contexts', { mode: 'json' }).$type<WorkContext[]>().notNull(),
    requirements: text('requirements', { mode: 'json' }).$type<Requirements>().notNull(),
    terms: text('terms', { mode: 'json' }).$type<AcceptanceTerms>().notNull(),
    /** How many families and terms are refused, as written with them: the database holds the limit. */
    refusals: integer('refusals').notNull().default(0),
    refusalExplanation: text('refusal_explanation').notNull().default(''),
    supportOffered: text('support_offered', { mode: 'json' }).$type<SupportOffered[]>().notNull(),
    supportWanted: text('support_wanted', { mode: 'json' }).$type<SupportWanted[]>().notNull(),
    contactReplyDays: integer('contact_reply_days'),
    publishedAt: instant('published_at'),
    expiresAt: instant('expires_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('vacancy_source_unique').on(table.source, table.sourceId),
    // Imported vacancies belong to nobody, and there are many: they are left out of the indexes of employers' lists.
    index('vacancy_employer_index')
      .on(table.employerId, table.updatedAt, table.id)
      .where(sql`employer_id is not null`),
    index('vacancy_employer_state_index')
      .on(table.employerId, table.state, table.updatedAt, table.id)
      .where(sql`employer_id is not null`),
    index('vacancy_employer_expiry_index')
      .on(table.employerId, table.state, table.expiresAt, table.id)
      .where(sql`employer_id is not null`),
    index('vacancy_open_index').on(table.state, table.expiresAt),
    index('vacancy_source_employer_index').on(table.sourceEmployerKey),
    oneOf('vacancy_state_check', table.state, VACANCY_STATES),
    oneOf('vacancy_visibility_check', table.visibility, VISIBILITIES),
    oneOf('vacancy_pay_period_check', table.payPeriod, PAY_PERIODS),
    oneOf('vacancy_contract_check', table.contract, CONTRACTS),
    must(
      'vacancy_whose_check',
      sql`${table.employerId} is not null or (${table.source} is not null and ${table.sourceEmployer} is not null)`,
    ),
    must(
      'vacancy_pay_check',
      sql`${table.payFromCents} is null or ${table.payToCents} is null or ${table.payFromCents} <= ${table.payToCents}`,
    ),
    must(
      'vacancy_published_check',
      sql`${table.state} <> 'published' or (${table.publishedAt} is not null and ${table.expiresAt} is not null)`,
    ),
    must(
      'vacancy_pay_stated_check',
      sql`${table.state} <> 'published' or ${table.source} is not null or (${table.payFromCents} is not null and ${table.payToCents} is not null)`,
    ),
    must('vacancy_positions_check', sql`${table.positions} >= 1`),
    must('vacancy_refusals_check', sql`${table.refusals} between 0 and ${sql.raw(String(MOST_REFUSALS))}`),
  ],
)

/** A refusal without its job-related reason cannot be stored. */
export const vacancyStance = sqliteTable(
  'vacancy_stance',
  {
    vacancyId: text('vacancy_id')
      .notNull()
      .references(() => vacancy.id, { onDelete: 'cascade' }),
    family: text('family', { enum: OFFENCE_FAMILIES }).notNull(),
    stance: text('stance', { enum: STANCES }).notNull(),
    reason: text('reason', { enum: REFUSAL_REASONS }),
    article: text('article'),
    client: text('client'),
    conditions: text('conditions', { mode: 'json' }).$type<StanceCondition[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ name: 'vacancy_stance_key', columns: [table.vacancyId, table.family] }),
    oneOf('vacancy_stance_family_check', table.family, OFFENCE_FAMILIES),
    oneOf('vacancy_stance_stance_check', table.stance, STANCES),
    oneOf('vacancy_stance_reason_check', table.reason, REFUSAL_REASONS),
    must('vacancy_stance_needs_reason_check', sql`(${table.stance} = 'not_for_this_job') = (${table.reason} is not null)`),
    pairOf('vacancy_stance_reason_family_check', table.reason, table.family, REFUSAL_PAIRS),
    must('vacancy_stance_conditions_check', sql`(${table.stance} = 'yes_if') = (json_array_length(${table.conditions}) > 0)`),
    must(
      'vacancy_stance_needs_client_check',
      sql`${table.reason} is null or ${table.reason} <> 'client_clearance' or length(trim(coalesce(${table.client}, ''))) > 0`,
    ),
    must(
      'vacancy_stance_needs_article_check',
      sql`${table.reason} is null or ${table.reason} <> 'law' or length(trim(coalesce(${table.article}, ''))) > 0`,
    ),
  ],
)
