// Meilisearch when things go wrong: tasks fail, answers are lost, doubled and late, the index goes, the key is wrong. Nothing is lost, nothing lies.
import { expect, test } from 'vitest'
import { MOST_TRIES } from '#search/index/meilisearch/worker/send.ts'
import { OPEN_MS } from '#search/index/meilisearch/circuit-breaker.ts'
import { pruneChanges } from '#db/change-feed/changes.ts'
import { searchRefused } from '#db/schema/index.ts'
import { askAgain } from '#db/search/rejected.ts'
import { findFollower, saveFollowerUnderLease } from '#db/search/follower-position.ts'
import { claimJob, LEASE_MS } from '#db/jobs/jobs.ts'
import { MEILISEARCH_JOB } from '#search/index/meilisearch/worker/worker.ts'
import { meilisearchSite, SAME, type MeilisearchSite } from '#tests/support/search/meilisearch-site.ts'

const COORDINATOR = { kind: 'coordinator', accountId: 'a', membershipId: 'm' } as const
const ADD = 'POST /indexes/:uid/documents'

/** A site with some vacancies that are all in. */
async function filled(options: Parameters<typeof meilisearchSite>[0] = {}, vacancies = 3) {
  const site = await meilisearchSite(options)
  const ids: string[] = []
  for (let at = 0; at < vacancies; at += 1) ids.push(await site.publish(`Šuvēja ${String(at)}`))
  await site.worker.workOff()
  return { ...site, ids }
}

/** Works as the site does: what rests after a failure is tried again when its time has come. */
async function workThrough(site: Pick<MeilisearchSite, 'worker' | 'clock'>): Promise<void> {
  for (let tries = 0; tries < 12; tries += 1) {
    const failed = await site.worker.workOff().then(
      () => false,
      () => true,
    )
    site.clock.now += 15 * 60_000
    if (!failed && tries > 0) return
  }
  throw new Error('It never came to its end')
}

const refusedRows = async ({ store }: Pick<MeilisearchSite, 'store'>) => store.read((db) => db.select().from(searchRefused))
const cursorOf = async ({ store }: Pick<MeilisearchSite, 'store'>) => (await findFollower(store, 'meilisearch'))?.cursor ?? 0

test('an accepted task that fails later is not taken for done', async () => {
  const site = await filled()
  const before = await cursorOf(site)
  const id = await site.publish('Krāvējs')
  site.control.failNext('documentAdditionOrUpdate')
  await expect(site.worker.work()).rejects.toMatchObject({ name: 'MeilisearchError', kind: 'down' })
  expect(await cursorOf(site)).toBe(before)
  expect(site.inIndex()).not.toContain(id)
  expect(await site.search()).toMatchObject({ degraded: ['behind'] })
  await workThrough(site)
  expect(await site.differences()).toMatchObject(SAME)
})

test('of many vacancies only the rejected ones are recorded, with the reason, and the rest is indexed', async () => {
  const site = await filled({}, 0)
  const ids = await Promise.all(Array.from({ length: 9 }, (_, at) => site.publish(`Krāvējs ${String(at)}`)))
  const bad = [ids[4] ?? '', ids[7] ?? '']
  for (const id of bad) site.spoiled.add(id)
  await site.worker.workOff()
  expect(site.inIndex()).toEqual(ids.filter((id) => !bad.includes(id)).sort())
  const rows = await refusedRows(site)
  expect(rows.map(({ vacancyId }) => vacancyId).sort()).toEqual(bad.toSorted())
  expect(rows.map(({ reason }) => reason.split(':')[0])).toEqual(['invalid_document_geo_field', 'invalid_document_geo_field'])
  expect(await site.search()).toMatchObject({ engine: 'meilisearch', degraded: [], total: 7 })
})

test('a refused vacancy is tried again, then waits until a coordinator asks, and is forgotten once it is in', async () => {
  const site = await filled()
  const id = await site.publish('Krāvējs')
  site.spoiled.add(id)
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    await site.worker.workOff()
    expect(await refusedRows(site)).toMatchObject([{ vacancyId: id, attempts: tries }])
    site.clock.now += 24 * 3_600_000
  }
  expect(await refusedRows(site)).toMatchObject([{ nextAt: null }])
  await site.worker.workOff()
  expect(await refusedRows(site)).toMatchObject([{ attempts: MOST_TRIES }])
  site.spoiled.clear()
  await askAgain(site.store, COORDINATOR, { engine: 'meilisearch', vacancyId: id }, site.clock.now)
  await site.worker.workOff()
  expect(await refusedRows(site)).toEqual([])
  expect(site.inIndex()).toContain(id)
})

test('when everything is rejected the server is at fault: the worker rests, and only a few vacancies are recorded as rejected', async () => {
  const site = await filled()
  const ids = await Promise.all(Array.from({ length: 60 }, (_, at) => site.publish(`Krāvējs ${String(at)}`)))
  for (const id of ids) site.spoiled.add(id)
  await expect(site.worker.workOff()).rejects.toMatchObject({ code: 'everything_rejected' })
  expect((await refusedRows(site)).length).toBeLessThan(30)
  site.spoiled.clear()
  await workThrough(site)
  expect(await site.differences()).toMatchObject(SAME)
  expect(await refusedRows(site)).toEqual([])
})

test.each([
  ['an answer that is lost', (site: MeilisearchSite) => site.control.dropAnswer(ADD)],
  ['a request that arrives twice', (site: MeilisearchSite) => site.control.answerTwice(ADD)],
  ['a request the server is too busy for', (site: MeilisearchSite) => site.control.refuse(ADD, 503, 'too_many_search_requests')],
  ['a request that is too large', (site: MeilisearchSite) => site.control.refuse(ADD, 413, 'payload_too_large')],
  ['a lost answer about a task', (site: MeilisearchSite) => site.control.dropAnswer('GET /tasks/:uid')],
])('%s changes nothing in the end', async (_, happens) => {
  const site = await filled()
  const [first, second] = [await site.publish('Krāvējs'), await site.publish('Pavārs')]
  await site.close(site.ids[0] ?? '')
  happens(site)
  await workThrough(site)
  expect(site.inIndex()).toEqual([...site.ids.slice(1), first, second].sort())
  expect(await site.differences()).toMatchObject(SAME)
})

test('a task that takes longer than a pass is waited for in the next ones, and is not sent again', async () => {
  const site = await filled({ passMs: 40, tickMs: 1 })
  await site.publish('Krāvējs')
  site.control.pause()
  site.control.forgetLog()
  expect(await site.worker.work()).toBe(true)
  expect(await site.worker.work()).toBe(true)
  site.control.resume()
  await site.worker.workOff()
  expect(site.control.log().filter(({ route }) => route === ADD)).toHaveLength(1)
  expect(await site.differences()).toMatchObject(SAME)
})

test('two workers share the work and do none of it at the same time', async () => {
  const site = await filled()
  const other = site.anotherWorker()
  await site.publish('Krāvējs')
  const [own, others] = await Promise.all([site.worker.work(), other.work()])
  expect([own, others].filter((done) => done === null)).toHaveLength(1)
  expect(await site.differences()).toMatchObject(SAME)
})

test('a worker that was away for longer than its lease writes nothing over what another has written', async () => {
  const site = await filled()
  await site.publish('Krāvējs')
  site.control.pause()
  const asleep = site.worker.work()
  await expect.poll(() => site.control.log().some(({ route }) => route === ADD)).toBe(true)
  site.clock.now += 10 * 60_000
  const other = site.anotherWorker()
  const theirs = other.work()
  await site.publish('Pavārs')
  site.control.resume()
  await Promise.allSettled([asleep, theirs])
  await other.workOff()
  expect(await site.differences()).toMatchObject(SAME)
})

test('what a worker writes down after its lease has passed to another is not written', async () => {
  const site = await filled()
  const late = await claimJob(site.store, 'late', [MEILISEARCH_JOB], site.clock.now)
  site.clock.now += 2 * LEASE_MS
  const other = await claimJob(site.store, 'other', [MEILISEARCH_JOB], site.clock.now)
  const row = await findFollower(site.store, 'meilisearch')
  if (!late || !other || !row) throw new Error('Nothing was claimed')
  expect(await saveFollowerUnderLease(site.store, late, { ...row, cursor: 1 })).toBe(false)
  expect(await cursorOf(site)).toBe(row.cursor)
  expect(await saveFollowerUnderLease(site.store, other, { ...row, cursor: 2 })).toBe(true)
  expect(await cursorOf(site)).toBe(2)
})

test('an index that is gone is rebuilt, and until then the embedded index answers and says so', async () => {
  const site = await filled()
  site.control.loseIndex('vacancies')
  expect(await site.search()).toMatchObject({ engine: 'embedded', degraded: ['engine_down'], total: 3 })
  await site.worker.workOff()
  expect(await site.differences()).toMatchObject(SAME)
  site.clock.now += OPEN_MS
  expect(await site.search()).toMatchObject({ engine: 'meilisearch', degraded: [], total: 3 })
})

test('an index that took the name of the lost one is not believed', async () => {
  const site = await filled()
  site.control.loseIndex('vacancies')
  await site.server.client.createIndex('vacancies', { primaryKey: 'id' }).waitTask()
  site.clock.now += 60_000
  await site.publish('Krāvējs')
  await site.worker.workOff()
  expect(await site.differences()).toMatchObject(SAME)
  expect(await site.search()).toMatchObject({ engine: 'meilisearch', total: 4 })
})

test('who was away for so long that changes are forgotten starts from the store', async () => {
  const site = await filled()
  await site.close(site.ids[1] ?? '')
  await site.publish('Krāvējs')
  for (let at = 0; at < 5; at += 1) await site.rename(site.ids[2] ?? '', `Pavārs ${String(at)}`)
  await pruneChanges(site.store, 1)
  expect(await site.search()).toMatchObject({ degraded: ['behind'] })
  await site.worker.workOff()
  expect(await site.differences()).toMatchObject(SAME)
  expect(await site.search()).toMatchObject({ engine: 'meilisearch', degraded: [] })
})
