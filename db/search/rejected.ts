// Vacancies that a search engine rejected, with the reason, until they are tried again.
import { and, asc, count, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { EngineName } from '#app/domain/search/search-engine.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { countUpTo, type Keyset } from '#db/store/keyset.ts'
import { employer, LONGEST_REFUSAL, searchRefused, vacancy } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Store } from '#db/store/store.ts'

/** `nextAt`: when the engine is to try by itself; null when somebody has to ask first. */
export type Rejection = { engine: EngineName; vacancyId: string; reason: string; nextAt: Instant | null }

/** Counts one more try of the same vacancy. @param reason the engine's code and words, never the document */
export async function recordRejected(store: Store, { engine, vacancyId, reason, nextAt }: Rejection, now: Instant): Promise<void> {
  const bounded = reason.slice(0, LONGEST_REFUSAL)
  await store.write((tx) =>
    tx
      .insert(searchRefused)
      .values({ engine, vacancyId, reason: bounded, attempts: 1, firstAt: now, lastAt: now, nextAt })
      .onConflictDoUpdate({
        target: conflictOn(searchRefused.engine, searchRefused.vacancyId),
        set: { reason: bounded, attempts: sql`${searchRefused.attempts} + 1`, lastAt: now, nextAt },
      }),
  )
}

/** Far below what one statement may hold on either engine. */
const IDS_AT_ONCE = 5000

/** They are indexed, or not published any more. */
export async function clearRejected(store: Store, engine: EngineName, vacancyIds: readonly string[]): Promise<void> {
  for (let from = 0; from < vacancyIds.length; from += IDS_AT_ONCE) {
    const these = and(eq(searchRefused.engine, engine), inArray(searchRefused.vacancyId, vacancyIds.slice(from, from + IDS_AT_ONCE)))
    // Nearly always there are none: a write is spared.
    const there = await store.read((db) => db.select({ id: searchRefused.vacancyId }).from(searchRefused).where(these).limit(1))
    if (there.length > 0) await store.write((tx) => tx.delete(searchRefused).where(these))
  }
}

/** What the engine should try again now; the longest due first. */
export async function dueRejected(store: Store, engine: EngineName, now: Instant, most = 500): Promise<string[]> {
  const rows = await store.read((db) =>
    db
      .select({ vacancyId: searchRefused.vacancyId })
      .from(searchRefused)
      .where(and(eq(searchRefused.engine, engine), isNotNull(searchRefused.nextAt), lte(searchRefused.nextAt, now)))
      .orderBy(asc(searchRefused.nextAt), asc(searchRefused.vacancyId))
      .limit(most),
  )
  return rows.map(({ vacancyId }) => vacancyId)
}

/** How often each of these was tried; those never rejected are not in it. */
export async function rejectedAttempts(store: Store, engine: EngineName, vacancyIds: readonly string[]): Promise<Map<string, number>> {
  if (vacancyIds.length === 0) return new Map()
  const rows = await store.read((db) =>
    db
      .select({ vacancyId: searchRefused.vacancyId, attempts: searchRefused.attempts })
      .from(searchRefused)
      .where(and(eq(searchRefused.engine, engine), inArray(searchRefused.vacancyId, [...vacancyIds]))),
  )
  return new Map(rows.map(({ vacancyId, attempts }) => [vacancyId, attempts]))
}

/** For operators: how many are rejected, whether they will be tried again by themselves or not. */
export async function countAllRejected(store: Store, engine: EngineName): Promise<number> {
  const [row] = await store.read((db) => db.select({ rows: count() }).from(searchRefused).where(eq(searchRefused.engine, engine)))
  return row?.rows ?? 0
}

export type RejectedRow = Omit<typeof searchRefused.$inferSelect, 'nextAt'> & {
  /** Null when the vacancy is not there any more. */
  title: string | null
  employer: string | null
  /** Somebody asked, or the engine tries by itself: nobody has to do anything. */
  waits: boolean
}

/** More than anybody reads: so many rejections have another cause. */
const MOST_SHOWN = 200

const WAITING_FOR_SOMEBODY: Keyset = {
  table: searchRefused,
  by: searchRefused.firstAt,
  id: searchRefused.vacancyId,
  parts: [[isNull(searchRefused.nextAt)]],
}

/** The oldest first. `setAside`: how many wait for somebody to ask, as far as `countUpTo` goes. */
export async function listRejected(store: Store, _actor: CoordinatorActor): Promise<{ rows: RejectedRow[]; setAside: number }> {
  return store.read(async (db) => {
    const rows = await db
      .select({
        refused: searchRefused,
        title: vacancy.title,
        sourceEmployer: vacancy.sourceEmployer,
        employer: employer.name,
      })
      .from(searchRefused)
      .leftJoin(vacancy, eq(vacancy.id, searchRefused.vacancyId))
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .orderBy(asc(searchRefused.firstAt), asc(searchRefused.vacancyId), asc(searchRefused.engine))
      .limit(MOST_SHOWN)
    return {
      rows: rows.map(({ refused: { nextAt, ...row }, title, sourceEmployer, employer }) => ({
        ...row,
        title,
        employer: employer ?? sourceEmployer,
        waits: nextAt !== null,
      })),
      setAside: await countUpTo(db, WAITING_FOR_SOMEBODY),
    }
  })
}

/** For the home page: those that wait for somebody to ask, as far as `countUpTo` goes. */
export async function countRejected(store: Store, _actor: CoordinatorActor): Promise<number> {
  return store.read((db) => countUpTo(db, WAITING_FOR_SOMEBODY))
}

/** Makes the vacancy due and writes it to the change feed, so that the engine tries it at once. False when it is not rejected any more. */
export async function askAgain(
  store: Store,
  _actor: CoordinatorActor,
  { engine, vacancyId }: { engine: EngineName; vacancyId: string },
  now: Instant,
): Promise<boolean> {
  return store.write(async (tx) => {
    const rows = await tx
      .update(searchRefused)
      .set({ nextAt: now })
      .where(and(eq(searchRefused.engine, engine), eq(searchRefused.vacancyId, vacancyId)))
      .returning({ vacancyId: searchRefused.vacancyId })
    if (rows.length > 0) await recordChange(tx, 'vacancy', vacancyId)
    return rows.length > 0
  })
}
