// Whose data is erased: asked for, in progress, done. The ids stand also in a list outside the database, which a restored backup is held against.
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ERASURE_REASONS } from '#app/domain/people/erasure.ts'
import { candidate } from '../candidate.ts'
import { instant, oneOf } from '../columns.ts'

export const erasure = sqliteTable(
  'erasure',
  {
    candidateId: text('candidate_id')
      .primaryKey()
      .references(() => candidate.id, { onDelete: 'restrict' }),
    why: text('why', { enum: ERASURE_REASONS }).notNull(),
    askedAt: instant('asked_at').notNull(),
    /** A membership; null for the replay of the list. */
    askedBy: text('asked_by'),
    /** Null as long as a byte of it may be left. */
    doneAt: instant('done_at'),
  },
  (table) => [oneOf('erasure_why_check', table.why, ERASURE_REASONS)],
)
