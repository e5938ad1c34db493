// Accounts and what they are members of.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Role } from '#app/domain/organisations/organisation.ts'
import { account, membership } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

export type SignInRow = { accountId: string; passwordHash: string; membershipId: string; role: Role }

/** For signing in only: null when there is no such account or it is a member of nothing. The first membership opens. */
export async function findForSignIn(store: Store, email: string): Promise<SignInRow | null> {
  const [row] = await store.read((db) =>
    db
      .select({ accountId: account.id, passwordHash: account.passwordHash, membershipId: membership.id, role: membership.role })
      .from(account)
      .innerJoin(membership, and(eq(membership.accountId, account.id), isNull(membership.endedAt)))
      .where(eq(account.email, email))
      .orderBy(asc(membership.createdAt), asc(membership.id))
      .limit(1),
  )
  return row ?? null
}
