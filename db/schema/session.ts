// Who is signed in: a member of staff or of an employer, or a person.
import { sql } from 'drizzle-orm'
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { membership } from './account.ts'
import { candidate } from './candidate.ts'
import { instant, must } from './columns.ts'

export const session = sqliteTable(
  'session',
  {
    /** SHA-256 of the cookie's token: the table alone opens nothing. */
    tokenHash: text('token_hash').primaryKey(),
    membershipId: text('membership_id').references(() => membership.id, { onDelete: 'cascade' }),
    candidateId: text('candidate_id').references(() => candidate.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('session_expires_index').on(table.expiresAt),
    index('session_membership_index').on(table.membershipId),
    index('session_candidate_index').on(table.candidateId),
    must('session_of_check', sql`(${table.membershipId} is null) <> (${table.candidateId} is null)`),
  ],
)
