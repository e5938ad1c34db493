// The change feed: written in the transaction of the change, read by the index and the match board.
import { asc, eq, gt, sql } from 'drizzle-orm'
import { change, clock, type ChangeSubject } from './schema/index.ts'
import type { Store, Tx } from './store/store.ts'

/** Call once for each changed row, inside the change's own transaction. */
export async function recordChange(tx: Tx, subject: ChangeSubject, subjectId: string): Promise<void> {
  await recordChanges(tx, subject, [subjectId])
}

/** The same for many rows of one change: two statements, however many they are (at most a few thousand). */
export async function recordChanges(tx: Tx, subject: ChangeSubject, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length === 0) return
  const [row] = await tx
    .update(clock)
    .set({ seq: sql`${clock.seq} + ${subjectIds.length}` })
    .where(eq(clock.id, 1))
    .returning({ seq: clock.seq })
  if (!row) throw new Error('The clock row is missing')
  const first = row.seq - subjectIds.length + 1
  await tx.insert(change).values(subjectIds.map((subjectId, index) => ({ seq: first + index, subject, subjectId })))
}

export type Change = { seq: number; subject: ChangeSubject; subjectId: string }

/** Changes after a cursor, oldest first. */
export async function listChanges(store: Store, after: number, limit = 1000): Promise<Change[]> {
  return store.read((db) => db.select().from(change).where(gt(change.seq, after)).orderBy(asc(change.seq)).limit(limit))
}

/** The number of the last change; where a follower that has just read everything starts. */
export async function lastChange(store: Store): Promise<number> {
  const [row] = await store.read((db) => db.select({ seq: clock.seq }).from(clock).where(eq(clock.id, 1)))
  return row?.seq ?? 0
}
