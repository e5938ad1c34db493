// Employers, the organisations caseworkers work in, and places of custody.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { CUSTODY_REGIMES, ORGANISATION_KINDS, VERIFICATION_STATES } from '#app/domain/organisations/organisation.ts'
import { day, instant, must, oneOf } from './columns.ts'

export const employer = sqliteTable(
  'employer',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Folded, without the form of company: meets the register's spelling of the same firm. */
    nameKey: text('name_key').notNull(),
    /** The name's `sortKey`, by which lists are sorted; '' until it is computed. */
    sortKey: text('sort_key').notNull().default(''),
    registrationNo: text('registration_no').notNull(),
    about: text('about').notNull().default(''),
    municipality: text('municipality').notNull(),
    place: text('place').notNull(),
    contactName: text('contact_name').notNull(),
    contactEmail: text('contact_email').notNull(),
    contactPhone: text('contact_phone').notNull(),
    state: text('state', { enum: VERIFICATION_STATES }).notNull().default('pending'),
    stateReason: text('state_reason'),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('employer_registration_no_unique').on(table.registrationNo),
    index('employer_state_index').on(table.state, table.createdAt, table.id),
    index('employer_state_sort_index').on(table.state, table.sortKey, table.id),
    index('employer_name_key_index').on(table.nameKey),
    index('employer_sort_index').on(table.sortKey, table.id),
    oneOf('employer_state_check', table.state, VERIFICATION_STATES),
    must('employer_decided_check', sql`${table.state} = 'pending' or ${table.decidedAt} is not null`),
  ],
)

export const organisation = sqliteTable(
  'organisation',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** The name's `sortKey`, by which lists are sorted; '' until it is computed. */
    sortKey: text('sort_key').notNull().default(''),
    kind: text('kind', { enum: ORGANISATION_KINDS }).notNull(),
    /** Only public authorities read or write the restricted part (GDPR art. 10). */
    publicAuthority: integer('public_authority', { mode: 'boolean' }).notNull(),
    municipality: text('municipality').notNull(),
    contactName: text('contact_name').notNull(),
    contactEmail: text('contact_email').notNull(),
    contactPhone: text('contact_phone').notNull(),
    state: text('state', { enum: VERIFICATION_STATES }).notNull().default('pending'),
    stateReason: text('state_reason'),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('organisation_name_unique').on(table.name),
    index('organisation_state_index').on(table.state, table.createdAt, table.id),
    index('organisation_state_sort_index').on(table.state, table.sortKey, table.id),
    index('organisation_sort_index').on(table.sortKey, table.id),
    oneOf('organisation_kind_check', table.kind, ORGANISATION_KINDS),
    oneOf('organisation_state_check', table.state, VERIFICATION_STATES),
    must('organisation_ngo_check', sql`${table.kind} <> 'ngo' or not ${table.publicAuthority}`),
  ],
)

export const custodyPlace = sqliteTable(
  'custody_place',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    municipality: text('municipality').notNull(),
    regime: text('regime', { enum: CUSTODY_REGIMES }).notNull(),
    openFrom: day('open_from'),
    closedOn: day('closed_on'),
    note: text('note').notNull().default(''),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('custody_place_name_unique').on(table.name, table.regime),
    oneOf('custody_place_regime_check', table.regime, CUSTODY_REGIMES),
    must(
      'custody_place_dates_check',
      sql`${table.openFrom} is null or ${table.closedOn} is null or ${table.openFrom} <= ${table.closedOn}`,
    ),
  ],
)
