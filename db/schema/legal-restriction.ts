// Rules of law that touch a kind of work; a coordinator edits them.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { RESTRICTION_EFFECTS } from '#app/domain/matching/legal-restriction.ts'
import { WORK_CONTEXTS } from '#app/domain/vacancies/job-terms.ts'
import { day, instant, must, oneOf } from './columns.ts'

export const legalRestriction = sqliteTable(
  'legal_restriction',
  {
    id: text('id').primaryKey(),
    occupation: text('occupation'),
    context: text('context', { enum: WORK_CONTEXTS }),
    family: text('family', { enum: OFFENCE_FAMILIES }),
    effect: text('effect', { enum: RESTRICTION_EFFECTS }).notNull(),
    article: text('article').notNull(),
    note: text('note').notNull().default(''),
    verifiedOn: day('verified_on'),
    verifiedBy: text('verified_by'),
    source: text('source').notNull().default(''),
    updatedBy: text('updated_by'),
    updatedAt: instant('updated_at').notNull(),
    retiredAt: instant('retired_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('legal_restriction_live_index').on(table.retiredAt),
    oneOf('legal_restriction_context_check', table.context, WORK_CONTEXTS),
    oneOf('legal_restriction_family_check', table.family, OFFENCE_FAMILIES),
    oneOf('legal_restriction_effect_check', table.effect, RESTRICTION_EFFECTS),
    must('legal_restriction_subject_check', sql`(${table.occupation} is null) <> (${table.context} is null)`),
    must('legal_restriction_article_check', sql`length(trim(${table.article})) > 0`),
    must('legal_restriction_source_check', sql`${table.verifiedOn} is null or length(trim(${table.source})) > 0`),
  ],
)
