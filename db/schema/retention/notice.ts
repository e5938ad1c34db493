// Whose data has been kept for nearly long enough: who leads is asked, and says that it is needed, or it is erased.
import { sql } from 'drizzle-orm'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { KEEPING_REASONS, NOTICE_STATES, PERSON_TERM_NAMES } from '#app/domain/people/retention.ts'
import { candidate } from '../candidate.ts'
import { day, instant, must, oneOf } from '../columns.ts'

export const retentionNotice = sqliteTable(
  'retention_notice',
  {
    id: text('id').primaryKey(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id, { onDelete: 'restrict' }),
    term: text('term', { enum: PERSON_TERM_NAMES }).notNull(),
    warnedAt: instant('warned_at').notNull(),
    /** The last day of keeping it, in Latvia, unless it is kept on. */
    dueOn: day('due_on').notNull(),
    state: text('state', { enum: NOTICE_STATES }).notNull().default('warned'),
    /** Why it is kept on. */
    reason: text('reason', { enum: KEEPING_REASONS }),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    uniqueIndex('retention_notice_open_unique')
      .on(table.candidateId)
      .where(sql`state = 'warned'`),
    index('retention_notice_candidate_index').on(table.candidateId, table.decidedAt),
    index('retention_notice_due_index').on(table.state, table.dueOn, table.id),
    oneOf('retention_notice_term_check', table.term, PERSON_TERM_NAMES),
    oneOf('retention_notice_state_check', table.state, NOTICE_STATES),
    oneOf('retention_notice_reason_check', table.reason, KEEPING_REASONS),
    must('retention_notice_decided_check', sql`(${table.state} = 'warned') = (${table.decidedAt} is null)`),
    must('retention_notice_reason_given_check', sql`(${table.state} = 'kept') = (${table.reason} is not null)`),
  ],
)
