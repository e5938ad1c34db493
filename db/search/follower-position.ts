// The cursor and state of a search engine outside the site's own processes; its worker reads and writes them.
import { eq } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { searchFollower } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Store } from '#db/store/store.ts'
import { holdsLease, type ClaimedJob } from '#db/jobs/jobs.ts'

export type SearchFollower = typeof searchFollower.$inferSelect

/** Null before it has ever been filled. */
export async function findFollower(store: Store, id: string): Promise<SearchFollower | null> {
  const [row] = await store.read((db) => db.select().from(searchFollower).where(eq(searchFollower.id, id)))
  return row ?? null
}

export async function saveFollower(store: Store, row: SearchFollower): Promise<void> {
  const { id: _same, ...rest } = row
  await store.write((tx) =>
    tx
      .insert(searchFollower)
      .values(row)
      .onConflictDoUpdate({ target: conflictOn(searchFollower.id), set: rest }),
  )
}

/**
 * The same by the worker that has the lease: false, and nothing changed, when it has it no longer. When it was last compared with the store is
 * written by whoever compares, and is left as it is.
 */
export async function saveFollowerUnderLease(store: Store, job: ClaimedJob, row: SearchFollower): Promise<boolean> {
  const { id: _same, reconciledAt: _others, ...rest } = row
  return store.write(async (tx) => {
    if (!(await holdsLease(tx, job))) return false
    await tx
      .insert(searchFollower)
      .values(row)
      .onConflictDoUpdate({ target: conflictOn(searchFollower.id), set: rest })
    return true
  })
}

export async function markReconciled(store: Store, id: string, now: Instant): Promise<void> {
  await store.write((tx) => tx.update(searchFollower).set({ reconciledAt: now }).where(eq(searchFollower.id, id)))
}
