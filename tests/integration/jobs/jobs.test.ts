// Work that the site does by itself: each piece once, by whichever node asks first, and by another when that one dies.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { work } from '#db/schema/index.ts'
import { claimWork, CLOCKS_DIFFER_MS, ensureWork, failWork, finishWork, LEASE_MS, LONGEST_PAUSE_MS, type Recurring } from '#db/jobs/jobs.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { secondStore, testStore } from '#tests/support/database.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SWEEP: Recurring = { id: 'sweep', everyMs: MINUTE }
const TIDY: Recurring = { id: 'tidy', everyMs: MINUTE }

async function withWork(pieces: readonly Recurring[]): Promise<Store> {
  const store = await testStore()
  await ensureWork(store, pieces, NOW)
  return store
}

const rowOf = async (store: Store, id: string) => (await store.read((db) => db.select().from(work).where(eq(work.id, id))))[0]

async function claimed(store: Store, worker: string, pieces: readonly Recurring[], now: number) {
  const piece = await claimWork(store, worker, pieces, now)
  if (!piece) throw new Error('No piece was due')
  return piece
}

async function doneBy(store: Store, worker: string, pieces: readonly Recurring[]): Promise<string[]> {
  const done: string[] = []
  for (let piece = await claimWork(store, worker, pieces, NOW); piece; piece = await claimWork(store, worker, pieces, NOW)) {
    done.push(piece.id)
    await finishWork(store, piece, false, NOW)
  }
  return done
}

test('of two nodes that ask for one piece at the same moment one gets it', async () => {
  const store = await withWork([SWEEP])
  const other = await secondStore(store)
  const got = await Promise.all([claimWork(store, 'a', [SWEEP], NOW), claimWork(other, 'b', [SWEEP], NOW)])
  expect(got.filter((piece) => piece !== null)).toHaveLength(1)
})

test('four workers on two nodes do forty pieces, each once', async () => {
  const pieces = Array.from({ length: 40 }, (_, at) => ({ id: `piece:${String(at)}`, everyMs: MINUTE }))
  const store = await withWork(pieces)
  const other = await secondStore(store)
  const done = await Promise.all([store, store, other, other].map((at, worker) => doneBy(at, `worker ${String(worker)}`, pieces)))
  expect(done.flat().sort()).toEqual(pieces.map(({ id }) => id).sort())
})

test('a piece is made once, however many nodes start at the same moment, and what is known of it stays', async () => {
  const store = await testStore()
  const other = await secondStore(store)
  await Promise.all([ensureWork(store, [SWEEP], NOW), ensureWork(other, [SWEEP], NOW), ensureWork(store, [SWEEP, TIDY], NOW)])
  await finishWork(store, await claimed(store, 'a', [SWEEP], NOW), false, NOW)
  await ensureWork(other, [SWEEP, TIDY], NOW + 1)
  expect(await rowOf(store, 'sweep')).toMatchObject({ dueAt: NOW + MINUTE, doneAt: NOW })
  expect(await store.read((db) => db.select().from(work))).toHaveLength(2)
})

test('what was done is due again after its time, not before; what has more to do at once', async () => {
  const store = await withWork([SWEEP])
  await finishWork(store, await claimed(store, 'a', [SWEEP], NOW), false, NOW)
  expect(await claimWork(store, 'b', [SWEEP], NOW + MINUTE - 1)).toBeNull()
  await finishWork(store, await claimed(store, 'b', [SWEEP], NOW + MINUTE), true, NOW + MINUTE)
  expect(await claimWork(store, 'a', [SWEEP], NOW + MINUTE)).toMatchObject({ id: 'sweep' })
})

test('a piece that this version does not know is left alone', async () => {
  const store = await withWork([SWEEP, TIDY])
  expect(await claimWork(store, 'a', [TIDY], NOW)).toMatchObject({ id: 'tidy' })
  expect(await claimWork(store, 'a', [TIDY], NOW)).toBeNull()
})

describe('a worker that died', () => {
  test('gives its piece back after the lease, and not before', async () => {
    const store = await withWork([SWEEP])
    await claimed(store, 'dead', [SWEEP], NOW)
    expect(await claimWork(store, 'b', [SWEEP], NOW + LEASE_MS - 1)).toBeNull()
    expect(await claimWork(store, 'b', [SWEEP], NOW + LEASE_MS)).toMatchObject({ id: 'sweep', leasedBy: 'b' })
  })

  test('and was only slow changes nothing any more', async () => {
    const store = await withWork([SWEEP])
    const late = await claimed(store, 'slow', [SWEEP], NOW)
    const held = await claimed(store, 'b', [SWEEP], NOW + LEASE_MS)
    const before = await rowOf(store, 'sweep')
    expect(await finishWork(store, late, false, NOW + LEASE_MS + 1)).toBe(false)
    expect(await failWork(store, late, new Error('late'), NOW + LEASE_MS + 1)).toBe(false)
    expect(await rowOf(store, 'sweep')).toEqual(before)
    expect(await finishWork(store, held, false, NOW + LEASE_MS + 2)).toBe(true)
  })

  test('and took the same piece again is not taken for its former self', async () => {
    const store = await withWork([SWEEP])
    const late = await claimed(store, 'a', [SWEEP], NOW)
    await claimed(store, 'a', [SWEEP], NOW + LEASE_MS)
    expect(await finishWork(store, late, false, NOW + LEASE_MS)).toBe(false)
  })
})

describe('a clock that is put back an hour', () => {
  test('stops nothing: what it had put off is done, what it had leased is free', async () => {
    const store = await withWork([SWEEP, TIDY])
    await finishWork(store, await claimed(store, 'a', [SWEEP], NOW), false, NOW)
    await claimed(store, 'dead', [TIDY], NOW)
    const earlier = NOW - HOUR
    const both = [await claimed(store, 'b', [SWEEP, TIDY], earlier), await claimed(store, 'b', [SWEEP, TIDY], earlier)]
    expect(both.map(({ id }) => id).sort()).toEqual(['sweep', 'tidy'])
  })

  test('frees what had failed as well', async () => {
    const store = await withWork([SWEEP])
    await failWork(store, await claimed(store, 'a', [SWEEP], NOW), new Error('no'), NOW)
    expect(await claimWork(store, 'b', [SWEEP], NOW - HOUR)).toMatchObject({ id: 'sweep' })
  })

  test('but two clocks that differ a little leave each other their leases and their times', async () => {
    const store = await withWork([SWEEP])
    const piece = await claimed(store, 'ahead', [SWEEP], NOW)
    expect(await claimWork(store, 'behind', [SWEEP], NOW - CLOCKS_DIFFER_MS)).toBeNull()
    await finishWork(store, piece, false, NOW)
    expect(await claimWork(store, 'behind', [SWEEP], NOW - CLOCKS_DIFFER_MS)).toBeNull()
  })
})

describe('a piece that fails', () => {
  test('waits longer each time, up to a quarter of an hour, while others go on', async () => {
    const store = await withWork([SWEEP, TIDY])
    const waits: number[] = []
    let now = NOW
    for (let tries = 0; tries < 12; tries += 1) {
      await failWork(store, await claimed(store, 'a', [SWEEP], now), new Error('no'), now)
      const dueAt = (await rowOf(store, 'sweep'))?.dueAt ?? 0
      expect(await claimWork(store, 'a', [SWEEP], dueAt - 1)).toBeNull()
      waits.push(dueAt - now)
      now = dueAt
    }
    expect(waits.slice(0, 4)).toEqual([5000, 10_000, 20_000, 40_000])
    expect(waits.at(-1)).toBe(LONGEST_PAUSE_MS)
    expect(await claimWork(store, 'a', [SWEEP, TIDY], NOW)).toMatchObject({ id: 'tidy' })
  })

  test('leaves its error by name and code, never in its words, and nothing once it is done', async () => {
    const store = await withWork([SWEEP])
    const error = Object.assign(new Error('Jānis Paraugs, 000000-00000'), { code: 'E_NO' })
    await failWork(store, await claimed(store, 'a', [SWEEP], NOW), error, NOW)
    expect(await rowOf(store, 'sweep')).toMatchObject({ failures: 1, lastError: 'Error E_NO', leasedBy: null })
    await finishWork(store, await claimed(store, 'a', [SWEEP], NOW + MINUTE), false, NOW + MINUTE)
    expect(await rowOf(store, 'sweep')).toMatchObject({ failures: 0, lastError: null })
  })
})
