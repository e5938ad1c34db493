// Things to do: one row for everything that waits for an organisation, an employer or the coordinators. No words of anybody stand in it.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { TASK_KINDS, TASK_PARTIES } from '#app/domain/tasks/task.ts'
import { candidate } from './candidate.ts'
import { day, instant, must, oneOf } from './columns.ts'
import { employer, organisation } from './organisation.ts'
import { proposal } from './proposal.ts'
import { vacancy } from './vacancy.ts'

export const task = sqliteTable(
  'task',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: TASK_KINDS }).notNull(),
    /** The row it is about: of its own kind's table. */
    aboutId: text('about_id').notNull(),
    forOrganisationId: text('for_organisation_id').references(() => organisation.id, { onDelete: 'restrict' }),
    forEmployerId: text('for_employer_id').references(() => employer.id, { onDelete: 'restrict' }),
    forCoordinators: integer('for_coordinators', { mode: 'boolean' }).notNull().default(false),
    candidateId: text('candidate_id').references(() => candidate.id, { onDelete: 'restrict' }),
    proposalId: text('proposal_id').references(() => proposal.id, { onDelete: 'restrict' }),
    vacancyId: text('vacancy_id').references(() => vacancy.id, { onDelete: 'restrict' }),
    fromParty: text('from_party', { enum: TASK_PARTIES }).notNull(),
    createdAt: instant('created_at').notNull(),
    /** The last day of doing it, in Latvia. */
    dueOn: day('due_on').notNull(),
    doneAt: instant('done_at'),
    /** A membership; null when it ended by itself. */
    doneBy: text('done_by'),
  },
  (table) => [
    /** One thing waits once. */
    uniqueIndex('task_open_unique')
      .on(table.kind, table.aboutId)
      .where(sql`done_at is null`),
    index('task_organisation_index')
      .on(table.forOrganisationId, table.dueOn, table.id)
      .where(sql`done_at is null`),
    index('task_employer_index')
      .on(table.forEmployerId, table.dueOn, table.id)
      .where(sql`done_at is null`),
    index('task_coordinators_index')
      .on(table.forCoordinators, table.dueOn, table.id)
      .where(sql`done_at is null`),
    index('task_about_index').on(table.aboutId, table.kind),
    index('task_done_index').on(table.doneAt),
    index('task_candidate_index').on(table.candidateId),
    index('task_proposal_index').on(table.proposalId),
    index('task_vacancy_index').on(table.vacancyId),
    index('task_for_organisation_index').on(table.forOrganisationId, table.doneAt),
    index('task_for_employer_index').on(table.forEmployerId, table.doneAt),
    oneOf('task_kind_check', table.kind, TASK_KINDS),
    oneOf('task_from_party_check', table.fromParty, TASK_PARTIES),
    must(
      'task_for_one_check',
      sql`(case when ${table.forOrganisationId} is null then 0 else 1 end) + (case when ${table.forEmployerId} is null then 0 else 1 end) + (case when ${table.forCoordinators} then 1 else 0 end) = 1`,
    ),
    /** Nothing an employer has to do is about a person; what is about a proposal stands in its list of proposals. */
    must('task_employer_check', sql`${table.forEmployerId} is null or (${table.candidateId} is null and ${table.proposalId} is null)`),
  ],
)
