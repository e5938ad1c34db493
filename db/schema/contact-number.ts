// The number at which the service itself is called: one row, or none before a coordinator has entered it.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from './account.ts'
import { instant, must } from './columns.ts'

export const serviceContact = sqliteTable(
  'service_contact',
  {
    id: integer('id').primaryKey(),
    phone: text('phone').notNull(),
    /** On working days, `HH:MM` in Riga. */
    opens: text('opens').notNull(),
    closes: text('closes').notNull(),
    updatedBy: text('updated_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    updatedAt: instant('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('service_contact_updated_by_index').on(table.updatedBy),
    must('service_contact_one_row_check', sql`${table.id} = 1`),
    must('service_contact_hours_check', sql`${table.opens} < ${table.closes}`),
  ],
)
