// A rebuild: made in stages, compared with the store, swapped in under traffic, resumed after a crash at any step.
import { expect, test } from 'vitest'
import { findFollower } from '#db/search/follower-position.ts'
import { workerStateOf } from '#search/index/meilisearch/worker/worker-run.ts'
import { PREVIOUS_INDEX_KEPT_MS } from '#search/index/meilisearch/worker/run-once.ts'
import { meilisearchSite, SAME, type MeilisearchSite } from '#tests/support/search/meilisearch-site.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'

async function filled(options: Parameters<typeof meilisearchSite>[0] = {}, vacancies = 5) {
  const site = await meilisearchSite(options)
  const ids: string[] = []
  for (let at = 0; at < vacancies; at += 1) ids.push(await site.publish(`Šuvēja ${String(at)}`))
  await site.worker.workOff()
  return { ...site, ids }
}

const indexes = async ({ server }: Pick<MeilisearchSite, 'server'>) => (await server.client.getRawIndexes()).results.map(({ uid }) => uid)
const note = async ({ store }: Pick<MeilisearchSite, 'store'>) => workerStateOf(await findFollower(store, 'meilisearch'))

test('a rebuild puts right what differs, keeps the old index for half an hour, and then removes it', async () => {
  const site = await filled()
  await site.server.client
    .index('vacancies')
    .deleteDocument(site.ids[0] ?? '')
    .waitTask()
  expect((await site.differences()).missing).toEqual([site.ids[0]])
  expect(await site.worker.askForRebuild()).toBe(true)
  await site.worker.workOff()
  expect(await site.differences()).toMatchObject(SAME)
  expect(await indexes(site)).toHaveLength(2)
  site.clock.now += PREVIOUS_INDEX_KEPT_MS
  await site.worker.workOff()
  expect(await indexes(site)).toEqual(['vacancies'])
  expect((await note(site)).old).toBeNull()
})

test('searches go on while an index is swapped in, and none of them is empty', async () => {
  const site = await filled()
  await site.search()
  await site.worker.askForRebuild()
  const until = new AbortController()
  const totals = new Set<string>()
  const asking = (async () => {
    while (!until.signal.aborted) {
      const { total, engine } = await site.index.search({ ...EVERYTHING, words: 'suveja' })
      totals.add(`${engine} ${String(total)}`)
    }
  })()
  await site.worker.workOff()
  until.abort()
  await asking
  expect([...totals]).toEqual(['meilisearch 5'])
})

test.each(['send', 'settle', 'compare', 'swap'] as const)('what changes in the step "%s" is in it', async (step) => {
  const site = await filled()
  const [closed = '', renamed = ''] = site.ids
  const changes: Promise<unknown>[] = []
  site.onProgress((told) => {
    if (told.step !== step || changes.length > 0) return
    changes.push(site.close(closed), site.rename(renamed, 'Drēbnieks'), site.publish('Maiznieks'))
  })
  await site.worker.askForRebuild()
  await site.worker.workOff()
  expect(changes).toHaveLength(3)
  await Promise.all(changes)
  await site.worker.workOff()
  expect(await site.differences()).toMatchObject({ ...SAME, compared: 5 })
})

test('a worker that dies at any request of a rebuild is followed by one that ends it, with nothing lost and nothing twice', async () => {
  let dies = 1
  for (let died = true; died; dies += 1) {
    const site = await filled()
    await site.worker.askForRebuild()
    const live = site.dieAtRequest(dies)
    died = await site.worker.workOff().then(
      () => false,
      (error: unknown) => error instanceof Error && error.name === 'Died',
    )
    live()
    site.clock.now += 10 * 60_000
    await site.close(site.ids[2] ?? '')
    await site.anotherWorker().workOff()
    expect(await site.differences(), `after a death at request ${String(dies)}`).toMatchObject({ ...SAME, compared: 4 })
    expect((await indexes(site)).length, `after a death at request ${String(dies)}`).toBeLessThanOrEqual(2)
  }
  expect(dies).toBeGreaterThan(15)
}, 120_000)

test.each([
  ['settings', 'settingsUpdate'],
  ['documents', 'documentAdditionOrUpdate'],
  ['the swap', 'indexSwap'],
] as const)('when the task of %s fails, the index that was there stays, and the next try succeeds', async (_, type) => {
  const site = await filled()
  await site.worker.askForRebuild()
  site.control.failNext(type)
  await expect(site.worker.workOff()).rejects.toMatchObject({ name: 'MeilisearchError' })
  expect(await site.search()).toMatchObject({ engine: 'meilisearch', total: 5 })
  site.clock.now += 15 * 60_000
  await site.worker.workOff()
  expect(await site.differences()).toMatchObject(SAME)
  expect((await note(site)).rebuild).toBeNull()
})

test('the answer to the swap is lost: it is not swapped back', async () => {
  const site = await filled()
  await site.worker.askForRebuild()
  site.control.dropAnswer('POST /swap-indexes')
  await expect(site.worker.workOff()).rejects.toMatchObject({ kind: 'down' })
  await site.publish('Krāvējs')
  site.clock.now += 60_000
  await site.worker.workOff()
  expect(site.control.tasks().filter(({ type }) => type === 'indexSwap')).toHaveLength(2)
  expect(await site.differences()).toMatchObject(SAME)
})

test('a refused vacancy does not keep the others from a new index', async () => {
  const site = await filled()
  const bad = site.ids[3] ?? ''
  site.spoiled.add(bad)
  await site.worker.askForRebuild()
  await site.worker.workOff()
  expect(site.inIndex()).toEqual(site.ids.filter((id) => id !== bad).sort())
})

test('an older version of the program leaves alone what a newer one has set up', async () => {
  const site = await filled()
  await site.asNewerVersion()
  await site.publish('Krāvējs')
  site.control.forgetLog()
  await site.worker.workOff()
  expect(site.control.log()).toEqual([])
  expect(await site.search()).toMatchObject({ engine: 'embedded', degraded: ['engine_down'], total: 6 })
})
