// Limits on tries that hold across restarts and nodes.
import { eq, lte } from 'drizzle-orm'
import type { Instant } from '#app/domain/day.ts'
import { attempt } from './schema/index.ts'
import type { Store } from './store/store.ts'

export type Limit = { tries: number; windowMs: number }

/** Counts one try. @returns 0 when it is within the limit, else the milliseconds until the next window. @param key hashed by the caller: no address or e-mail is stored. */
export async function countAttempt(store: Store, key: string, limit: Limit, now: Instant): Promise<number> {
  return store.write(async (tx) => {
    const [row] = await tx.select().from(attempt).where(eq(attempt.key, key))
    const fresh = !row || row.windowEndsAt <= now
    const next = { count: fresh ? 1 : row.count + 1, windowEndsAt: fresh ? now + limit.windowMs : row.windowEndsAt }
    await tx
      .insert(attempt)
      .values({ key, ...next })
      .onConflictDoUpdate({ target: attempt.key, set: next })
    return next.count > limit.tries ? next.windowEndsAt - now : 0
  })
}

/** Windows that are over count for nothing: without this every address ever typed would leave a row. */
export async function forgetOldAttempts(store: Store, now: Instant): Promise<void> {
  await store.write((tx) => tx.delete(attempt).where(lte(attempt.windowEndsAt, now)))
}

export async function clearAttempts(store: Store, key: string): Promise<void> {
  await store.write((tx) => tx.delete(attempt).where(eq(attempt.key, key)))
}
