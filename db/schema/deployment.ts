// What a whole deployment agrees on, however many machines serve it: one row.
import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant, must, oneOf } from './columns.ts'

export const DEPLOYMENT_MODES = ['demo', 'production'] as const

export const deployment = sqliteTable(
  'deployment',
  {
    id: integer('id').primaryKey(),
    mode: text('mode', { enum: DEPLOYMENT_MODES }).notNull(),
    /** An HMAC with the master key: a machine with another key must not write here. */
    keyCheck: text('key_check').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [must('deployment_one_row_check', sql`${table.id} = 1`), oneOf('deployment_mode_check', table.mode, DEPLOYMENT_MODES)],
)
