// The change feed: every change of a vacancy or a profile takes the next number, in the order of commits.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { oneOf } from './columns.ts'

export const CHANGE_SUBJECTS = ['vacancy', 'candidate', 'employer', 'legal_restriction', 'search_synonym'] as const
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number]

export const change = sqliteTable(
  'change',
  {
    /** Never given twice, even when the last row was pruned, so that a follower's cursor stays valid. */
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    subject: text('subject', { enum: CHANGE_SUBJECTS }).notNull(),
    subjectId: text('subject_id').notNull(),
  },
  (table) => [
    index('change_subject_index').on(table.subject, table.subjectId),
    oneOf('change_subject_check', table.subject, CHANGE_SUBJECTS),
  ],
)
