// Which organisations work with a person: one leads, others support it, each since a day and on a stated basis.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ACTIVITIES } from '#app/domain/people/candidate.ts'
import { INVOLVEMENT_BASES, INVOLVEMENT_ROLES, type Shareable } from '#app/domain/people/permissions.ts'
import { membership } from '../account.ts'
import { candidate } from '../candidate.ts'
import { encrypted, instant, must, oneOf } from '../columns.ts'
import { organisation } from '../organisation.ts'

/** A row a period: another role or another organisation is another row, so that what was before stays. */
export const involvement = sqliteTable(
  'involvement',
  {
    id: text('id').primaryKey(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id, { onDelete: 'restrict' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'restrict' }),
    role: text('role', { enum: INVOLVEMENT_ROLES }).notNull(),
    /** Who works with the person there. */
    caseworkerId: text('caseworker_id')
      .notNull()
      .references(() => membership.id, { onDelete: 'restrict' }),
    /** What the leading organisation shows to this one beside the open part. */
    shares: text('shares', { mode: 'json' }).$type<Shareable[]>().notNull().default([]),
    /** The organisation's own words of the person, encrypted, since people write names into them. */
    label: encrypted('label'),
    /** The person's own, copied by triggers (db/store/guards.ts): the list of an organisation's people is read from an index over them. */
    activity: text('activity', { enum: ACTIVITIES }).notNull().default('seeking'),
    waitingSince: instant('waiting_since').notNull().default(0),
    since: instant('since').notNull(),
    until: instant('until'),
    basis: text('basis', { enum: INVOLVEMENT_BASES }).notNull(),
    /** The rule's name, as whoever recorded it wrote it; '' where it was not asked for yet. */
    basisName: text('basis_name').notNull().default(''),
    /** What was said to the person about it; encrypted with the person's key. */
    said: encrypted('said'),
    recordedBy: text('recorded_by'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('involvement_now_unique')
      .on(table.candidateId, table.organisationId)
      .where(sql`until is null`),
    index('involvement_candidate_index').on(table.candidateId, table.since),
    index('involvement_organisation_index')
      .on(table.organisationId, table.activity, table.waitingSince, table.candidateId)
      .where(sql`until is null`),
    index('involvement_caseworker_index')
      .on(table.caseworkerId, table.organisationId, table.activity, table.waitingSince, table.candidateId)
      .where(sql`until is null`),
    oneOf('involvement_role_check', table.role, INVOLVEMENT_ROLES),
    oneOf('involvement_basis_check', table.basis, INVOLVEMENT_BASES),
    must('involvement_until_check', sql`${table.until} is null or ${table.until} >= ${table.since}`),
  ],
)
