// What was searched for, added up by day: never who. Coordinators read what found nothing; rare searches are protected and soon forgotten.
import { and, asc, count, desc, eq, gte, inArray, lt, lte, sql, sum, type SQL } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { addDays, dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { OTHER_TERMS } from '#app/domain/people/retention.ts'
import type { EngineName } from '#app/domain/search/search-engine.ts'
import { FEWEST_SEARCHES, type CountedSearch, type SearchOutcome } from '#app/domain/search/search-log.ts'
import { protectedCount, type ProtectedCount } from '#app/domain/shared/small-numbers.ts'
import { searchLog } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Db, Store } from '#db/store/store.ts'

const ROWS_AT_ONCE = 500

/** In one write. The same search counted by several nodes is one row. */
export async function addSearches(store: Store, counted: readonly CountedSearch<EngineName>[], now: Instant): Promise<void> {
  if (counted.length === 0) return
  const day = dayOf(now)
  const { query, engine, outcome, times, tookMs } = searchLog
  await store.write(async (tx) => {
    for (let from = 0; from < counted.length; from += ROWS_AT_ONCE)
      await tx
        .insert(searchLog)
        .values(counted.slice(from, from + ROWS_AT_ONCE).map((one) => ({ ...one, day, tookMs: Math.round(one.tookMs) })))
        .onConflictDoUpdate({
          target: conflictOn(searchLog.day, query, engine, outcome),
          set: { times: sql`${times} + excluded.times`, tookMs: sql`${tookMs} + excluded.took_ms` },
        })
  })
}

/** `times` is rounded. */
type SoughtQuery = { query: string; times: number }
/** `rarer`: how many other words were searched for too seldom to be shown, if any were. */
export type NotFound = { rows: SoughtQuery[]; anyRarer: boolean; rarer: ProtectedCount }

const MOST_SHOWN = 100
const times = sum(searchLog.times).mapWith(Number)

async function soughtWith(db: Db, outcome: SearchOutcome, since: Day): Promise<NotFound> {
  const where = and(gte(searchLog.day, since), eq(searchLog.outcome, outcome))
  const ofQueries = (having: SQL) =>
    db.select({ query: searchLog.query, times }).from(searchLog).where(where).groupBy(searchLog.query).having(having)
  const often = await ofQueries(gte(times, FEWEST_SEARCHES)).orderBy(desc(times), asc(searchLog.query)).limit(MOST_SHOWN)
  const [rare] = await db.select({ queries: count() }).from(ofQueries(lt(times, FEWEST_SEARCHES)).as('rare'))
  return {
    rows: often.flatMap(({ query, times: exact }) => {
      const shown = protectedCount(exact, FEWEST_SEARCHES)
      return shown.few ? [] : [{ query, times: shown.about }]
    }),
    anyRarer: (rare?.queries ?? 0) > 0,
    rarer: protectedCount(rare?.queries ?? 0),
  }
}

/** Of the last days: what found nothing, and what found something only without some of its words; the most frequent first. */
export async function listNotFound(
  store: Store,
  _actor: CoordinatorActor,
  { days }: { days: number },
  now: Instant,
): Promise<{ nothing: NotFound; relaxed: NotFound }> {
  const since = addDays(dayOf(now), 1 - days)
  return store.read(async (db) => ({
    nothing: await soughtWith(db, 'nothing', since),
    relaxed: await soughtWith(db, 'relaxed', since),
  }))
}

/** Whole days at once: a write stays short. @returns whether there is more to forget. */
export async function forgetOldSearches(store: Store, now: Instant): Promise<boolean> {
  const today = dayOf(now)
  const rare = (db: Db) => db.select({ query: searchLog.query }).from(searchLog).groupBy(searchLog.query).having(lt(times, FEWEST_SEARCHES))
  const old = lte(searchLog.day, addDays(today, -OTHER_TERMS.searches.days))
  const [first] = await store.read((db) =>
    db.select({ day: searchLog.day }).from(searchLog).where(old).orderBy(asc(searchLog.day)).limit(1),
  )
  if (first) {
    await store.write((tx) => tx.delete(searchLog).where(eq(searchLog.day, first.day)))
    return true
  }
  const oldRare = (db: Db) => and(lte(searchLog.day, addDays(today, -OTHER_TERMS.rareSearches.days)), inArray(searchLog.query, rare(db)))
  const seldom = await store.read((db) =>
    db.selectDistinct({ query: searchLog.query }).from(searchLog).where(oldRare(db)).limit(ROWS_AT_ONCE),
  )
  if (seldom.length === 0) return false
  const queries = seldom.map(({ query }) => query)
  await store.write((tx) =>
    tx
      .delete(searchLog)
      .where(
        and(
          lte(searchLog.day, addDays(today, -OTHER_TERMS.rareSearches.days)),
          inArray(searchLog.query, queries),
          inArray(searchLog.query, rare(tx)),
        ),
      ),
  )
  return seldom.length === ROWS_AT_ONCE
}
