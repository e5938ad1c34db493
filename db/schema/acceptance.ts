// What a coordinator approved of an employer's refusals, and what was taken back from an employer by a new rule.
import { sql } from 'drizzle-orm'
import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { instant, must, oneOf } from './columns.ts'
import { vacancy } from './vacancy.ts'

const APPROVAL_DECISIONS = ['approved', 'refused'] as const

/** The last that was asked for a vacancy; an approval holds for what was asked, not for other refusals. */
export const acceptanceApproval = sqliteTable(
  'acceptance_approval',
  {
    vacancyId: text('vacancy_id')
      .primaryKey()
      .references(() => vacancy.id, { onDelete: 'cascade' }),
    /** Sorted, see `approvalItems`. */
    items: text('items', { mode: 'json' }).$type<string[]>().notNull(),
    /** The employer's words, as they stood when it was asked. */
    explanation: text('explanation').notNull().default(''),
    askedAt: instant('asked_at').notNull(),
    decision: text('decision', { enum: APPROVAL_DECISIONS }),
    /** The coordinator's words to the employer. */
    answer: text('answer').notNull().default(''),
    membershipId: text('membership_id'),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    oneOf('acceptance_approval_decision_check', table.decision, APPROVAL_DECISIONS),
    must(
      'acceptance_approval_whole_check',
      sql`(${table.decision} is null) = (${table.decidedAt} is null) and (${table.decision} is null) = (${table.membershipId} is null)`,
    ),
    index('acceptance_approval_open_index')
      .on(table.askedAt, table.vacancyId)
      .where(sql`decision is null`),
  ],
)

/** Refusals that a new rule made "case by case": a log, and what the employer is told until it has seen it. */
export const refusalTakenBack = sqliteTable(
  'refusal_taken_back',
  {
    vacancyId: text('vacancy_id')
      .notNull()
      .references(() => vacancy.id, { onDelete: 'cascade' }),
    family: text('family', { enum: OFFENCE_FAMILIES }).notNull(),
    /** As it stood. */
    reason: text('reason').notNull(),
    article: text('article'),
    at: instant('at').notNull(),
    seenAt: instant('seen_at'),
  },
  (table) => [
    primaryKey({ name: 'refusal_taken_back_key', columns: [table.vacancyId, table.family] }),
    oneOf('refusal_taken_back_family_check', table.family, OFFENCE_FAMILIES),
  ],
)
