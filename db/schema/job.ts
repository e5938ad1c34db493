// Background jobs, as the table `work`: one row a job, leased to one process at a time.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant, must } from './columns.ts'

export const backgroundJob = sqliteTable(
  'work',
  {
    /** The kind, and after a colon what it is about: a job is there once. */
    id: text('id').primaryKey(),
    dueAt: instant('due_at').notNull(),
    /** Who holds it, and until when; a worker that died is waited for no longer. */
    leasedBy: text('leased_by'),
    leasedUntil: instant('leased_until'),
    /** Tries in a row that failed. */
    failures: integer('failures').notNull().default(0),
    /** The error's name and code, never its words. */
    lastError: text('last_error'),
    doneAt: instant('done_at'),
  },
  (table) => [
    index('work_due_index').on(table.dueAt),
    must('work_lease_check', sql`(${table.leasedBy} is null) = (${table.leasedUntil} is null)`),
  ],
)
