// Questions to a public authority: whether a person may be proposed to a vacancy, asked by an organisation that may not read why.
import { sql } from 'drizzle-orm'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { CONFIRMATION_ANSWERS } from '#app/domain/confirmations/question.ts'
import type { AskedAbout } from '#app/domain/confirmations/asked-about.ts'
import { candidate } from './candidate.ts'
import { day, instant, must, oneOf } from './columns.ts'
import { organisation } from './organisation.ts'
import { vacancy } from './vacancy.ts'

/** No reason is stored, since none is told. */
export const confirmation = sqliteTable(
  'confirmation',
  {
    id: text('id').primaryKey(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id, { onDelete: 'restrict' }),
    vacancyId: text('vacancy_id')
      .notNull()
      .references(() => vacancy.id, { onDelete: 'restrict' }),
    askedByOrganisationId: text('asked_by_organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'restrict' }),
    askedBy: text('asked_by').notNull(),
    authorityOrganisationId: text('authority_organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'restrict' }),
    askedAt: instant('asked_at').notNull(),
    /** What the vacancy said publicly then: the answer holds for this and for no more. */
    asked: text('asked', { mode: 'json' }).$type<AskedAbout>().notNull(),
    answer: text('answer', { enum: CONFIRMATION_ANSWERS }),
    /** Null also when the days ran out. */
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
    /** The last day of answering, in Latvia. */
    dueOn: day('due_on').notNull(),
    /** When whoever asked learns it: a fixed hour after the answer. */
    toldAt: instant('told_at'),
  },
  (table) => [
    uniqueIndex('confirmation_open_unique')
      .on(table.candidateId)
      .where(sql`answer is null`),
    index('confirmation_candidate_index').on(table.candidateId, table.askedAt),
    index('confirmation_vacancy_index').on(table.vacancyId),
    index('confirmation_asked_by_index').on(table.askedByOrganisationId),
    index('confirmation_authority_index').on(table.authorityOrganisationId),
    index('confirmation_due_index')
      .on(table.dueOn)
      .where(sql`answer is null`),
    oneOf('confirmation_answer_check', table.answer, CONFIRMATION_ANSWERS),
    must('confirmation_answered_check', sql`(${table.answer} is null) = (${table.answeredAt} is null)`),
    must('confirmation_told_check', sql`(${table.answer} is null) = (${table.toldAt} is null)`),
    must('confirmation_later_check', sql`${table.toldAt} > ${table.answeredAt}`),
  ],
)
