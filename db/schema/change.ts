// The change feed: every change of a vacancy or a profile takes the next number, in the order of commits.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import { must, oneOf } from './columns.ts'

export const CHANGE_SUBJECTS = ['vacancy', 'candidate', 'employer', 'legal_restriction'] as const
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number]

export const clock = sqliteTable('clock', { id: integer('id').primaryKey(), seq: integer('seq').notNull() }, (table) => [
  must('clock_one_row_check', sql`${table.id} = 1`),
])

export const change = sqliteTable(
  'change',
  {
    seq: integer('seq').primaryKey(),
    subject: text('subject', { enum: CHANGE_SUBJECTS }).notNull(),
    subjectId: text('subject_id').notNull(),
  },
  (table) => [oneOf('change_subject_check', table.subject, CHANGE_SUBJECTS)],
)
