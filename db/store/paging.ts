// Pages of a coordinator's lists: counted in the store.
import { asc, count, eq, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { VERIFICATION_STATES, type VerificationState } from '#app/domain/organisations/organisation.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { fold } from '#app/domain/shared/fold.ts'
import { countUpTo, pageOfIds, type Keyset, type PageOf } from './keyset.ts'
import type { employer, organisation } from '#db/schema/index.ts'
import type { Db } from './store.ts'

export type ListQuery = { state: VerificationState | null; words: string; at: string }
export type StateCounts = Record<VerificationState, number>
/** `total` and `counts` are counted as far as `countUpTo` goes. */
export type Listed<Row> = PageOf<Row> & { total: number; counts: StateCounts }

type Verified = typeof employer | typeof organisation

export function listOf(table: Verified, by: Verified['createdAt' | 'sortKey'], where: SQL | undefined): Keyset {
  return { table, by, id: table.id, parts: [[where]] }
}

export async function countOf(db: Db, table: SQLiteTable, where: SQL | undefined): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(table).where(where)
  return row?.rows ?? 0
}

/** Those waiting for a decision by how long they wait, the longest first; the others by name. */
export async function pageOfVerified(
  db: Db,
  table: Verified,
  { state, at }: Pick<ListQuery, 'state' | 'at'>,
  where: SQL | undefined,
): Promise<PageOf<string>> {
  return pageOfIds(db, listOf(table, state === 'pending' ? table.createdAt : table.sortKey, where), at)
}

export async function countStates(db: Db, table: Verified): Promise<StateCounts> {
  const counts = { pending: 0, verified: 0, refused: 0 }
  for (const state of VERIFICATION_STATES) counts[state] = await countUpTo(db, listOf(table, table.createdAt, eq(table.state, state)))
  return counts
}

/** `total` as far as `countUpTo` goes. */
export type Waiting = { total: number; first: { id: string; name: string; since: Instant }[] }

/** Those that wait for a coordinator's decision, the longest first. */
export async function listWaiting(db: Db, table: Verified, most: number): Promise<Waiting> {
  const pending = eq(table.state, 'pending')
  const first = await db
    .select({ id: table.id, name: table.name, since: table.createdAt })
    .from(table)
    .where(pending)
    .orderBy(asc(table.createdAt), asc(table.id))
    .limit(most)
  return { total: await countUpTo(db, listOf(table, table.createdAt, pending)), first }
}

/** Of one state, or of all of them. */
export function totalOf(counts: StateCounts, state: VerificationState | null): number {
  return state === null ? counts.pending + counts.verified + counts.refused : counts[state]
}

/** Words as they are looked for with `like`: folded, without its wildcards. */
export function likeWords(words: string): string {
  return `%${fold(words)
    .replaceAll(/[%_\\]/g, ' ')
    .trim()}%`
}
