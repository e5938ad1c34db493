// The fallback: when Meilisearch cannot answer, the embedded index does, soon, and the answer says so.
import { expect, test } from 'vitest'
import { BREAKER_STATES, FAILURES_TO_OPEN, OPEN_MS } from '#search/index/meilisearch/circuit-breaker.ts'
import { meilisearchSite, SAME } from '#tests/support/search/meilisearch-site.ts'
import { HOSTILE_QUERIES } from '#tests/support/hostile.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'

const SEARCH = 'POST /multi-search'
const DOWN = { engine: 'embedded', degraded: ['engine_down'], total: 1 }

async function filled(options: Parameters<typeof meilisearchSite>[0] = {}) {
  const site = await meilisearchSite(options)
  await site.publish('Šuvēja')
  await site.worker.workOff()
  site.control.forgetLog()
  return site
}

const asked = ({ control }: Awaited<ReturnType<typeof filled>>) => control.log().filter(({ route }) => route === SEARCH).length

test('three failures in a row, and it is asked no more for half a minute; then one search finds out that it is back', async () => {
  const site = await filled()
  site.control.refuse(SEARCH, 503, 'too_many_search_requests', 1000)
  for (let at = 0; at < FAILURES_TO_OPEN + 2; at += 1) expect(await site.search()).toMatchObject(DOWN)
  expect(asked(site)).toBe(FAILURES_TO_OPEN)
  expect((await site.index.meilisearch()).breaker).toBe(BREAKER_STATES[1])
  expect(await site.index.state()).toMatchObject({ engine: 'embedded', usual: false })
  site.clock.now += OPEN_MS
  expect(await site.search()).toMatchObject(DOWN)
  expect(await site.search()).toMatchObject(DOWN)
  expect(asked(site)).toBe(FAILURES_TO_OPEN + 1)
  site.control.refuse(SEARCH, 503, 'too_many_search_requests', 0)
  site.clock.now += OPEN_MS
  expect(await site.search()).toMatchObject({ engine: 'meilisearch', degraded: [], total: 1 })
})

test.each([
  ['hangs', async (site: Awaited<ReturnType<typeof filled>>) => site.control.hang(SEARCH)],
  ['is slow', async (site: Awaited<ReturnType<typeof filled>>) => site.control.delay(SEARCH, 400)],
  ['is gone', async (site: Awaited<ReturnType<typeof filled>>) => site.control.close()],
  ['is not ready', async (site: Awaited<ReturnType<typeof filled>>) => site.control.refuse('*', 503, 'too_many_search_requests', Infinity)],
  ['cuts the connection', async (site: Awaited<ReturnType<typeof filled>>) => site.control.dropAnswer(SEARCH)],
])('when the server %s the answer comes from the embedded index, in time', async (_, happens) => {
  const site = await filled({ searchMs: 100 })
  await happens(site)
  const started = performance.now()
  expect(await site.search({ words: 'suveja' })).toMatchObject(DOWN)
  expect(performance.now() - started).toBeLessThan(390)
})

test('an answer that ran out of time says that it is partial', async () => {
  const site = await filled()
  site.control.partial()
  expect(await site.search({ words: 'suveja' })).toMatchObject({ engine: 'meilisearch', degraded: ['partial'], total: 1 })
})

test('with a wrong key nothing is written or read, and the embedded index answers', async () => {
  const site = await meilisearchSite({ key: 'the right key of the server', siteKey: 'another one' })
  await site.publish('Šuvēja')
  await expect(site.worker.work()).rejects.toMatchObject({ kind: 'denied', code: 'invalid_api_key' })
  expect(await site.search()).toMatchObject(DOWN)
})

test('a server that lacks what is needed is left alone, by name of its version', async () => {
  const site = await meilisearchSite({ version: '1.35.2' })
  await site.publish('Šuvēja')
  await expect(site.worker.work()).rejects.toMatchObject({ kind: 'old', code: 'version_1.35.2_is_older_than_1.36' })
  expect(site.control.tasks()).toEqual([])
  expect(await site.search()).toMatchObject(DOWN)
})

test('answers that come in another order than they were asked for reach who asked', async () => {
  const site = await filled()
  await site.publish('Metinātājs', { municipality: 'kuldiga' })
  await site.worker.workOff()
  await site.search()
  site.control.outOfOrder(3)
  const words = ['suveja', 'metinatajs', 'nav tadas']
  const answers = await Promise.all(words.map((one) => site.index.search({ ...EVERYTHING, words: one })))
  expect(answers.map(({ total }) => total)).toEqual([1, 1, 0])
})

test('searches that the server refuses turn nobody else away', async () => {
  const site = await filled()
  site.control.refuse(SEARCH, 400, 'invalid_search_filter', FAILURES_TO_OPEN)
  for (let at = 0; at < FAILURES_TO_OPEN; at += 1) expect(await site.search()).toMatchObject(DOWN)
  expect(await site.search()).toMatchObject({ engine: 'meilisearch', degraded: [] })
})

test('hostile words are met or not, and never turn the engine off', async () => {
  const site = await filled()
  for (const words of [...HOSTILE_QUERIES, '"', '\\', '-suveja', '"suveja', 'suveja OR 1=1', '\u0000', 'š'.repeat(10_000)]) {
    expect((await site.search({ words })).engine).toBe('meilisearch')
  }
  for (const value of ['"', '\\', '\\"', '" OR visibility = closed', "'", '\n', '\u0000']) {
    const hits = await site.search({ municipality: value, occupations: [value], groups: [value] })
    expect(hits).toMatchObject({ engine: 'meilisearch', total: 0 })
  }
})

test('a synonym rule reaches the server as settings, without the documents', async () => {
  const site = await filled()
  await site.rule({ from: ['drebnieks'], to: ['suveja'], twoWay: false })
  await site.worker.workOff()
  expect(site.control.log().filter(({ method, path }) => method === 'POST' && path.endsWith('/documents'))).toEqual([])
  expect(await site.search({ words: 'drēbnieks' })).toMatchObject({ engine: 'meilisearch', degraded: [], total: 1 })
  expect(await site.differences()).toMatchObject(SAME)
})
