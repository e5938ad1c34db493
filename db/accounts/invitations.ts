// Invitations to an employer, an organisation or the coordinators: made for one e-mail, open for two weeks, accepted once.
import { and, asc, eq, exists, gt, inArray, isNull, or, type SQL } from 'drizzle-orm'
import { DAY_MS, type Instant } from '#app/domain/shared/day.ts'
import type { Role } from '#app/domain/organisations/organisation.ts'
import { isMemberOf, memberOfColumns, type MemberOf } from './memberships.ts'
import { account, employer, invitation, membership, organisation } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'

const INVITATION_DAYS = 14

export type NewInvitation = MemberOf & {
  name: string
  /** Lower case. */
  email: string
  /** The membership of who invites; null from the command line. */
  invitedBy: string | null
  /** Only the hash is stored: the address is shown once. */
  tokenHash: string
}

/** Replaces an open invitation of the same e-mail to the same. `takenEmail`: the person is a member already. */
export async function createInvitation(
  store: Store,
  wanted: NewInvitation,
  now: Instant,
): Promise<{ id: string } | { problem: 'takenEmail' }> {
  return store.write(async (tx) => {
    const [member] = await tx
      .select({ id: membership.id })
      .from(membership)
      .innerJoin(account, eq(account.id, membership.accountId))
      .where(and(eq(account.email, wanted.email), isMemberOf(membership, wanted), isNull(membership.endedAt)))
    if (member) return { problem: 'takenEmail' as const }
    await tx
      .delete(invitation)
      .where(and(eq(invitation.email, wanted.email), isMemberOf(invitation, wanted), isNull(invitation.acceptedAt)))
    const id = store.newId()
    const { name, email, invitedBy, tokenHash } = wanted
    await tx.insert(invitation).values({
      id,
      ...memberOfColumns(wanted),
      name,
      email,
      invitedBy,
      tokenHash,
      createdAt: now,
      expiresAt: now + INVITATION_DAYS * DAY_MS,
    })
    return { id }
  })
}

/** Not accepted, not expired, and not to an organisation whose caseworkers could not sign in. */
function stillOpen(db: Db, tokenHash: string, now: Instant): SQL | undefined {
  const verified = db
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.id, invitation.organisationId), eq(organisation.state, 'verified')))
  return and(
    eq(invitation.tokenHash, tokenHash),
    isNull(invitation.acceptedAt),
    gt(invitation.expiresAt, now),
    or(isNull(invitation.organisationId), exists(verified)),
  )
}

export type OpenInvitation = {
  id: string
  role: Role
  name: string
  email: string
  /** The employer's or organisation's name; '' for the coordinators. */
  to: string
  /** Who invites; null from the command line. */
  invitedBy: string | null
  /** An account with this e-mail exists: it joins with its own password. */
  known: boolean
}

/** Null when there is no such invitation, or it expired, was withdrawn or accepted. Whoever holds the address may read it. */
export async function findInvitation(store: Store, tokenHash: string, now: Instant): Promise<OpenInvitation | null> {
  return store.read(async (db) => {
    const [row] = await db
      .select({ invitation, employerName: employer.name, organisationName: organisation.name, accountId: account.id })
      .from(invitation)
      .leftJoin(employer, eq(employer.id, invitation.employerId))
      .leftJoin(organisation, eq(organisation.id, invitation.organisationId))
      .leftJoin(account, eq(account.email, invitation.email))
      .where(stillOpen(db, tokenHash, now))
    if (!row) return null
    const [inviter] = await db
      .select({ name: account.name })
      .from(membership)
      .innerJoin(account, eq(account.id, membership.accountId))
      .where(eq(membership.id, row.invitation.invitedBy ?? ''))
    const { id, role, name, email } = row.invitation
    return {
      id,
      role,
      name,
      email,
      to: row.employerName ?? row.organisationName ?? '',
      invitedBy: inviter?.name ?? null,
      known: row.accountId !== null,
    }
  })
}

/** For comparing the password of the account the invitation is for; never for a page. */
export async function findInvitedAccount(
  store: Store,
  tokenHash: string,
  now: Instant,
): Promise<{ accountId: string; passwordHash: string } | null> {
  const [row] = await store.read((db) =>
    db
      .select({ accountId: account.id, passwordHash: account.passwordHash })
      .from(invitation)
      .innerJoin(account, eq(account.email, invitation.email))
      .where(stillOpen(db, tokenHash, now)),
  )
  return row ?? null
}

export type Accepting = { name: string; phone: string; passwordHash: string } | { accountId: string }

/** @returns the new membership's id; null when the invitation is not open any more, or is for another account. */
export async function acceptInvitation(store: Store, tokenHash: string, by: Accepting, now: Instant): Promise<string | null> {
  return store.write(async (tx) => {
    const theirs =
      'accountId' in by
        ? inArray(invitation.email, tx.select({ email: account.email }).from(account).where(eq(account.id, by.accountId)))
        : undefined
    const [taken] = await tx
      .update(invitation)
      .set({ acceptedAt: now })
      .where(and(stillOpen(tx, tokenHash, now), theirs))
      .returning()
    if (!taken) return null
    const accountId = 'accountId' in by ? by.accountId : await addAccount(tx, store.newId(), { ...by, email: taken.email }, now)
    if (accountId === null) {
      // The same person got an account meanwhile: the invitation stays open for it.
      await tx.update(invitation).set({ acceptedAt: null }).where(eq(invitation.id, taken.id))
      return null
    }
    const { role, employerId, organisationId } = taken
    const id = store.newId()
    await tx.insert(membership).values({ id, accountId, role, employerId, organisationId, createdAt: now })
    return id
  })
}

type NewAccount = { name: string; phone: string; email: string; passwordHash: string }

async function addAccount(tx: Tx, id: string, fresh: NewAccount, now: Instant): Promise<string | null> {
  const [row] = await tx
    .insert(account)
    .values({ id, ...fresh, createdAt: now })
    .onConflictDoNothing({ target: conflictOn(account.email) })
    .returning({ id: account.id })
  return row?.id ?? null
}

export type ListedInvitation = { id: string; name: string; email: string; expiresAt: Instant; expired: boolean }

/** Invitations nobody accepted yet, the expired ones too, so that a new one can be made. */
export async function listInvitations(store: Store, of: MemberOf, now: Instant): Promise<ListedInvitation[]> {
  const rows = await store.read((db) =>
    db
      .select({ id: invitation.id, name: invitation.name, email: invitation.email, expiresAt: invitation.expiresAt })
      .from(invitation)
      .where(and(isMemberOf(invitation, of), isNull(invitation.acceptedAt)))
      .orderBy(asc(invitation.createdAt), asc(invitation.id)),
  )
  return rows.map((row) => ({ ...row, expired: row.expiresAt <= now }))
}

/** False when there is nothing of theirs to withdraw. */
export async function withdrawInvitation(store: Store, of: MemberOf, id: string): Promise<boolean> {
  const gone = await store.write((tx) =>
    tx
      .delete(invitation)
      .where(and(eq(invitation.id, id), isMemberOf(invitation, of), isNull(invitation.acceptedAt)))
      .returning({ id: invitation.id }),
  )
  return gone.length > 0
}
