// A person's access, as their caseworker manages it: a new one-time card, and unlocking after wrong tries.
import { and, eq, exists, isNotNull, sql } from 'drizzle-orm'
import { CARD_DAYS } from '#app/domain/people/access-card.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { DAY_MS, type Instant } from '#app/domain/shared/day.ts'
import { candidate, candidateAccess, session } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import { ownPerson } from './own.ts'

function ownAccess(db: Db, actor: CaseworkerActor, id: string) {
  const own = db
    .select({ one: sql`1` })
    .from(candidate)
    .where(ownPerson(actor, id, { of: 'access', use: 'write' }))
  return and(eq(candidateAccess.candidateId, id), exists(own))
}

/** Replaces the PIN and any card before it, unlocks, and ends what is signed in with the old one. Null when the person is not theirs. @param cardHash of the secret that is printed once */
export async function makeAccessCard(
  store: Store,
  actor: CaseworkerActor,
  id: string,
  cardHash: string,
  now: Instant,
): Promise<{ expiresAt: Instant } | null> {
  const expiresAt = now + CARD_DAYS * DAY_MS
  return store.write(async (tx) => {
    const changed = await tx
      .update(candidateAccess)
      .set({ cardHash, cardExpiresAt: expiresAt, byAuthority: actor.publicAuthority, pinHash: null, wrongTries: 0, lockedAt: null })
      .where(ownAccess(tx, actor, id))
      .returning({ id: candidateAccess.candidateId })
    if (changed.length === 0) return null
    await tx.delete(session).where(eq(session.candidateId, id))
    return { expiresAt }
  })
}

/** The PIN stays as it was. False when there is nothing of theirs to unlock. */
export async function unlock(store: Store, actor: CaseworkerActor, id: string): Promise<boolean> {
  const changed = await store.write((tx) =>
    tx
      .update(candidateAccess)
      .set({ wrongTries: 0, lockedAt: null })
      .where(and(ownAccess(tx, actor, id), isNotNull(candidateAccess.lockedAt)))
      .returning({ id: candidateAccess.candidateId }),
  )
  return changed.length > 0
}

/** Whether what the person signs in with was made by a public authority. */
export async function isByAuthority(db: Db, id: string): Promise<boolean> {
  const [row] = await db
    .select({ byAuthority: candidateAccess.byAuthority })
    .from(candidateAccess)
    .where(eq(candidateAccess.candidateId, id))
  return row?.byAuthority ?? false
}
