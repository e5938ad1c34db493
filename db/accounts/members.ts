// The members of an employer or an organisation, and the coordinators.
import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { alphabetically } from '#app/domain/shared/sort-key.ts'
import { isMemberOf, type MemberOf } from './memberships.ts'
import { account, candidate, involvement, membership, session } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

export type Member = { membershipId: string; name: string; email: string; phone: string; since: Instant }

/** @param of the actor's own (`memberOf`), or the employer or organisation that a coordinator looks at. */
export async function listMembers(store: Store, of: MemberOf): Promise<Member[]> {
  const members = await store.read((db) =>
    db
      .select({ membershipId: membership.id, name: account.name, email: account.email, phone: account.phone, since: membership.createdAt })
      .from(membership)
      .innerJoin(account, eq(account.id, membership.accountId))
      .where(and(isMemberOf(membership, of), isNull(membership.endedAt)))
      .orderBy(asc(membership.id)),
  )
  return alphabetically(members, ({ name }) => name)
}

/**
 * A colleague leaves: signed out at once, and everything they did stays under their name.
 * `hasPeople`: the caseworker still has people, who are assigned to a colleague first. Null when there is no such colleague, or it is the
 * one who asks: so the last member never leaves.
 */
export async function endMembership(
  store: Store,
  of: MemberOf,
  { membershipId, by }: { membershipId: string; by: string },
  now: Instant,
): Promise<'ended' | 'hasPeople' | null> {
  return store.write(async (tx) => {
    // Of two who end each other's membership at the same moment, the second is no member any more.
    const [asking] = await tx
      .select({ id: membership.id })
      .from(membership)
      .where(and(eq(membership.id, by), isNull(membership.endedAt)))
    if (!asking) return null
    const people = await tx
      .select({ id: candidate.id })
      .from(candidate)
      .innerJoin(involvement, and(eq(involvement.candidateId, candidate.id), isNull(involvement.until)))
      .innerJoin(membership, and(eq(membership.id, involvement.caseworkerId), isMemberOf(membership, of)))
      .where(and(eq(involvement.caseworkerId, membershipId), ne(candidate.activity, 'finished')))
      .limit(1)
    if (people.length > 0) return 'hasPeople'
    const ended = await tx
      .update(membership)
      .set({ endedAt: now })
      .where(and(eq(membership.id, membershipId), ne(membership.id, by), isMemberOf(membership, of), isNull(membership.endedAt)))
      .returning({ id: membership.id })
    if (ended.length === 0) return null
    await tx.delete(session).where(eq(session.membershipId, membershipId))
    return 'ended'
  })
}
