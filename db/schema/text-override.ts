// Texts that went out although they were warned about: a vacancy's, a company's about itself, or one about a person.
import { sql } from 'drizzle-orm'
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { account } from './account.ts'
import { candidate } from './candidate.ts'
import { instant, must } from './columns.ts'
import { employer } from './organisation.ts'
import { vacancy } from './vacancy.ts'

export const textOverride = sqliteTable(
  'text_override',
  {
    id: text('id').primaryKey(),
    vacancyId: text('vacancy_id').references(() => vacancy.id, { onDelete: 'restrict' }),
    candidateId: text('candidate_id').references(() => candidate.id, { onDelete: 'cascade' }),
    employerId: text('employer_id').references(() => employer.id, { onDelete: 'restrict' }),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    /** Kinds of findings, never the words found. */
    findings: text('findings', { mode: 'json' }).$type<string[]>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('text_override_vacancy_index').on(table.vacancyId),
    index('text_override_candidate_index').on(table.candidateId),
    index('text_override_employer_index').on(table.employerId),
    index('text_override_account_index').on(table.accountId),
    must(
      'text_override_of_check',
      sql`(case when ${table.vacancyId} is null then 0 else 1 end) + (case when ${table.candidateId} is null then 0 else 1 end) + (case when ${table.employerId} is null then 0 else 1 end) = 1`,
    ),
  ],
)
