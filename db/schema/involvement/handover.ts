// Offers to take a person on, or to join in the work with them: from one organisation to another, answered within days.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { HANDOVER_KINDS, HANDOVER_REFUSALS, HANDOVER_STATES } from '#app/domain/involvement/handover.ts'
import { INVOLVEMENT_BASES, type Shareable } from '#app/domain/people/permissions.ts'
import { candidate } from '../candidate.ts'
import { day, encrypted, instant, must, oneOf } from '../columns.ts'
import { organisation } from '../organisation.ts'

export const handover = sqliteTable(
  'handover',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: HANDOVER_KINDS }).notNull(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id, { onDelete: 'restrict' }),
    fromOrganisationId: text('from_organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'restrict' }),
    toOrganisationId: text('to_organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'restrict' }),
    /** Of a joining: what it will see beside the open part. A handover passes on all that its kind of organisation may see. */
    shares: text('shares', { mode: 'json' }).$type<Shareable[]>().notNull().default([]),
    basis: text('basis', { enum: INVOLVEMENT_BASES }).notNull(),
    basisName: text('basis_name').notNull(),
    /** What was said to the person, and what the other side should know first; encrypted with the person's key. */
    said: encrypted('said').notNull(),
    note: encrypted('note').notNull(),
    state: text('state', { enum: HANDOVER_STATES }).notNull().default('offered'),
    refusal: text('refusal', { enum: HANDOVER_REFUSALS }),
    offeredBy: text('offered_by').notNull(),
    offeredAt: instant('offered_at').notNull(),
    /** The last day of answering, in Latvia. */
    dueOn: day('due_on').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    /** One open offer of a person to an organisation, and one open handover of a person. */
    uniqueIndex('handover_open_unique')
      .on(table.candidateId, table.toOrganisationId)
      .where(sql`state = 'offered'`),
    uniqueIndex('handover_one_unique')
      .on(table.candidateId)
      .where(sql`state = 'offered' and kind = 'handover'`),
    index('handover_candidate_index').on(table.candidateId, table.offeredAt),
    index('handover_to_index').on(table.toOrganisationId, table.state),
    index('handover_from_index').on(table.fromOrganisationId),
    index('handover_due_index').on(table.state, table.dueOn),
    oneOf('handover_kind_check', table.kind, HANDOVER_KINDS),
    oneOf('handover_state_check', table.state, HANDOVER_STATES),
    oneOf('handover_refusal_check', table.refusal, HANDOVER_REFUSALS),
    oneOf('handover_basis_check', table.basis, INVOLVEMENT_BASES),
    must('handover_refused_check', sql`(${table.state} = 'refused') = (${table.refusal} is not null)`),
    must('handover_decided_check', sql`(${table.state} = 'offered') = (${table.decidedAt} is null)`),
    must('handover_between_two_check', sql`${table.fromOrganisationId} <> ${table.toOrganisationId}`),
  ],
)
