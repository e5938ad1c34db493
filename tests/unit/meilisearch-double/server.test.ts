// The Meilisearch double as a server: who may ask, how bodies are packed, and what a test can make go wrong.
import { gzipSync } from 'node:zlib'
import { Meilisearch, MeilisearchRequestError } from 'meilisearch'
import { expect, onTestFinished, test } from 'vitest'
import { startMeilisearchDouble, type DoubleOptions } from '#tests/support/meilisearch/double.ts'

const ADD = 'POST /indexes/:uid/documents'

/** @param timeout long enough for a busy machine. */
async function startDouble(options: DoubleOptions = {}, apiKey = options.key, timeout = 20_000) {
  const double = await startMeilisearchDouble({ taskMs: 0, ...options })
  onTestFinished(double.close)
  const client = new Meilisearch({ host: double.url, timeout, ...(apiKey === undefined ? {} : { apiKey }) })
  const jobs = client.index('jobs')
  const add = (id: string) => jobs.addDocuments([{ id }], { primaryKey: 'id' })
  const ids = () => double.documents('jobs').map(({ id }) => id)
  return { double, client, jobs, add, ids }
}

test('answers are compressed for whoever accepts that, and a compressed question is understood', async () => {
  const { double } = await startDouble()
  const ask = (encoding: string) => fetch(`${double.url}/version`, { headers: { 'accept-encoding': encoding } })
  const packed = await ask('gzip, deflate')
  expect([packed.headers.get('content-encoding'), await packed.json()]).toEqual(['gzip', expect.objectContaining({ pkgVersion: '1.50.0' })])
  const plain = await ask('identity')
  expect([plain.headers.get('content-encoding'), await plain.json()]).toEqual([null, expect.objectContaining({ pkgVersion: '1.50.0' })])
  const body = gzipSync(JSON.stringify({ uid: 'jobs' }))
  await fetch(`${double.url}/indexes`, { method: 'POST', body, headers: { 'content-encoding': 'gzip' } })
  expect(double.tasks()).toMatchObject([{ type: 'indexCreation', indexUid: 'jobs', status: 'succeeded' }])
})

test('a key may do what its actions say, with the indexes it names: a key for one never learns the version, nor swaps', async () => {
  const keys = {
    one: { actions: ['*'], indexes: ['jobs'] },
    reader: { actions: ['search', 'documents.get'], indexes: ['*'] },
  }
  const denied = { cause: { code: 'invalid_api_key' } }
  expect((await (await startDouble({ key: 'secret' })).client.getVersion()).pkgVersion).toBe('1.50.0')
  const scoped = await startDouble({ key: 'secret', keys }, 'one')
  expect((await fetch(`${scoped.double.url}/version`)).status).toBe(401)
  await scoped.add('a')
  expect(scoped.ids()).toEqual(['a'])
  expect((await scoped.client.getRawIndexes()).results).toHaveLength(1)
  for (const asked of [
    () => scoped.client.getVersion(),
    () => scoped.client.createIndex('jobs_2'),
    () => scoped.client.index('jobs_2').getStats(),
    () => scoped.client.swapIndexes([{ indexes: ['jobs', 'jobs_2'], rename: true }]),
    () => scoped.client.multiSearch({ queries: [{ indexUid: 'jobs_2' }] }),
  ])
    await expect(asked()).rejects.toMatchObject(denied)
  const reader = new Meilisearch({ host: scoped.double.url, apiKey: 'reader' })
  expect((await reader.index('jobs').getDocuments()).results).toEqual([{ id: 'a' }])
  await expect(reader.index('jobs').addDocuments([{ id: 'b' }])).rejects.toMatchObject(denied)
  await expect(reader.getVersion()).rejects.toMatchObject(denied)
})

test('an answer may be lost, and the work be done all the same, once or twice', async () => {
  const { double, add, ids } = await startDouble()
  double.dropAnswer(ADD)
  await expect(add('lost')).rejects.toThrow(MeilisearchRequestError)
  double.answerTwice(ADD)
  expect((await add('twice')).taskUid).toBe(2)
  expect(ids()).toEqual(['lost', 'twice'])
})

test('an answer may be late or never come: the client does not wait for ever', async () => {
  const { double, add, ids } = await startDouble({}, undefined, 300)
  double.delay(ADD, 1000)
  await expect(add('late')).rejects.toThrow(MeilisearchRequestError)
  await expect.poll(ids).toEqual(['late'])
  double.hang(ADD)
  await expect(add('never')).rejects.toThrow(MeilisearchRequestError)
  expect(ids()).toEqual(['late'])
})

test('answers may come in the wrong order', async () => {
  const { double, client } = await startDouble()
  double.outOfOrder(2)
  const came: string[] = []
  const first = client.getVersion().then(() => came.push('first'))
  await expect.poll(() => double.log().length).toBe(1)
  await Promise.all([first, client.getRawIndexes().then(() => came.push('second'))])
  expect(came).toEqual(['second', 'first'])
})

test('settings are changed one by one, come back whole, and are refused when they make no sense', async () => {
  const { double, jobs } = await startDouble()
  await jobs.updateSettings({ typoTolerance: { enabled: false }, stopWords: ['un'], pagination: { maxTotalHits: 5 } })
  await jobs.updateSettings({ typoTolerance: { disableOnNumbers: true }, stopWords: null })
  expect(await jobs.getSettings()).toMatchObject({
    typoTolerance: { enabled: false, disableOnNumbers: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
    stopWords: [],
    pagination: { maxTotalHits: 5 },
    rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  })
  const wrong = jobs.updateSettings({ pagination: { maxTotalHits: 'many' as unknown as number } })
  await expect(wrong).rejects.toMatchObject({ cause: { code: 'invalid_settings_pagination' } })
  await expect(jobs.updateSettings({ color: 1 } as object)).rejects.toMatchObject({ cause: { code: 'bad_request' } })
  expect(double.tasks()).toHaveLength(2)
})
