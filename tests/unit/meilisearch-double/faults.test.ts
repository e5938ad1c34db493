// What a test may do to the double, seen from the real client.
import { MeilisearchRequestError } from 'meilisearch'
import { afterEach, expect, test, vi } from 'vitest'
import { meilisearchForTests } from '#tests/support/meilisearch/server.ts'
import { desk, idsIn, jobs, refusal } from '#tests/support/meilisearch/desk.ts'

const ADD = 'POST /indexes/:uid/documents'
const SEARCH = 'POST /indexes/:uid/search'

afterEach(() => vi.unstubAllEnvs())

test('a planned failure hits the next task of its kind and leaves nothing', async () => {
  const { index, control, client } = await jobs({}, [])
  control.failNext('documentAdditionOrUpdate')
  control.failNext('settingsUpdate', { code: 'no_space_left_on_device', message: 'Full.' })
  const failed = await index.addDocuments([{ id: 1 }]).waitTask({ interval: 5 })
  expect(failed).toMatchObject({ status: 'failed', error: { code: 'internal', type: 'internal' }, details: { indexedDocuments: 0 } })
  expect(await index.updateSettings({ stopWords: ['x'] }).waitTask({ interval: 5 })).toMatchObject({
    error: { code: 'no_space_left_on_device', type: 'system' },
  })
  expect(control.documents('jobs')).toEqual([])
  expect(
    (
      await client
        .index('jobs')
        .addDocuments([{ id: 1 }])
        .waitTask({ interval: 5 })
    ).status,
  ).toBe('succeeded')
})

test('several tasks may fail for the fault of one', async () => {
  const { index, control } = await jobs({}, [])
  control.pause()
  control.failNext('documentAdditionOrUpdate', undefined, 2)
  for (const id of [1, 2, 3]) await index.addDocuments([{ id }])
  control.settle()
  expect(control.documents('jobs')).toEqual([{ id: 3 }])
})

test('answers that wait for others in vain can be sent', async () => {
  const { index, control } = await jobs({}, [{ id: 1 }])
  control.outOfOrder(2)
  const only = index.search('')
  await expect.poll(() => control.log().some(({ route }) => route === SEARCH)).toBe(true)
  control.outOfOrder(0)
  expect(idsIn(await only)).toEqual([1])
})

test('an answer may be lost after the work: a second try makes a second task', async () => {
  const { index, control } = await jobs({}, [])
  control.dropAnswer(ADD)
  await expect(index.addDocuments([{ id: 1 }])).rejects.toThrow(MeilisearchRequestError)
  await index.addDocuments([{ id: 1 }]).waitTask({ interval: 5 })
  expect(control.tasks().filter(({ type }) => type === 'documentAdditionOrUpdate')).toHaveLength(3)
  expect(control.documents('jobs')).toEqual([{ id: 1 }])
})

test('work may be done twice for one answer', async () => {
  const { index, control } = await jobs({}, [])
  control.answerTwice(ADD)
  const { taskUid } = await index.addDocuments([{ id: 1 }])
  expect(control.tasks().map(({ uid }) => uid)).toEqual([0, 1, 2, 3])
  expect(taskUid).toBe(3)
})

test('answers may come in the wrong order', async () => {
  const { index, control } = await jobs({}, [])
  control.outOfOrder(2)
  const came: string[] = []
  const first = index.search('first').then(() => came.push('first'))
  await expect.poll(() => control.log().some(({ body }) => JSON.stringify(body).includes('first'))).toBe(true)
  await Promise.all([first, index.search('second').then(() => came.push('second'))])
  expect(came).toEqual(['second', 'first'])
})

test('a late answer runs into the client’s patience, and the work is done all the same', async () => {
  const { index, control, client } = await jobs({}, [])
  control.delay(ADD, 3000)
  await expect(index.addDocuments([{ id: 1 }])).rejects.toThrow(MeilisearchRequestError)
  control.settle()
  expect(control.documents('jobs')).toEqual([{ id: 1 }])
  expect(await client.isHealthy()).toBe(true)
})

test('down is nobody listening or a 503; up is the same server with the same data', async () => {
  const { index, control, client } = await jobs({}, [{ id: 1 }])
  await control.down()
  await expect(index.search('')).rejects.toThrow(MeilisearchRequestError)
  expect(await client.isHealthy()).toBe(false)
  await control.up()
  expect(idsIn(await index.search(''))).toEqual([1])
  await control.down('unavailable')
  expect(await refusal(index.search(''))).toMatchObject({ status: 503 })
  await control.up()
  expect(idsIn(await index.search(''))).toEqual([1])
})

test('a hanging server takes requests and never answers', async () => {
  const { index, control, client } = await jobs({}, [{ id: 1 }])
  control.hang(SEARCH)
  await expect(index.search('')).rejects.toThrow(MeilisearchRequestError)
  expect(await client.isHealthy()).toBe(true)
  await control.up()
  expect(idsIn(await index.search(''))).toEqual([1])
})

test('one route may refuse for a while', async () => {
  const { index, control } = await jobs({}, [{ id: 1 }])
  control.refuse(SEARCH, 500, 'internal', 2)
  expect(await refusal(index.search(''))).toMatchObject({ status: 500, code: 'internal' })
  expect(await refusal(index.search(''))).toMatchObject({ status: 500 })
  expect(idsIn(await index.search(''))).toEqual([1])
})

test('an index may be lost without a task', async () => {
  const { index, control } = await jobs({}, [{ id: 1 }])
  control.loseIndex('jobs')
  expect(await refusal(index.search(''))).toMatchObject({ code: 'index_not_found' })
})

test('a search cut short is unsorted; the server tells only in the details of the score', async () => {
  const { index, control } = await jobs({ rankingRules: ['sort'], sortableAttributes: ['n'] }, [
    { id: 1, n: 1 },
    { id: 2, n: 2 },
  ])
  const asked = { sort: ['n:desc'], showRankingScoreDetails: true }
  expect(idsIn(await index.search('', asked))).toEqual([2, 1])
  control.partial()
  const cut = await index.search('', asked)
  expect(cut.hits.map(({ id, _rankingScoreDetails }): unknown[] => [id, _rankingScoreDetails])).toEqual([
    [1, { skipped: { order: 0 } }],
    [2, { skipped: { order: 0 } }],
  ])
  expect(cut).not.toHaveProperty('degraded')
  expect(cut.processingTimeMs).toBeGreaterThanOrEqual(1500)
  control.partial('degraded told')
  expect(await index.search('', asked)).toMatchObject({ degraded: true })
  control.partial('no')
  expect(idsIn(await index.search('', asked))).toEqual([2, 1])
})

test('another version', async () => {
  const { client, control } = await desk({ version: '1.36.0' })
  expect((await client.getVersion()).pkgVersion).toBe('1.36.0')
  control.setVersion('1.12.0')
  expect((await client.getVersion()).pkgVersion).toBe('1.12.0')
})

test('tests meet the double, or the server that the environment names, and that one has no faults', async () => {
  vi.stubEnv('MEILI_URL', '')
  const double = await meilisearchForTests()
  expect(double.control).not.toBeNull()
  await double.close()
  vi.stubEnv('MEILI_URL', 'http://meilisearch.test:7700')
  vi.stubEnv('MEILI_KEY', 'their key')
  expect(await meilisearchForTests()).toMatchObject({ url: 'http://meilisearch.test:7700', key: 'their key', control: null })
})
