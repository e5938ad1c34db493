// Sessions, sign-in tries and the jobs that remove old ones are shared by all processes of a deployment.
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { runDueJobs, JOBS, startJobs } from '#app/process/background-jobs.ts'
import { openLog } from '#app/process/log.ts'
import { countAttempt, forgetOldAttempts } from '#db/accounts/attempts.ts'
import { attempt, backgroundJob, proposal, proposalEvent, session } from '#db/schema/index.ts'
import { createSession, endSession, findSession, forgetExpiredSessions, MEMBER_SESSION_MS } from '#db/accounts/sessions.ts'
import type { Store } from '#db/store/store.ts'
import { NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { candidateFixture, anAskedProposal } from '#tests/support/proposals/candidate-fixture.ts'
import { secondStore, testStore } from '#tests/support/database.ts'
import { aMember } from '#tests/support/rows.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const LIMIT = { tries: 10, windowMs: 15 * MINUTE }

const triesOf = async (store: Store, key: string) =>
  (await store.read((db) => db.select().from(attempt).where(eq(attempt.key, key))))[0]?.count

/** The same deployment as another node serves it. */
async function otherNode(app: TestApp): Promise<TestApp> {
  return { ...app, store: await secondStore(app.store) }
}

test('who signed in at one node is signed in at the other, and signed out at both', async () => {
  const store = await testStore()
  const other = await secondStore(store)
  const { membershipId } = await aMember(store, { role: 'coordinator' })
  await createSession(store, { membershipId }, 'hash', NOW)
  expect(await findSession(other, 'hash', NOW)).toMatchObject({ actor: { kind: 'coordinator', membershipId } })
  await endSession(other, 'hash')
  expect(await findSession(store, 'hash', NOW)).toBeNull()
})

test('tries at two nodes at the same moment are all counted', async () => {
  const store = await testStore()
  const other = await secondStore(store)
  const waits = await Promise.all(Array.from({ length: 60 }, (_, at) => countAttempt(at % 2 === 0 ? store : other, 'key', LIMIT, NOW)))
  expect(await triesOf(store, 'key')).toBe(60)
  expect(waits.filter((ms) => ms === 0)).toHaveLength(10)
})

test('a new window begins when one is over, and nobody waits for one that a wrong clock began', async () => {
  const store = await testStore()
  for (let tries = 0; tries < 11; tries += 1) await countAttempt(store, 'key', LIMIT, NOW)
  expect(await countAttempt(store, 'key', LIMIT, NOW + 1)).toBe(LIMIT.windowMs - 1)
  expect(await countAttempt(store, 'key', LIMIT, NOW - 60 * MINUTE)).toBe(0)
  expect(await triesOf(store, 'key')).toBe(1)
  expect(await countAttempt(store, 'key', LIMIT, NOW)).toBe(0)
  expect(await triesOf(store, 'key')).toBe(1)
})

test('a clock a little behind the other does not begin a new window', async () => {
  const store = await testStore()
  for (let tries = 0; tries < 10; tries += 1) await countAttempt(store, 'key', LIMIT, NOW)
  expect(await countAttempt(store, 'key', LIMIT, NOW - 2000)).toBeGreaterThan(0)
})

test('a try whose new window begins while old ones are forgotten stays', async () => {
  const store = await testStore()
  const other = await secondStore(store)
  await countAttempt(store, 'key', LIMIT, NOW)
  const now = NOW + LIMIT.windowMs
  const slow: Store = {
    ...store,
    read: async (ask) => {
      const rows = await store.read(ask)
      await countAttempt(other, 'key', LIMIT, now)
      return rows
    },
  }
  await forgetOldAttempts(slow, now)
  expect(await triesOf(store, 'key')).toBe(1)
})

test('many old tries are forgotten in parts', async () => {
  const store = await testStore()
  const rows = Array.from({ length: 700 }, (_, at) => ({ key: `k${String(at)}`, count: 1, windowEndsAt: NOW }))
  await store.write((tx) => tx.insert(attempt).values(rows))
  expect(await forgetOldAttempts(store, NOW)).toBe(true)
  expect(await forgetOldAttempts(store, NOW)).toBe(false)
  expect(await store.read((db) => db.select().from(attempt))).toEqual([])
})

test('a session that expired opens nothing, and its row is gone a day later', async () => {
  const store = await testStore()
  const { membershipId } = await aMember(store, { role: 'coordinator' })
  await createSession(store, { membershipId }, 'old', NOW)
  await createSession(store, { membershipId }, 'new', NOW + DAY)
  const ended = NOW + MEMBER_SESSION_MS
  expect(await findSession(store, 'old', ended)).toBeNull()
  await forgetExpiredSessions(store, ended + DAY - 1)
  expect(await store.read((db) => db.select().from(session))).toHaveLength(2)
  // A clock that had been ahead is put back: nobody was signed out for good.
  expect(await findSession(store, 'old', ended - 1)).not.toBeNull()
  await forgetExpiredSessions(store, ended + DAY)
  expect((await store.read((db) => db.select().from(session))).map((row) => row.tokenHash)).toEqual(['new'])
})

test('two nodes do their jobs at the same moment: silence ends once, and what is old is gone', async () => {
  const fixture = await candidateFixture()
  const { id } = await anAskedProposal(fixture, 'asked')
  const { app } = fixture
  const node = await otherNode(app)
  await app.store.write((tx) => tx.insert(attempt).values({ key: 'old', count: 3, windowEndsAt: NOW }))
  app.clock.now = NOW + 30 * DAY
  await Promise.all([runDueJobs(app, 'a', () => false), runDueJobs(node, 'b', () => false)])
  const [closed] = await app.store.read((db) => db.select().from(proposal).where(eq(proposal.id, id)))
  expect(closed?.state).toBe('consent_expired')
  expect(await app.store.read((db) => db.select().from(proposalEvent).where(eq(proposalEvent.proposalId, id)))).toHaveLength(1)
  expect(await app.store.read((db) => db.select().from(attempt))).toEqual([])
  const rows = await app.store.read((db) => db.select().from(backgroundJob))
  expect(rows.map((row) => row.id).sort()).toEqual(JOBS.map((job) => job.id).sort())
  expect(rows.map((row) => row.leasedBy)).toEqual(rows.map(() => null))
})

test('a job that fails is logged and put off; the others are done', async () => {
  const lines: string[] = []
  const app = await testApp({ log: openLog({ level: 'error', now: () => NOW, write: (line) => lines.push(line) }) })
  const done: string[] = []
  await runDueJobs(app, 'a', () => false, [
    { id: 'broken', everyMs: MINUTE, pass: () => Promise.reject(new Error('a value of a row')) },
    { id: 'fine', everyMs: MINUTE, pass: () => Promise.resolve(done.push('fine') < 3) },
  ])
  expect(done).toEqual(['fine', 'fine', 'fine'])
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ event: 'incident', area: 'jobs', job: 'broken', failures: 1 }])
  expect(lines.join()).not.toContain('a value of a row')
})

test('a site that stops finishes the job in hand and begins no other', async () => {
  const app = await testApp()
  const stop = startJobs(app)
  onTestFinished(stop)
  await stop()
  const rows = await app.store.read((db) => db.select().from(backgroundJob))
  expect(rows.map((row) => row.leasedBy)).toEqual(rows.map(() => null))
  expect(rows.filter((row) => row.doneAt !== null).length).toBeLessThanOrEqual(1)
})
