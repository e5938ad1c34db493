// Pages of a coordinator's lists: counted in the store.
import { count, eq, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { VERIFICATION_STATES, type VerificationState } from '#app/domain/organisation.ts'
import { fold } from '#app/domain/fold.ts'
import type { employer, organisation } from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'

export type ListQuery = { state: VerificationState | null; words: string; page: number }
export type Listed<Row> = { rows: Row[]; total: number; page: number; pageSize: number; counts: Record<VerificationState, number> }

export async function countOf(db: Db, table: SQLiteTable, where: SQL | undefined): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(table).where(where)
  return row?.rows ?? 0
}

export async function countStates(db: Db, table: typeof employer | typeof organisation): Promise<Record<VerificationState, number>> {
  const counts = { pending: 0, verified: 0, refused: 0 }
  for (const state of VERIFICATION_STATES) counts[state] = await countOf(db, table, eq(table.state, state))
  return counts
}

/** Words as they are looked for with `like`: folded, without its wildcards. */
export function likeWords(words: string): string {
  return `%${fold(words)
    .replaceAll(/[%_\\]/g, ' ')
    .trim()}%`
}
