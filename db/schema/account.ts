// Who signs in: accounts, what each is a member of, invitations and the count of wrong tries.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ROLES } from '#app/domain/organisations/organisation.ts'
import { instant, must, oneOf } from './columns.ts'
import { employer, organisation } from './organisation.ts'

export const account = sqliteTable(
  'account',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Lower case. */
    email: text('email').notNull(),
    phone: text('phone').notNull().default(''),
    passwordHash: text('password_hash').notNull(),
    /** Made for the demo's one-click sign-in; never true in production. */
    demo: integer('demo', { mode: 'boolean' }).notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('account_email_unique').on(table.email),
    must('account_email_check', sql`${table.email} = lower(${table.email})`),
  ],
)

export const membership = sqliteTable(
  'membership',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    role: text('role', { enum: ROLES }).notNull(),
    employerId: text('employer_id').references(() => employer.id, { onDelete: 'restrict' }),
    organisationId: text('organisation_id').references(() => organisation.id, { onDelete: 'restrict' }),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('membership_account_index').on(table.accountId),
    index('membership_employer_index').on(table.employerId),
    index('membership_organisation_index').on(table.organisationId),
    oneOf('membership_role_check', table.role, ROLES),
    must(
      'membership_of_check',
      sql`(${table.role} = 'employer') = (${table.employerId} is not null) and (${table.role} = 'caseworker') = (${table.organisationId} is not null)`,
    ),
  ],
)

export const invitation = sqliteTable(
  'invitation',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    employerId: text('employer_id').references(() => employer.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id').references(() => organisation.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    email: text('email').notNull(),
    invitedBy: text('invited_by'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
  },
  (table) => [
    uniqueIndex('invitation_token_hash_unique').on(table.tokenHash),
    index('invitation_employer_index').on(table.employerId),
    index('invitation_organisation_index').on(table.organisationId),
    oneOf('invitation_role_check', table.role, ROLES),
    must(
      'invitation_of_check',
      sql`(${table.role} = 'employer') = (${table.employerId} is not null) and (${table.role} = 'caseworker') = (${table.organisationId} is not null)`,
    ),
  ],
)

/** Counts tries by a hashed key (an address, an e-mail), so that limits hold across restarts and nodes. */
export const attempt = sqliteTable('attempt', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  windowEndsAt: instant('window_ends_at').notNull(),
})
