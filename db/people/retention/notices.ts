// Whose data has been kept for nearly as long as its term: who leads is warned, says that it is needed, or it is erased when the days are over.
import { and, eq, inArray, isNotNull, isNull, lt, not, notExists, or, sql, type SQL } from 'drizzle-orm'
import { PERSON_TERM_NAMES, PERSON_TERMS, WARNED_DAYS, type PersonTerm } from '#app/domain/people/retention.ts'
import { addDays, addMonths, dayOf, startOfDay, type Instant } from '#app/domain/shared/day.ts'
import { candidate, retentionNotice } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import { addTask, finishTasks, leadOf } from '#db/tasks/tasks.ts'
import { begin, finishErasures } from '../erase/erase.ts'
import type { ErasureList } from '../erase/erasure-list.ts'
import { quietSince } from './quiet.ts'

/** A write stays short. */
const AT_ONCE = 50

const isHere = and(isNull(candidate.erasedAt), isNull(candidate.mergedInto))
const isOpen = eq(retentionNotice.state, 'warned')

/** Nobody has worked with them for so long that only the days of the warning are left. */
export function nearEnd(db: Db, term: PersonTerm, now: Instant): SQL | undefined {
  const { months, of } = PERSON_TERMS[term]
  const lastDay = addMonths(addDays(dayOf(now), WARNED_DAYS), -months)
  const warned = db
    .select({ one: sql`1` })
    .from(retentionNotice)
    .where(and(eq(retentionNotice.candidateId, candidate.id), isOpen))
  return and(isHere, inArray(candidate.activity, [...of]), quietSince(db, startOfDay(lastDay)), notExists(warned))
}

async function idsNearEnd(db: Db, term: PersonTerm, now: Instant, more?: SQL): Promise<string[]> {
  const rows = await db
    .select({ id: candidate.id })
    .from(candidate)
    .where(and(nearEnd(db, term, now), more))
    .limit(AT_ONCE)
  return rows.map(({ id }) => id)
}

/** @returns how many were warned of; as many as fit into one write, so there may be more */
async function warn(store: Store, term: PersonTerm, now: Instant): Promise<number> {
  // Looked for outside the write: it reads everybody.
  const found = await store.read((db) => idsNearEnd(db, term, now))
  if (found.length === 0) return 0
  return store.write(async (tx) => {
    const still = await idsNearEnd(tx, term, now, inArray(candidate.id, found))
    for (const candidateId of still) {
      const id = store.newId()
      await tx.insert(retentionNotice).values({ id, candidateId, term, warnedAt: now, dueOn: addDays(dayOf(now), WARNED_DAYS) })
      const about = { kind: 'retention', aboutId: id, candidateId, from: 'clock' } as const
      await addTask(tx, store.newId, { ...about, for: await leadOf(tx, candidateId) }, now)
    }
    return still.length
  })
}

async function openNotices(db: Db, where: SQL | undefined, most = AT_ONCE): Promise<{ id: string; candidateId: string }[]> {
  return db
    .select({ id: retentionNotice.id, candidateId: retentionNotice.candidateId })
    .from(retentionNotice)
    .innerJoin(candidate, eq(candidate.id, retentionNotice.candidateId))
    .where(and(isOpen, where))
    .limit(most)
}

/** Somebody worked with the person since the warning, or their registration is part of another now. */
async function endOutdated(store: Store, now: Instant): Promise<number> {
  const outdated = (db: Db) => or(not(quietSince(db, retentionNotice.warnedAt) ?? sql`true`), isNotNull(candidate.mergedInto))
  // Looked for outside the write: it reads every open notice. What is outdated stays so; only who leads may have answered meanwhile.
  const found = await store.read((db) => openNotices(db, outdated(db)))
  if (found.length === 0) return 0
  return store.write(async (tx) => {
    for (const { id } of found) {
      await tx
        .update(retentionNotice)
        .set({ state: 'worked_with', decidedAt: now })
        .where(and(eq(retentionNotice.id, id), isOpen))
      await finishTasks(tx, { kinds: ['retention'], aboutId: id }, null, now)
    }
    return found.length
  })
}

/** Of those whose days are over. */
export async function dueNotices(db: Db, now: Instant, most?: number): Promise<{ candidateId: string }[]> {
  return openNotices(db, and(lt(retentionNotice.dueOn, dayOf(now)), isHere, quietSince(db, retentionNotice.warnedAt)), most)
}

async function eraseDue(store: Store, now: Instant): Promise<number> {
  return store.write(async (tx) => {
    const notices = await dueNotices(tx, now)
    for (const { candidateId } of notices) await begin(tx, store.newId, { id: candidateId, why: 'term', askedBy: null }, now)
    return notices.length
  })
}

export type Kept = { warned: number; workedWith: number; erased: number }

/** One pass of the daily job. @returns what was done, and whether there is more */
export async function passNotices(store: Store, list: ErasureList, now: Instant): Promise<{ did: Kept; more: boolean }> {
  const workedWith = await endOutdated(store, now)
  const erased = await eraseDue(store, now)
  if (erased > 0) await finishErasures(store, list, now)
  let warned = 0
  for (const term of PERSON_TERM_NAMES) warned += await warn(store, term, now)
  return { did: { warned, workedWith, erased }, more: Math.max(warned, workedWith, erased) >= AT_ONCE }
}
