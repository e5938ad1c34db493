// The open API: the shape it promises, and that nothing in an address makes it fail.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { stancesOf } from '#app/domain/vacancies/acceptance.ts'
import { vacancy } from '#db/schema/index.ts'
import { IndexDown } from '#search/index/port.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { anEmployer, aVacancyRow } from '#tests/support/rows.ts'
import { apiAnswer, searched } from '#tests/support/search/pages.ts'

const DAY = 86_400_000

test('another site reads a vacancy in the promised shape and no more', async () => {
  const app = await testApp()
  const { id: employerId } = await anEmployer(app.store, { name: 'SIA "Izdomātais Kokzāģis"' })
  await aVacancyRow(app.store, { id: 'v1', employerId, title: 'Galdnieks', occupation: '7522' })
  const { status, headers, body } = await apiAnswer(app, '?q=galdnieks&near=Liepājā&radiusKm=10')
  expect(status).toBe(200)
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(Object.keys(body).toSorted()).toEqual([
    ...['asOf', 'corrected', 'degraded', 'engine', 'facets', 'items', 'left', 'page', 'pageSize', 'relaxed', 'total'],
  ])
  expect(Object.keys(body.facets).toSorted()).toEqual([
    ...['acceptanceStated', 'contract', 'group', 'latvian', 'municipality', 'occupation', 'shift', 'support'],
  ])
  expect(body.items).toEqual([
    {
      id: 'v1',
      title: 'Galdnieks',
      employer: 'SIA "Izdomātais Kokzāģis"',
      place: 'Liepāja',
      municipality: 'Liepāja',
      distanceKm: 0,
      payFromCents: 90_000,
      payToCents: 120_000,
      payPeriod: 'month',
      occupation: '7522',
      acceptanceStated: true,
      acceptance: { of: 12, accepted: 0, withConditions: 0, caseByCase: 12 },
      publishedAt: new Date(NOW - DAY).toISOString(),
      url: 'http://tilts.test/vacancies/v1',
      source: null,
    },
  ])
})

test('an imported vacancy names the register it came from', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { source: 'nva', sourceId: '9000001', sourceEmployer: 'Izdomāts', stances: stancesOf('not_asked') })
  const { body } = await apiAnswer(app, '')
  expect(body.items[0]).toMatchObject({
    acceptanceStated: false,
    source: { name: 'NVA CV un vakanču portāls', id: '9000001', url: 'https://cvvp.nva.gov.lv/#/pub/vakances/9000001' },
  })
})

test('a page holds a hundred at most', async () => {
  const app = await testApp()
  expect((await apiAnswer(app, '?pageSize=5000')).body.pageSize).toBe(100)
})

const HOSTILE = [
  `?q=${'a'.repeat(10_000)}`,
  `?q=${encodeURIComponent('\0\u202e"\'*~(')}`,
  `?q=${encodeURIComponent('🙂 ')}`,
  `?q=${'ab+'.repeat(3000)}`,
  '?near=Liepāja&radiusKm=NaN',
  '?near=Liepāja&radiusKm=-1',
  '?near=Liepāja&radiusKm=1e99',
  '?near=__proto__&occupation=constructor&group=__proto__',
  '?page=-3&pageSize=0',
  '?page=9999999999999999&pageSize=1.5',
  '?page=a&page=b&sort=drop&stated=maybe&municipality=%00',
  '?q=a&q=b&near=c&near=d',
  '?lat=NaN&lon=Infinity&payFrom=-1&since=1e9&latvian=Z9&accepts=__proto__&contract=constructor',
  `?lat=${'5'.repeat(10_000)}&lon=21&payFrom=${'9'.repeat(10_000)}`,
  '?payFrom=%E2%80%AE1200&since=7%00&latvian=A1%E2%80%AE&accepts=property%27--',
]

describe('whatever an address says', () => {
  test.each(HOSTILE)('the API answers %.60s', async (query) => {
    const app = await testApp()
    await aVacancyRow(app.store)
    const { status, body } = await apiAnswer(app, query)
    expect(status).toBe(200)
    expect(body.pageSize).toBeGreaterThanOrEqual(1)
  })

  test.each(HOSTILE)('the page answers %.60s', async (query) => {
    const app = await testApp()
    await aVacancyRow(app.store)
    expect((await searched(app, `/vacancies${query}`)).status).toBeLessThan(400)
  })
})

test('when the index is down the API says so', async () => {
  const app = await testApp()
  app.index.search = () => Promise.reject(new IndexDown())
  const { status, body } = await apiAnswer(app, '')
  expect(status).toBe(503)
  expect(Object.keys(body)).toEqual(['error'])
})

test('the API says which engine answered, as of when, and what the answer lacks', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { title: 'Metinātājs', occupation: '7212' })
  const { body } = await apiAnswer(app, '?q=metnatajs')
  expect(body).toMatchObject({ engine: 'embedded', degraded: [], relaxed: 'typos', corrected: 'metinātājs', left: [] })
  expect(body.asOf).toBe(new Date(NOW).toISOString())
  const { search } = app.index
  app.index.search = async (query) => ({
    ...(await search(query)),
    engine: 'meilisearch',
    degraded: ['partial', 'behind'],
    asOf: NOW - DAY,
  })
  expect((await apiAnswer(app, '')).body).toMatchObject({
    engine: 'meilisearch',
    degraded: ['partial', 'behind'],
    asOf: new Date(NOW - DAY).toISOString(),
  })
})

test('the API narrows by contract, pay, Latvian and age, and by where somebody is', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { id: 'fits', contract: 'seasonal', payToCents: 150_000 })
  await aVacancyRow(app.store, { id: 'other', contract: 'permanent', payToCents: 150_000 })
  await aVacancyRow(app.store, { id: 'poor', contract: 'seasonal' })
  await aVacancyRow(app.store, { id: 'old', contract: 'seasonal', payToCents: 150_000, publishedAt: NOW - 20 * DAY })
  const ids = async (query: string) => (await apiAnswer(app, query)).body.items.map(({ id }) => id)
  expect(await ids('?contract=seasonal&payFrom=1400&latvian=A1&since=14&lat=56.51&lon=21.01')).toEqual(['fits'])
  expect(await ids('?lat=57.39&lon=21.56')).toEqual([])
})

test('what an employer accepts is no filter of the open API', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { id: 'v1' })
  const { body } = await apiAnswer(app, '?accepts=property')
  expect(body.total).toBe(1)
})

test('a vacancy that has closed since the index took it in is not counted', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { id: 'open' })
  await aVacancyRow(app.store, { id: 'closed' })
  await apiAnswer(app, '')
  await app.store.write((tx) => tx.update(vacancy).set({ state: 'closed' }).where(eq(vacancy.id, 'closed')))
  expect((await apiAnswer(app, '')).body).toMatchObject({ total: 1, items: [{ id: 'open' }] })
})

test('a place nobody knows is said, since the answer is then of the whole country', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { id: 'v1' })
  const { body } = await apiAnswer(app, '?near=Nekurzeme')
  expect(body).toMatchObject({ total: 1, unknownPlace: true })
})
