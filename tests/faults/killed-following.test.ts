// Followers of the change feed that die, sleep through an hour of changes, or lose the database: each ends equal to one that starts fresh.
import { eq, inArray } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import { DAY_MS } from '#app/domain/shared/day.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { recordChanges } from '#db/change-feed/changes.ts'
import { employer, vacancy, vacancyStance } from '#db/schema/index.ts'
import { ENGINES } from '#db/store/migrations.ts'
import { StoreUnavailable, type Store } from '#db/store/store.ts'
import { openEmbeddedIndex } from '#search/index/embedded/engine.ts'
import type { VacancyQuery } from '#search/index/port.ts'
import { openMatchBoard } from '#search/match/board.ts'
import { NOW } from '#tests/support/app.ts'
import { anEmployer } from '#tests/support/rows.ts'
import { indexOver } from '#tests/support/search/index-over.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'
import { aFolder, aDatabase, storeAt } from './support/database.ts'
import { startWorker } from './support/process.ts'

async function followersOf(store: Store) {
  return { board: openMatchBoard(store), index: await indexOver(store, () => NOW) }
}

const QUERY: VacancyQuery = { ...EVERYTHING, sort: 'newest', visibilities: ['public', 'closed'], pageSize: 10_000 }

/** All that a follower answers from, in one order; a vacancy's stances have none. */
async function heldBy({ board, index }: Awaited<ReturnType<typeof followersOf>>) {
  const facts = await board.openVacancies(NOW)
  // A search would not wait for as long as this takes.
  await index.catchUp()
  const hits = await index.search(QUERY)
  const worded = await index.search({ ...QUERY, words: 'pārdēvēts' })
  const inOrder = (stances: VacancyFacts['stances']) => stances.toSorted((one, other) => (one.family < other.family ? -1 : 1))
  const lines = facts.map(({ stances, ...rest }) => `${rest.id} ${JSON.stringify([rest, inOrder(stances)])}`).sort()
  return { lines, hits, worded: { total: worded.total, ids: worded.ids.toSorted() } }
}

async function idsOf(store: Store): Promise<string[]> {
  return (await store.read((db) => db.select({ id: vacancy.id }).from(vacancy))).map(({ id }) => id).sort()
}

const PART = 125

function rowAt(nth: number): typeof vacancy.$inferInsert {
  return {
    id: `vacancy-${nth}`,
    source: 'nva',
    sourceId: String(nth),
    sourceEmployer: 'SIA "Izdomātais"',
    sourceEmployerKey: 'izdomatais',
    sourceHash: String(nth),
    state: 'published',
    title: `Noliktavas darbinieks ${nth % 50}`,
    occupation: '4321',
    description: 'Preču pieņemšana un izvietošana.',
    municipality: 'liepaja',
    place: 'Liepāja',
    payFromCents: 90_000 + nth,
    payToCents: 120_000,
    shifts: ['day'],
    contexts: [],
    requirements: NO_REQUIREMENTS,
    terms: TERMS_NOT_ASKED,
    supportOffered: [],
    supportWanted: [],
    publishedAt: NOW - nth,
    expiresAt: NOW + DAY_MS,
    createdAt: NOW,
    updatedAt: NOW,
  }
}

/** As an import brings them: in parts, each with its changes. */
async function newVacancies(store: Store, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += PART) {
    const rows = Array.from({ length: Math.min(PART, to - first) }, (_, index) => rowAt(first + index))
    const ids = rows.map(({ id }) => id)
    await store.write(async (tx) => {
      await tx.insert(vacancy).values(rows)
      await tx.insert(vacancyStance).values(ids.map((vacancyId) => ({ vacancyId, family: 'fraud' as const, stance: 'accept' as const })))
      await recordChanges(tx, 'vacancy', ids)
    })
  }
}

/** An hour of a busy day: vacancies close, change, are taken over by an employer that is refused then, and three thousand new ones come. */
async function anHour(store: Store): Promise<void> {
  const ids = await idsOf(store)
  const taker = await anEmployer(store, { id: 'taker', registrationNo: '40000000001' })
  const alter = async (some: string[], set: Partial<typeof vacancy.$inferInsert>) => {
    await store.write(async (tx) => {
      await tx.update(vacancy).set(set).where(inArray(vacancy.id, some))
      await recordChanges(tx, 'vacancy', some)
    })
  }
  await alter(ids.slice(0, 200), { state: 'closed' })
  await alter(ids.slice(200, 400), { title: 'Pārdēvēts darbs', payFromCents: 100_000 })
  await alter(ids.slice(400, 420), { employerId: taker.id })
  await newVacancies(store, 500, 3500)
  await alter(ids.slice(100, 150), { state: 'published' })
  await store.write(async (tx) => {
    await tx.update(employer).set({ state: 'refused' }).where(eq(employer.id, taker.id))
    await recordChanges(tx, 'employer', [taker.id])
    await recordChanges(tx, 'vacancy', ids.slice(400, 420))
  })
}

describe.each(ENGINES)('on %s', (engine) => {
  test('a follower that was away for an hour catches up and holds what a fresh one holds', async () => {
    const store = await storeAt(await aDatabase(engine))
    await newVacancies(store, 0, 500)
    const away = await followersOf(store)
    const before = await heldBy(away)
    await anHour(store)
    const after = await heldBy(away)
    expect(after).toEqual(await heldBy(await followersOf(store)))
    expect([before.hits.total, after.hits.total]).toEqual([500, 3330])
    expect([before.worded.total, after.worded.total]).toEqual([0, 200])
  })

  test('a follower that is killed while it applies changes leaves the store alone, and the one after it is whole', async () => {
    const where = await aDatabase(engine)
    const store = await storeAt(where)
    await newVacancies(store, 0, 125)
    const follower = startWorker({ where, task: { name: 'follow', now: NOW } })
    await follower.next()
    await newVacancies(store, 125, 1000)
    while (Number(await follower.next()) <= 125);
    follower.kill()
    await newVacancies(store, 1000, 1500)
    const { signal, lines } = await follower.ended
    expect([signal, Number(lines.at(-1)) > 125]).toEqual(['SIGKILL', true])
    const fresh = await heldBy(await followersOf(store))
    expect([fresh.lines.length, fresh.hits.total, (await idsOf(store)).length]).toEqual([1500, 1500, 1500])
  })

  test('an index that is killed again and again while it writes its file goes on from what stands there, and is whole', async () => {
    const where = await aDatabase(engine)
    const store = await storeAt(where)
    const folder = aFolder()
    for (const life of [0, 1, 2]) {
      await newVacancies(store, life * 1000, life * 1000 + 250)
      const follower = startWorker({ where, task: { name: 'follow', now: NOW, folder } })
      await follower.next()
      const writing = newVacancies(store, life * 1000 + 250, life * 1000 + 1000)
      await follower.next()
      follower.kill()
      await writing
      expect((await follower.ended).signal).toBe('SIGKILL')
    }
    const index = await openEmbeddedIndex(store, { now: () => NOW, folder })
    onTestFinished(index.close)
    const fresh = await indexOver(store, () => NOW)
    for (const one of [index, fresh]) await one.catchUp()
    for (const words of ['', 'noliktavas', 'darbinieks 7']) {
      const query = { ...QUERY, words }
      expect(await index.search(query)).toEqual(await fresh.search(query))
    }
    expect(
      index
        .revisions()
        .map(({ id, revision }) => `${id} ${revision}`)
        .sort(),
    ).toEqual(
      fresh
        .revisions()
        .map(({ id, revision }) => `${id} ${revision}`)
        .sort(),
    )
    expect(index.revisions()).toHaveLength(3000)
  })

  test('a follower whose database fails half way goes on from where it was', async () => {
    const store = await storeAt(await aDatabase(engine))
    await newVacancies(store, 0, 500)
    let left = Number.POSITIVE_INFINITY
    const failing: Store = {
      ...store,
      read: (ask) => {
        left -= 1
        return left < 0 ? Promise.reject(new StoreUnavailable('down', null)) : store.read(ask)
      },
    }
    const followers = await followersOf(failing)
    await heldBy(followers)
    await anHour(store)
    for (const reads of [0, 1, 2, 3]) {
      left = reads
      await expect(followers.board.openVacancies(NOW)).rejects.toThrow('The database is down')
      left = reads
      await expect(followers.index.catchUp()).rejects.toThrow('The database is down')
    }
    left = Number.POSITIVE_INFINITY
    expect(await heldBy(followers)).toEqual(await heldBy(await followersOf(store)))
  })
})
