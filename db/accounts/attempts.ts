// Limits on tries that hold across restarts and nodes.
import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { attempt } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Store } from '#db/store/store.ts'

export type Limit = { tries: number; windowMs: number }

/** Counts one try. @returns 0 when it is within the limit, else the milliseconds until the next window. @param key hashed by the caller: no address or e-mail is stored. */
export async function countAttempt(store: Store, key: string, limit: Limit, now: Instant): Promise<number> {
  const windowEndsAt = now + limit.windowMs
  // Over, or so far ahead that a clock which has been put back since must have set it: it does not count.
  const over = sql`(${attempt.windowEndsAt} <= ${now} or ${attempt.windowEndsAt} > ${windowEndsAt + limit.windowMs})`
  // Begun by a clock a little ahead of this one: its tries count, and the wait is never longer than a whole window.
  const tooFar = sql`${attempt.windowEndsAt} > ${windowEndsAt}`
  const [row] = await store.write((tx) =>
    tx
      .insert(attempt)
      .values({ key, count: 1, windowEndsAt })
      .onConflictDoUpdate({
        target: conflictOn(attempt.key),
        set: {
          count: sql`case when ${over} then 1 else ${attempt.count} + 1 end`,
          windowEndsAt: sql`case when ${over} or ${tooFar} then ${windowEndsAt} else ${attempt.windowEndsAt} end`,
        },
      })
      .returning({ count: attempt.count, windowEndsAt: attempt.windowEndsAt }),
  )
  return row && row.count > limit.tries ? row.windowEndsAt - now : 0
}

/** At once: a write stays short. */
const FORGOTTEN_AT_ONCE = 500

/** Windows that are over count for nothing: without this every address ever typed would leave a row. @returns whether there may be more. */
export async function forgetOldAttempts(store: Store, now: Instant): Promise<boolean> {
  const over = lte(attempt.windowEndsAt, now)
  const rows = await store.read((db) => db.select({ key: attempt.key }).from(attempt).where(over).limit(FORGOTTEN_AT_ONCE))
  if (rows.length === 0) return false
  const keys = rows.map((row) => row.key)
  // Asked once more: a new window may have begun in between.
  await store.write((tx) => tx.delete(attempt).where(and(inArray(attempt.key, keys), over)))
  return rows.length === FORGOTTEN_AT_ONCE
}

export async function clearAttempts(store: Store, key: string): Promise<void> {
  await store.write((tx) => tx.delete(attempt).where(eq(attempt.key, key)))
}
