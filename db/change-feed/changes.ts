// The change feed: written in the transaction of the change, read by the index and the match board.
import { and, asc, eq, gte, lt, max, min, sql, type Placeholder } from 'drizzle-orm'
import { change, type ChangeSubject } from '#db/schema/index.ts'
import { prepared } from '#db/store/prepared.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'

/** Call once for each changed row, inside the change's own transaction. */
export async function recordChange(tx: Tx, subject: ChangeSubject, subjectId: string): Promise<void> {
  await recordChanges(tx, subject, [subjectId])
}

/** Far below what one statement may hold on either engine. */
const ROWS_AT_ONCE = 5000

/** The same for many rows of one change. */
export async function recordChanges(tx: Tx, subject: ChangeSubject, subjectIds: readonly string[]): Promise<void> {
  for (let from = 0; from < subjectIds.length; from += ROWS_AT_ONCE) {
    const rows = subjectIds.slice(from, from + ROWS_AT_ONCE).map((subjectId) => sql`(${subject}, ${subjectId})`)
    // Raw SQL, since drizzle would write null for the number, which only SQLite takes for "the next one".
    await tx.run(
      sql`insert into ${change} (${sql.identifier('subject')}, ${sql.identifier('subject_id')}) values ${sql.join(rows, sql`, `)}`,
    )
  }
}

export type Change = { seq: number; subject: ChangeSubject; subjectId: string }

export function idsOf(changes: readonly Change[], subject: ChangeSubject): Set<string> {
  return new Set(changes.filter((one) => one.subject === subject).map((one) => one.subjectId))
}

/** The number of the last change; where a follower that has just read everything starts. */
export async function lastChange(store: Store): Promise<number> {
  const [row] = await store.read((db) => db.select({ seq: max(change.seq) }).from(change))
  return row?.seq ?? 0
}

/** Which row the change was of; null when it is not known here. A number alone may be another store's, or one of before a restoration. */
export async function changedIdOf(store: Store, seq: number): Promise<string | null> {
  const [row] = await store.read((db) => db.select({ subjectId: change.subjectId }).from(change).where(eq(change.seq, seq)))
  return row?.subjectId ?? null
}

/** Asked before every search and at every commit. */
export function rowsFrom(db: Db, cursor: number | Placeholder, limit: number | Placeholder) {
  return db.select().from(change).where(gte(change.seq, cursor)).orderBy(asc(change.seq)).limit(limit)
}

const preparedRowsFrom = prepared(['cursor', 'limit'], (db, { cursor, limit }) => rowsFrom(db, cursor, limit))

/**
 * What a follower reads: the changes after its cursor, or null when those it has not seen are no longer all there.
 * Its own cursor's row decides: changes are deleted from the oldest on, so while that row is there, all later ones are.
 */
export async function changesFrom(store: Store, cursor: number, limit: number): Promise<Change[] | null> {
  const rows = await store.read((db) => preparedRowsFrom(db, { cursor, limit: limit + 1 }))
  // Nothing had changed yet when it began: then the first number ever given is the one to find.
  if (cursor === 0) return rows.length === 0 || rows[0]?.seq === 1 ? rows.slice(0, limit) : null
  return rows[0]?.seq === cursor ? rows.slice(1) : null
}

/** Far more than a node that was away for a day has missed; one that missed more reads everything again. */
const KEPT_CHANGES = 100_000

/** Forgets old changes, a part at a time. @param kept numbers; the last change always stays. @returns whether there is more to forget. */
export async function pruneChanges(store: Store, kept: number = KEPT_CHANGES): Promise<boolean> {
  const [row] = await store.read((db) => db.select({ first: min(change.seq), last: max(change.seq) }).from(change))
  const { first, last } = row ?? {}
  if (typeof first !== 'number' || typeof last !== 'number') return false
  const keepFrom = last - Math.max(1, kept) + 1
  const until = Math.min(keepFrom, first + ROWS_AT_ONCE)
  if (until <= first) return false
  await store.write((tx) => tx.delete(change).where(and(gte(change.seq, first), lt(change.seq, until))))
  return until < keepFrom
}
