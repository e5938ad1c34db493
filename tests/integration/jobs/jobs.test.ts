// Work that the site does by itself: each job once, by whichever node asks first, and by another when that one dies.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { backgroundJob } from '#db/schema/index.ts'
import { claimJob, CLOCKS_DIFFER_MS, ensureJobs, failJob, finishJob, LEASE_MS, LONGEST_PAUSE_MS, type RecurringJob } from '#db/jobs/jobs.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { secondStore, testStore } from '#tests/support/database.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SWEEP: RecurringJob = { id: 'sweep', everyMs: MINUTE }
const TIDY: RecurringJob = { id: 'tidy', everyMs: MINUTE }

async function withJobs(jobs: readonly RecurringJob[]): Promise<Store> {
  const store = await testStore()
  await ensureJobs(store, jobs, NOW)
  return store
}

const rowOf = async (store: Store, id: string) =>
  (await store.read((db) => db.select().from(backgroundJob).where(eq(backgroundJob.id, id))))[0]

async function claimed(store: Store, worker: string, jobs: readonly RecurringJob[], now: number) {
  const job = await claimJob(store, worker, jobs, now)
  if (!job) throw new Error('No job was due')
  return job
}

async function doneBy(store: Store, worker: string, jobs: readonly RecurringJob[]): Promise<string[]> {
  const done: string[] = []
  for (let job = await claimJob(store, worker, jobs, NOW); job; job = await claimJob(store, worker, jobs, NOW)) {
    done.push(job.id)
    await finishJob(store, job, false, NOW)
  }
  return done
}

test('of two nodes that ask for one job at the same moment one gets it', async () => {
  const store = await withJobs([SWEEP])
  const other = await secondStore(store)
  const got = await Promise.all([claimJob(store, 'a', [SWEEP], NOW), claimJob(other, 'b', [SWEEP], NOW)])
  expect(got.filter((job) => job !== null)).toHaveLength(1)
})

test('four workers on two nodes do forty jobs, each once', async () => {
  const jobs = Array.from({ length: 40 }, (_, at) => ({ id: `job:${String(at)}`, everyMs: MINUTE }))
  const store = await withJobs(jobs)
  const other = await secondStore(store)
  const done = await Promise.all([store, store, other, other].map((at, worker) => doneBy(at, `worker ${String(worker)}`, jobs)))
  expect(done.flat().sort()).toEqual(jobs.map(({ id }) => id).sort())
})

test('a job is made once, however many nodes start at the same moment, and what is known of it stays', async () => {
  const store = await testStore()
  const other = await secondStore(store)
  await Promise.all([ensureJobs(store, [SWEEP], NOW), ensureJobs(other, [SWEEP], NOW), ensureJobs(store, [SWEEP, TIDY], NOW)])
  await finishJob(store, await claimed(store, 'a', [SWEEP], NOW), false, NOW)
  await ensureJobs(other, [SWEEP, TIDY], NOW + 1)
  expect(await rowOf(store, 'sweep')).toMatchObject({ dueAt: NOW + MINUTE, doneAt: NOW })
  expect(await store.read((db) => db.select().from(backgroundJob))).toHaveLength(2)
})

test('what was done is due again after its time, not before; what has more to do at once', async () => {
  const store = await withJobs([SWEEP])
  await finishJob(store, await claimed(store, 'a', [SWEEP], NOW), false, NOW)
  expect(await claimJob(store, 'b', [SWEEP], NOW + MINUTE - 1)).toBeNull()
  await finishJob(store, await claimed(store, 'b', [SWEEP], NOW + MINUTE), true, NOW + MINUTE)
  expect(await claimJob(store, 'a', [SWEEP], NOW + MINUTE)).toMatchObject({ id: 'sweep' })
})

test('a job that this version does not know is left alone', async () => {
  const store = await withJobs([SWEEP, TIDY])
  expect(await claimJob(store, 'a', [TIDY], NOW)).toMatchObject({ id: 'tidy' })
  expect(await claimJob(store, 'a', [TIDY], NOW)).toBeNull()
})

describe('a worker that died', () => {
  test('gives its job back after the lease, and not before', async () => {
    const store = await withJobs([SWEEP])
    await claimed(store, 'dead', [SWEEP], NOW)
    expect(await claimJob(store, 'b', [SWEEP], NOW + LEASE_MS - 1)).toBeNull()
    expect(await claimJob(store, 'b', [SWEEP], NOW + LEASE_MS)).toMatchObject({ id: 'sweep', leasedBy: 'b' })
  })

  test('and was only slow changes nothing any more', async () => {
    const store = await withJobs([SWEEP])
    const late = await claimed(store, 'slow', [SWEEP], NOW)
    const held = await claimed(store, 'b', [SWEEP], NOW + LEASE_MS)
    const before = await rowOf(store, 'sweep')
    expect(await finishJob(store, late, false, NOW + LEASE_MS + 1)).toBe(false)
    expect(await failJob(store, late, new Error('late'), NOW + LEASE_MS + 1)).toBe(false)
    expect(await rowOf(store, 'sweep')).toEqual(before)
    expect(await finishJob(store, held, false, NOW + LEASE_MS + 2)).toBe(true)
  })

  test('and took the same job again is not taken for its former self', async () => {
    const store = await withJobs([SWEEP])
    const late = await claimed(store, 'a', [SWEEP], NOW)
    await claimed(store, 'a', [SWEEP], NOW + LEASE_MS)
    expect(await finishJob(store, late, false, NOW + LEASE_MS)).toBe(false)
  })
})

describe('a clock that is put back an hour', () => {
  test('stops nothing: what it had put off is done, what it had leased is free', async () => {
    const store = await withJobs([SWEEP, TIDY])
    await finishJob(store, await claimed(store, 'a', [SWEEP], NOW), false, NOW)
    await claimed(store, 'dead', [TIDY], NOW)
    const earlier = NOW - HOUR
    const both = [await claimed(store, 'b', [SWEEP, TIDY], earlier), await claimed(store, 'b', [SWEEP, TIDY], earlier)]
    expect(both.map(({ id }) => id).sort()).toEqual(['sweep', 'tidy'])
  })

  test('frees what had failed as well', async () => {
    const store = await withJobs([SWEEP])
    await failJob(store, await claimed(store, 'a', [SWEEP], NOW), new Error('no'), NOW)
    expect(await claimJob(store, 'b', [SWEEP], NOW - HOUR)).toMatchObject({ id: 'sweep' })
  })

  test('but two clocks that differ a little leave each other their leases and their times', async () => {
    const store = await withJobs([SWEEP])
    const job = await claimed(store, 'ahead', [SWEEP], NOW)
    expect(await claimJob(store, 'behind', [SWEEP], NOW - CLOCKS_DIFFER_MS)).toBeNull()
    await finishJob(store, job, false, NOW)
    expect(await claimJob(store, 'behind', [SWEEP], NOW - CLOCKS_DIFFER_MS)).toBeNull()
  })
})

describe('a job that fails', () => {
  test('waits longer each time, up to a quarter of an hour, while others go on', async () => {
    const store = await withJobs([SWEEP, TIDY])
    const waits: number[] = []
    let now = NOW
    for (let tries = 0; tries < 12; tries += 1) {
      await failJob(store, await claimed(store, 'a', [SWEEP], now), new Error('no'), now)
      const dueAt = (await rowOf(store, 'sweep'))?.dueAt ?? 0
      expect(await claimJob(store, 'a', [SWEEP], dueAt - 1)).toBeNull()
      waits.push(dueAt - now)
      now = dueAt
    }
    expect(waits.slice(0, 4)).toEqual([5000, 10_000, 20_000, 40_000])
    expect(waits.at(-1)).toBe(LONGEST_PAUSE_MS)
    expect(await claimJob(store, 'a', [SWEEP, TIDY], NOW)).toMatchObject({ id: 'tidy' })
  })

  test('leaves its error by name and code, never in its words, and nothing once it is done', async () => {
    const store = await withJobs([SWEEP])
    const error = Object.assign(new Error('Jānis Paraugs, 000000-00000'), { code: 'E_NO' })
    await failJob(store, await claimed(store, 'a', [SWEEP], NOW), error, NOW)
    expect(await rowOf(store, 'sweep')).toMatchObject({ failures: 1, lastError: 'Error E_NO', leasedBy: null })
    await finishJob(store, await claimed(store, 'a', [SWEEP], NOW + MINUTE), false, NOW + MINUTE)
    expect(await rowOf(store, 'sweep')).toMatchObject({ failures: 0, lastError: null })
  })
})
