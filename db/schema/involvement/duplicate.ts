// Two registrations with one personal code, which a background job found and a coordinator decides about.
import { sql } from 'drizzle-orm'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { DUPLICATE_STATES } from '#app/domain/involvement/merging.ts'
import { INVOLVEMENT_BASES } from '#app/domain/people/permissions.ts'
import { account } from '../account.ts'
import { candidate } from '../candidate.ts'
import { encrypted, instant, must, oneOf } from '../columns.ts'

export const duplicatePair = sqliteTable(
  'duplicate_pair',
  {
    id: text('id').primaryKey(),
    earlierId: text('earlier_id')
      .notNull()
      .references(() => candidate.id, { onDelete: 'restrict' }),
    laterId: text('later_id')
      .notNull()
      .references(() => candidate.id, { onDelete: 'restrict' }),
    foundAt: instant('found_at').notNull(),
    state: text('state', { enum: DUPLICATE_STATES }).notNull().default('open'),
    /** Of a merging: on what it rests, by which rule, and what the person was told, encrypted with the key of the one that stayed. */
    basis: text('basis', { enum: INVOLVEMENT_BASES }),
    basisName: text('basis_name').notNull().default(''),
    said: encrypted('said'),
    decidedBy: text('decided_by').references(() => account.id, { onDelete: 'restrict' }),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    /** What was decided is not found again. */
    uniqueIndex('duplicate_pair_unique').on(table.earlierId, table.laterId),
    index('duplicate_pair_later_index').on(table.laterId),
    index('duplicate_pair_decided_by_index').on(table.decidedBy),
    index('duplicate_pair_state_index').on(table.state, table.foundAt, table.id),
    oneOf('duplicate_pair_state_check', table.state, DUPLICATE_STATES),
    oneOf('duplicate_pair_basis_check', table.basis, INVOLVEMENT_BASES),
    must('duplicate_pair_decided_check', sql`(${table.state} = 'open') = (${table.decidedAt} is null)`),
    must('duplicate_pair_basis_given_check', sql`(${table.state} = 'merged') = (${table.basis} is not null)`),
  ],
)
