// How a person signs in: a try is counted before its PIN is compared, the fifth wrong one locks; a card sets the PIN once.
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { candidate, candidateAccess, session } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

const MOST_WRONG_TRIES = 5

type Owner = { candidateId: string; language: 'lv' | 'ru' | 'en' }
export type PinTry = { kind: 'unknown' } | { kind: 'locked' } | (Owner & { kind: 'counted'; pinHash: string; last: boolean })

/**
 * Counts a try before anything slow happens, so that many at once are no more than five. `acceptPin` takes it back when the PIN was right.
 * `unknown`: there is no such code, or no PIN was ever set.
 */
export async function beginPinTry(store: Store, code: string, now: Instant): Promise<PinTry> {
  return store.write(async (tx) => {
    const [row] = await tx
      .select({ candidateId: candidate.id, language: candidate.language, pinHash: candidateAccess.pinHash })
      .from(candidateAccess)
      .innerJoin(candidate, eq(candidate.id, candidateAccess.candidateId))
      .where(eq(candidate.code, code))
    if (!row || row.pinHash === null) return { kind: 'unknown' }
    const [counted] = await tx
      .update(candidateAccess)
      .set({ wrongTries: sql`${candidateAccess.wrongTries} + 1` })
      .where(and(eq(candidateAccess.candidateId, row.candidateId), isNull(candidateAccess.lockedAt)))
      .returning({ wrongTries: candidateAccess.wrongTries })
    if (!counted) return { kind: 'locked' }
    const last = counted.wrongTries >= MOST_WRONG_TRIES
    if (last) await tx.update(candidateAccess).set({ lockedAt: now }).where(eq(candidateAccess.candidateId, row.candidateId))
    return { kind: 'counted', ...row, pinHash: row.pinHash, last }
  })
}

/** The PIN was right. False when it was replaced meanwhile. */
export async function acceptPin(store: Store, { candidateId, pinHash }: { candidateId: string; pinHash: string }): Promise<boolean> {
  const accepted = await store.write((tx) =>
    tx
      .update(candidateAccess)
      .set({ wrongTries: 0, lockedAt: null })
      .where(and(eq(candidateAccess.candidateId, candidateId), eq(candidateAccess.pinHash, pinHash)))
      .returning({ id: candidateAccess.candidateId }),
  )
  return accepted.length > 0
}

export type Card = Owner & { cardHash: string; expiresAt: Instant }

/** The card that was made last for this code; null when there is none, or it was used. */
export async function findCard(store: Store, code: string): Promise<Card | null> {
  const [row] = await store.read((db) =>
    db
      .select({
        candidateId: candidate.id,
        language: candidate.language,
        cardHash: candidateAccess.cardHash,
        expiresAt: candidateAccess.cardExpiresAt,
      })
      .from(candidateAccess)
      .innerJoin(candidate, eq(candidate.id, candidateAccess.candidateId))
      .where(eq(candidate.code, code)),
  )
  if (!row || row.cardHash === null || row.expiresAt === null) return null
  return { ...row, cardHash: row.cardHash, expiresAt: row.expiresAt }
}

/** Uses the card and ends the person's sessions. False when the card was used, replaced or has expired: of two at once one wins. */
export async function setPinByCard(store: Store, card: Card, pinHash: string, now: Instant): Promise<boolean> {
  return store.write(async (tx) => {
    const used = await tx
      .update(candidateAccess)
      .set({ pinHash, cardHash: null, cardExpiresAt: null, wrongTries: 0, lockedAt: null })
      .where(
        and(
          eq(candidateAccess.candidateId, card.candidateId),
          eq(candidateAccess.cardHash, card.cardHash),
          gt(candidateAccess.cardExpiresAt, now),
        ),
      )
      .returning({ id: candidateAccess.candidateId })
    if (used.length === 0) return false
    await tx.delete(session).where(eq(session.candidateId, card.candidateId))
    return true
  })
}
