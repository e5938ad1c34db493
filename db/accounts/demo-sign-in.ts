// The demo's one-click sign-ins: a member of each kind, and one person.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { SessionOf } from './sessions.ts'
import { account, candidate, membership, organisation } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

/** The demo's own person; no other code can be this one, since it holds letters that codes leave out. */
export const DEMO_CANDIDATE_CODE = 'K-DEMO-11'

export type DemoSignIn = { to: string; as: 'employer' | 'caseworker' | 'ngo' | 'coordinator' | 'candidate' }

/** Empty where nobody was seeded. */
export async function listDemoSignIns(store: Store): Promise<DemoSignIn[]> {
  return store.read(async (db) => {
    const members = await db
      .select({ to: membership.id, role: membership.role, kind: organisation.kind })
      .from(membership)
      .innerJoin(account, eq(account.id, membership.accountId))
      .leftJoin(organisation, eq(organisation.id, membership.organisationId))
      .where(and(eq(account.demo, true), isNull(membership.endedAt)))
      .orderBy(asc(membership.createdAt), asc(membership.id))
    const people = await db.select({ to: candidate.id }).from(candidate).where(eq(candidate.code, DEMO_CANDIDATE_CODE))
    return [
      ...members.map(({ to, role, kind }) => ({ to, as: kind === 'ngo' ? ('ngo' as const) : role })),
      ...people.map(({ to }) => ({ to, as: 'candidate' as const })),
    ]
  })
}

/** Null when the id is not one of these: it signs in nobody else. */
export async function demoSessionOf(store: Store, to: string): Promise<(SessionOf & { as: DemoSignIn['as'] }) | null> {
  const signIn = (await listDemoSignIns(store)).find((one) => one.to === to)
  if (!signIn) return null
  return signIn.as === 'candidate' ? { candidateId: signIn.to, as: signIn.as } : { membershipId: signIn.to, as: signIn.as }
}
