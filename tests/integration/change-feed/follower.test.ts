// What nodes hold in memory: another node's changes arrive there by themselves, and nobody who was away is left behind.
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { pruneChanges, recordChange, recordChanges } from '#db/change-feed/changes.ts'
import { openFollower, type Replica } from '#db/change-feed/follower.ts'
import { change, employer, vacancy } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import type { VacancyQuery } from '#search/index/port.ts'
import { openMatchBoard } from '#search/match/board.ts'
import { NOW } from '#tests/support/app.ts'
import { cutListening, ENGINE, secondStore, testStore } from '#tests/support/database.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { indexOver } from '#tests/support/search/index-over.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'

const ALL: VacancyQuery = { ...EVERYTHING, sort: 'newest', visibilities: ['public', 'closed'], pageSize: 1000 }

/** A follower of ids whose memory can be looked into without asking it. */
function watched(store: Store) {
  const seen = { readAll: 0, taken: [] as string[], most: 0, under: 0 }
  const alone = async (work: () => Promise<void>) => {
    seen.under += 1
    seen.most = Math.max(seen.most, seen.under)
    await work()
    seen.under -= 1
  }
  const replica: Replica = {
    readAll: () => alone(() => Promise.resolve(void (seen.readAll += 1))),
    takeIn: (changes) => alone(() => Promise.resolve(void seen.taken.push(...changes.map((one) => one.subjectId)))),
  }
  return { seen, ...openFollower(store, replica) }
}

async function within(ms: number, holds: () => boolean): Promise<boolean> {
  const late = performance.now() + ms
  while (!holds() && performance.now() < late) await pause(10)
  return holds()
}

const told = (store: Store, ...ids: string[]) => store.write((tx) => recordChanges(tx, 'vacancy', ids))

function keptUp(follower: ReturnType<typeof watched>): { errors: unknown[]; stop: () => Promise<void> } {
  const errors: unknown[] = []
  const stop = follower.keepUp((error) => errors.push(error))
  onTestFinished(stop)
  return { errors, stop }
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort()

async function heldBy(store: Store) {
  const [board, index] = [openMatchBoard(store), await indexOver(store, () => NOW)]
  return { facts: async () => board.openVacancies(NOW), found: (words = '') => index.search({ ...ALL, words }), board, index }
}

/** What comes in no order of its own is compared in one. */
const inOrder = (facts: readonly VacancyFacts[]) =>
  facts
    .map((one) => ({ ...one, stances: [...one.stances].sort((a, b) => a.family.localeCompare(b.family)) }))
    .sort((a, b) => a.id.localeCompare(b.id))

async function equalToFresh(store: Store, { facts, found, index }: Awaited<ReturnType<typeof heldBy>>): Promise<void> {
  const fresh = await heldBy(store)
  // A search waits a quarter of a second for news and then answers without them: on a busy machine that is too short.
  for (const one of [index, fresh.index]) await one.catchUp()
  expect(inOrder(await facts())).toEqual(inOrder(await fresh.facts()))
  expect(await found()).toEqual(await fresh.found())
  expect(await found('Noliktavas darbinieks')).toEqual(await fresh.found('Noliktavas darbinieks'))
}

describe('a change that another node made', () => {
  test('is in memory within two seconds, though nobody asked', async () => {
    const store = await testStore()
    const follower = watched(await secondStore(store))
    const { errors } = keptUp(follower)
    expect(await within(2000, () => follower.seen.readAll === 1)).toBe(true)
    await told(store, 'first')
    expect(await within(2000, () => follower.seen.taken.includes('first'))).toBe(true)
    expect(errors).toEqual([])
  })

  test.runIf(ENGINE === 'postgres')(
    'and its news was lost, since the listening was cut, is there within two seconds as well, and later ones',
    async () => {
      const store = await testStore()
      const follower = watched(await secondStore(store))
      keptUp(follower)
      expect(await within(2000, () => follower.seen.readAll === 1)).toBe(true)
      await told(store, 'before')
      expect(await within(2000, () => follower.seen.taken.includes('before'))).toBe(true)
      await cutListening(store)
      await told(store, 'meanwhile')
      expect(await within(2000, () => follower.seen.taken.includes('meanwhile'))).toBe(true)
      await told(store, 'after')
      expect(await within(2000, () => follower.seen.taken.includes('after'))).toBe(true)
    },
  )

  test.each([
    ['on the match board', (store: Store) => Promise.resolve(openMatchBoard(store))],
    ['in the vacancy index', (store: Store) => indexOver(store, () => NOW)],
  ])('is %s before anybody asks', async (_where, open) => {
    const store = await testStore()
    const other = await secondStore(store)
    const read: string[] = []
    const follower = await open({
      ...other,
      read: async (ask) => {
        const rows = await other.read(ask)
        read.push(JSON.stringify(rows))
        return rows
      },
    })
    onTestFinished(follower.keepUp((error) => expect(error).toBeNull()))
    expect(await within(2000, () => read.length >= 3)).toBe(true)
    await aVacancyRow(store, { occupation: '9621' })
    expect(await within(2000, () => read.join().includes('9621'))).toBe(true)
  })

  test('is on the board and in the index of this one', async () => {
    const store = await testStore()
    const other = await secondStore(store)
    const here = await heldBy(other)
    expect(await here.facts()).toEqual([])
    const row = await aVacancyRow(store)
    expect(idsOf(await here.facts())).toEqual([row.id])
    expect((await here.found()).ids).toEqual([row.id])
    await store.write(async (tx) => {
      await tx
        .update(employer)
        .set({ state: 'pending', decidedAt: null })
        .where(eq(employer.id, row.employerId ?? ''))
      await recordChange(tx, 'employer', row.employerId ?? '')
    })
    expect((await here.found()).ids).toEqual([])
  })
})

test('a node that stopped following hears nothing more', async () => {
  const store = await testStore()
  const follower = watched(await secondStore(store))
  const { stop } = keptUp(follower)
  await stop()
  await told(store, 'later')
  expect(await within(1500, () => follower.seen.taken.includes('later'))).toBe(false)
})

test('many who ask at once wait for one reading or the next, never for one each, and never two at a time', async () => {
  const store = await testStore()
  let asked = 0
  const follower = watched({
    ...store,
    read: (ask) => {
      asked += 1
      return store.read(ask)
    },
  })
  await told(store, 'one')
  await Promise.all(Array.from({ length: 50 }, () => follower.catchUp()))
  // The cursor, the changes, and the changes once more.
  expect(asked).toBe(3)
  expect(follower.seen.most).toBe(1)
})

test('whoever asks while a reading is under way sees what was committed before they asked', async () => {
  const store = await testStore()
  let held: Promise<unknown> = Promise.resolve()
  const follower = watched({
    ...store,
    read: async (ask) => {
      const rows = await store.read(ask)
      await held
      return rows
    },
  })
  await follower.catchUp()
  let letGo: (value: null) => void = () => undefined
  held = new Promise((resolve) => {
    letGo = resolve
  })
  const early = follower.catchUp()
  // Long enough for what the early one asked to have been answered.
  await store.read((db) => db.select().from(change))
  await told(store, 'meanwhile')
  const late = follower.catchUp()
  letGo(null)
  await early
  await late
  expect(follower.seen.taken).toEqual(['meanwhile'])
})

test('what is changed while everything is being read is read once more', async () => {
  const store = await testStore()
  const taken: string[] = []
  const follower = openFollower(store, {
    readAll: () => told(store, 'meanwhile'),
    takeIn: (changes) => Promise.resolve(void taken.push(...changes.map((one) => one.subjectId))),
  })
  await follower.catchUp()
  expect(taken).toEqual(['meanwhile'])
})

test('an error is reported once, and the follower goes on by itself when the database answers again', async () => {
  const store = await testStore()
  let down = true
  const follower = watched({ ...store, read: (ask) => (down ? Promise.reject(new Error('down')) : store.read(ask)) })
  const { errors } = keptUp(follower)
  expect(await within(2000, () => errors.length > 0)).toBe(true)
  await expect(follower.catchUp()).rejects.toThrow('down')
  await told(store, 'while it was down')
  await pause(1500)
  expect(errors).toHaveLength(1)
  down = false
  expect(await within(2500, () => follower.seen.readAll === 1)).toBe(true)
})

describe('a node that was away', () => {
  test('for an hour of changes catches up and holds what a fresh one holds', async () => {
    const store = await testStore()
    const other = await secondStore(store)
    const kept = await aVacancyRow(store, { title: 'Paliek' })
    const gone = await aVacancyRow(store, { title: 'Pazūd' })
    const away = await heldBy(other)
    expect(await away.facts()).toHaveLength(2)
    await store.write(async (tx) => {
      await tx.update(vacancy).set({ state: 'closed' }).where(eq(vacancy.id, gone.id))
      await tx.update(vacancy).set({ title: 'Noliktavas darbinieks naktī' }).where(eq(vacancy.id, kept.id))
      await recordChanges(tx, 'vacancy', [gone.id, ...Array.from({ length: 2500 }, () => kept.id)])
    })
    await aVacancyRow(store)
    await equalToFresh(other, away)
  })

  test('so long that changes it has not seen are forgotten reads everything again', async () => {
    const store = await testStore()
    const other = await secondStore(store)
    const gone = await aVacancyRow(store, { title: 'Pazūd' })
    await aVacancyRow(store, { title: 'Paliek' })
    const away = await heldBy(other)
    expect(await away.facts()).toHaveLength(2)
    expect((await away.found('Pazūd')).total).toBe(1)
    await store.write(async (tx) => {
      await tx.update(vacancy).set({ state: 'closed' }).where(eq(vacancy.id, gone.id))
      await recordChange(tx, 'vacancy', gone.id)
      await recordChanges(tx, 'vacancy', ['x', 'y', 'z'])
    })
    await aVacancyRow(store)
    await pruneChanges(store, 2)
    await equalToFresh(other, away)
    expect((await away.found('Pazūd')).total).toBe(0)
  })

  test('since before the first change reads everything again when the first ones are forgotten', async () => {
    const store = await testStore()
    const away = await heldBy(await secondStore(store))
    expect(await away.facts()).toEqual([])
    const first = await aVacancyRow(store)
    const second = await aVacancyRow(store)
    await pruneChanges(store, 1)
    expect(idsOf(await away.facts())).toEqual([first.id, second.id].sort())
  })
})

test('what is forgotten while changes are taken in is read again all the same', async () => {
  const store = await testStore()
  const read: string[] = []
  const replica: Replica = {
    readAll: () => Promise.resolve(void read.push('all')),
    takeIn: (changes) => {
      read.push(...changes.map(({ subjectId }) => subjectId))
      if (read.length === 2) follower.forget()
      return Promise.resolve()
    },
  }
  const follower = openFollower(store, replica)
  await follower.catchUp()
  await told(store, 'one')
  await follower.catchUp()
  expect(read).toEqual(['all', 'one', 'all'])
})
