// Sessions: who is signed in, asked on every request.
import { and, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import type { CandidateActor, MemberActor } from '#app/domain/shared/actor.ts'
import { OTHER_TERMS } from '#app/domain/people/retention.ts'
import { DAY_MS, type Instant } from '#app/domain/shared/day.ts'
import { account, candidate, employer, membership, organisation, session } from '#db/schema/index.ts'
import { prepared } from '#db/store/prepared.ts'
import type { Store } from '#db/store/store.ts'

export const MEMBER_SESSION_MS = 12 * 3_600_000
/** A phone may be shared or lost. */
export const CANDIDATE_SESSION_MS = 3_600_000

export type SignedIn = {
  actor: MemberActor | CandidateActor
  /** The person's own name; a candidate's is never read here. */
  name: string
  /** The employer's or organisation's name. */
  of: string
}

export type SessionOf = { membershipId: string } | { candidateId: string }

const begin = prepared(['tokenHash', 'membershipId', 'candidateId', 'createdAt', 'expiresAt'], (db, values) =>
  db.insert(session).values(values),
)

export async function createSession(store: Store, of: SessionOf, tokenHash: string, now: Instant): Promise<void> {
  const lasts = 'candidateId' in of ? CANDIDATE_SESSION_MS : MEMBER_SESSION_MS
  await store.write((tx) => begin(tx, { membershipId: null, candidateId: null, ...of, tokenHash, createdAt: now, expiresAt: now + lasts }))
}

/** A clock that was ahead for an hour must not have signed anybody out for good. */
const KEPT_AFTER_MS = OTHER_TERMS.sessions.days * DAY_MS
const FORGOTTEN_AT_ONCE = 500

/** Those that expired a day ago. @returns whether there may be more. */
export async function forgetExpiredSessions(store: Store, now: Instant): Promise<boolean> {
  const over = lte(session.expiresAt, now - KEPT_AFTER_MS)
  const rows = await store.read((db) => db.select({ tokenHash: session.tokenHash }).from(session).where(over).limit(FORGOTTEN_AT_ONCE))
  if (rows.length === 0) return false
  const hashes = rows.map((row) => row.tokenHash)
  await store.write((tx) => tx.delete(session).where(inArray(session.tokenHash, hashes)))
  return rows.length === FORGOTTEN_AT_ONCE
}

export async function endSession(store: Store, tokenHash: string): Promise<void> {
  await store.write((tx) => tx.delete(session).where(eq(session.tokenHash, tokenHash)))
}

const live = prepared(['tokenHash', 'now'], (db, { tokenHash, now }) =>
  db
    .select({
      membershipId: membership.id,
      role: membership.role,
      accountId: account.id,
      name: account.name,
      employerId: employer.id,
      employerName: employer.name,
      verification: employer.state,
      organisationId: organisation.id,
      organisationName: organisation.name,
      organisationState: organisation.state,
      publicAuthority: organisation.publicAuthority,
      candidateId: session.candidateId,
    })
    .from(session)
    .leftJoin(membership, and(eq(membership.id, session.membershipId), isNull(membership.endedAt)))
    .leftJoin(account, eq(account.id, membership.accountId))
    .leftJoin(employer, eq(employer.id, membership.employerId))
    .leftJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(eq(session.tokenHash, tokenHash), gt(session.expiresAt, now))),
)

/** On its own, so that a session of anybody else reads no table of people. */
const ownCode = prepared(['candidateId'], (db, { candidateId }) =>
  db.select({ code: candidate.code }).from(candidate).where(eq(candidate.id, candidateId)),
)

async function candidateSignedIn(store: Store, candidateId: string): Promise<SignedIn | null> {
  const [row] = await store.read((db) => ownCode(db, { candidateId }))
  return row ? { actor: { kind: 'candidate', candidateId }, name: row.code, of: '' } : null
}

/** Null when nobody is signed in with it any more: expired, ended, or the membership ended. */
export async function findSession(store: Store, tokenHash: string, now: Instant): Promise<SignedIn | null> {
  const [row] = await store.read((db) => live(db, { tokenHash, now }))
  if (!row) return null
  if (row.candidateId !== null) return candidateSignedIn(store, row.candidateId)
  if (row.membershipId === null || row.accountId === null) return null
  const member = { membershipId: row.membershipId, accountId: row.accountId }
  if (row.employerId !== null && row.verification !== null) {
    return {
      actor: { kind: 'employer', ...member, employerId: row.employerId, verification: row.verification },
      name: row.name ?? '',
      of: row.employerName ?? '',
    }
  }
  if (row.organisationId !== null) {
    // A caseworker of an organisation that is not (or no longer) verified sees nobody.
    if (row.organisationState !== 'verified') return null
    return {
      actor: { kind: 'caseworker', ...member, organisationId: row.organisationId, publicAuthority: row.publicAuthority === true },
      name: row.name ?? '',
      of: row.organisationName ?? '',
    }
  }
  return { actor: { kind: 'coordinator', ...member }, name: row.name ?? '', of: '' }
}
