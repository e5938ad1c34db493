// The open API: the shape it promises, and that nothing in an address makes it fail.
import { describe, expect, test } from 'vitest'
import { stancesOf } from '#app/domain/acceptance.ts'
import { IndexDown } from '#search/index/port.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { anEmployer, aVacancyRow } from '#tests/support/rows.ts'
import { apiAnswer, searched } from '#tests/support/search.ts'

const DAY = 86_400_000

test('another site reads a vacancy in the promised shape and no more', async () => {
  const app = await testApp()
  const { id: employerId } = await anEmployer(app.store, { name: 'SIA "Izdomātais Kokzāģis"' })
  await aVacancyRow(app.store, { id: 'v1', employerId, title: 'Galdnieks', occupation: '7522' })
  const { status, headers, body } = await apiAnswer(app, '?q=galdnieks&near=Liepājā&radiusKm=10')
  expect(status).toBe(200)
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(Object.keys(body).toSorted()).toEqual(['facets', 'items', 'page', 'pageSize', 'total'])
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

test('a place nobody knows is said, since the answer is then of the whole country', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { id: 'v1' })
  const { body } = await apiAnswer(app, '?near=Nekurzeme')
  expect(body).toMatchObject({ total: 1, unknownPlace: true })
})
