// PostgreSQL crashes under load and comes back: every request is answered within a bound, what was acknowledged is there, and the same
// process goes on by itself.
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test, type TestContext } from 'vitest'
import { attempt } from '#db/schema/index.ts'
import { openPostgres } from '#db/store/postgres/postgres.ts'
import { isStoreUnavailable } from '#db/store/store.ts'
import { administer, databaseUrl, startPostgres } from '#tests/support/postgres/postgres-server.ts'
import { countedIds } from '#tests/support/database.ts'
import { timed, until } from './support/bound.ts'
import { NEXT, listJobs } from './support/many-proposals.ts'
import { inconsistencies } from './support/consistency.ts'
import { aSignedInCaseworker, aSite, press } from './support/signed-in-caseworker.ts'
import { storeAt } from './support/database.ts'

const AWAY_MS = 1500
/** Of any answer, on a busy machine: the longest limit of a single question is far below. */
const LONGEST_ANSWER_MS = 15_000

const wordFor = (error: unknown) => (isStoreUnavailable(error) ? error.code : error instanceof Error ? error.message : 'unknown')

/** A server of this test's own that keeps what it acknowledged. */
async function aServer(skip: TestContext['skip']) {
  const server = await startPostgres({ durable: true })
  onTestFinished(() => server.stop())
  const { crash } = server
  if (!crash) return skip('The server that TEST_DATABASE_URL names is not ours to crash')
  await administer(server.url, 'CREATE DATABASE crashing')
  return { url: databaseUrl(server.url, 'crashing'), crash }
}

test('a store whose database crashes says so each time, keeps what it acknowledged, and recovers', async ({ skip }) => {
  const { url, crash } = await aServer(skip)
  const faults: Error[] = []
  const store = await openPostgres(url, { connections: 12, onError: (error) => faults.push(error) })
  onTestFinished(() => store.close())
  let over = false
  let nth = 0
  const acknowledged: string[] = []
  const answers: { ms: number; answer: string }[] = []
  const ask = async (work: () => Promise<unknown>) => {
    const { ms, result } = await timed(work())
    answers.push({ ms, answer: result.status === 'fulfilled' ? 'done' : wordFor(result.reason) })
    // A refusal is quick: without a rest this would be nothing but refusals.
    if (result.status === 'rejected') await pause(20)
  }
  const writer = async () => {
    while (!over) {
      nth += 1
      const key = `key ${nth}`
      await ask(async () => {
        await store.write(async (tx) => {
          await tx.insert(attempt).values({ key, count: 1, windowEndsAt: 1 })
          // Between two questions: a connection that breaks now is nobody's to hear of but ours.
          await pause(5)
          await tx.run(sql`update attempt set count = 2 where key = ${key}`)
        })
        acknowledged.push(key)
      })
    }
  }
  const reader = async () => {
    while (!over) await ask(() => store.read((db) => db.select().from(attempt).limit(1)))
  }
  const load = Promise.all([...Array.from({ length: 8 }, writer), ...Array.from({ length: 4 }, reader)])
  let heard = 0
  const stop = store.watch(() => (heard += 1))
  await until(10_000, 'A first hundred of writes', async () => (acknowledged.length > 100 ? true : null))

  const { start } = await crash()
  await pause(AWAY_MS)
  const before = acknowledged.length
  await start()
  await until(10_000, 'Writing again', async () => (acknowledged.length > before + 50 ? true : null))
  over = true
  await load

  const said = [...new Set(answers.map(({ answer }) => answer))].sort()
  expect(said.filter((answer) => answer !== 'busy')).toEqual(['done', 'down'])
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(LONGEST_ANSWER_MS)
  const kept = new Map((await store.read((db) => db.select().from(attempt))).map(({ key, count }) => [key, count]))
  expect(acknowledged.filter((key) => kept.get(key) !== 2)).toEqual([])
  expect([...kept.values()].every((count) => count === 2)).toBe(true)
  // The ear for other nodes' changes hears again too.
  const since = heard
  await until(5000, 'News', async () => (heard > since ? true : null))
  stop()
})

test('a site whose database crashes under load tells everybody, answers everything, and is well again by itself', async ({ skip }) => {
  const { url, crash } = await aServer(skip)
  const now = Date.now()
  const site = aSite(url)
  const address = await site.address
  const store = await storeAt({ engine: 'postgres', url, connections: 6 }, countedIds())
  const { jobs, cookie } = await aSignedInCaseworker(store, now)
  const answers: { ms: number; status: number | null }[] = []
  const get = async () => {
    const { ms, result } = await timed(fetch(`${address}/casework/proposals`, { headers: { Cookie: cookie }, redirect: 'manual' }))
    if (result.status === 'fulfilled') await result.value.arrayBuffer().catch(() => undefined)
    const status = result.status === 'fulfilled' ? result.value.status : null
    answers.push({ ms, status })
    return status
  }
  let over = false
  const readers = Array.from({ length: 4 }, async () => {
    while (!over) if ((await get()) !== 200) await pause(20)
  })
  const moved: string[] = []
  const movers = Array.from({ length: 8 }, async (_, nth) => {
    for (const job of jobs.filter((_job, at) => at % 8 === nth)) {
      const { ms, result } = await timed(press(address, cookie, job, now))
      const status = result.status === 'fulfilled' ? result.value : null
      answers.push({ ms, status })
      if (status === 303) moved.push(job.id)
      else await pause(100)
    }
  })
  await until(20_000, 'Thirty moves', async () => (moved.length > 30 ? true : null))
  const { start } = await crash()
  await pause(AWAY_MS)
  await start()
  await Promise.all(movers)
  await until(10_000, 'The page', async () => ((await get()) === 200 ? true : null))
  over = true
  await Promise.all(readers)

  expect(site.process.exitCode).toBeNull()
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 303, 503]))
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(LONGEST_ANSWER_MS)
  expect(await inconsistencies(store)).toEqual([])
  const after = new Map((await listJobs(store)).map((job) => [job.id, job]))
  expect(moved.filter((id) => !Object.values(NEXT).some((state) => state === after.get(id)?.state))).toEqual([])
  // What was refused is done now, once.
  const left = jobs.filter(({ id, version }) => after.get(id)?.version === version)
  for (const job of left) expect(await press(address, cookie, job, now)).toBe(303)
  expect(await inconsistencies(store)).toEqual([])
})
