// Filters, counts, order and pages of the embedded index against a brute-force reading of the rules.
import { describe, expect, test } from 'vitest'
import { stancesOf } from '#app/domain/vacancies/acceptance.ts'
import { distanceKm } from '#app/domain/places/coordinates.ts'
import type { VacancyQuery } from '#search/index/port.ts'
import { testApp, type TestApp } from '#tests/support/app.ts'
import { anEmployer, aVacancyRow } from '#tests/support/rows.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'

const LIEPAJA = { lat: 56.51, lon: 21.01 }
const OCCUPATIONS = ['7522', '4321', '7212']
const PLACES = [
  { municipality: 'liepaja', place: 'Liepāja', ...LIEPAJA },
  { municipality: 'dienvidkurzeme', place: 'Grobiņa', lat: 56.54, lon: 21.17 },
  { municipality: 'kuldiga', place: 'Kuldīga', lat: 56.97, lon: 21.97 },
  { municipality: null, place: '', lat: null, lon: null },
]
const SHIFTS = [['day'], ['night', 'rotating'], []] as const
const SUPPORT = [['dormitory'], ['dormitory', 'transport'], ['training'], [], ['transport']] as const

/** Sixty vacancies in which every combination that matters turns up. */
async function sixty(app: TestApp) {
  const { id: employerId } = await anEmployer(app.store)
  const rows = []
  for (let at = 0; at < 60; at += 1) {
    rows.push(
      await aVacancyRow(app.store, {
        employerId,
        title: `Darbinieks ${at}`,
        occupation: OCCUPATIONS[at % 3] ?? null,
        ...PLACES[at % 4],
        shifts: [...(SHIFTS[at % 3] ?? [])],
        supportOffered: [...(SUPPORT[at % 5] ?? [])],
        stances: stancesOf(at % 7 === 0 ? 'case_by_case' : 'not_asked'),
        payFromCents: 80_000,
        payToCents: 90_000 + ((at * 37) % 60) * 1000,
        publishedAt: 1_700_000_000_000 + (at % 11) * 1000,
      }),
    )
  }
  return rows
}
type Row = Awaited<ReturnType<typeof sixty>>[number]

const km = (row: Row) => (row.lat === null || row.lon === null ? Infinity : distanceKm(LIEPAJA, { lat: row.lat ?? 0, lon: row.lon ?? 0 }))

function passes(row: Row, query: VacancyQuery): boolean {
  return (
    (query.near === null || km(row) <= query.near.radiusKm) &&
    (query.municipality === null || row.municipality === query.municipality) &&
    (query.occupations.length === 0 || query.occupations.includes(row.occupation ?? '')) &&
    (query.shifts.length === 0 || row.shifts.some((shift) => query.shifts.includes(shift))) &&
    query.support.every((one) => (row.supportOffered as string[]).includes(one))
  )
}

const NARROWED: [name: string, query: VacancyQuery][] = [
  ['nothing asked', EVERYTHING],
  ['near Liepāja', { ...EVERYTHING, near: { coordinates: LIEPAJA, radiusKm: 25 } }],
  ['one municipality', { ...EVERYTHING, municipality: 'kuldiga' }],
  ['two occupations', { ...EVERYTHING, occupations: ['7522', '4321'] }],
  ['nights', { ...EVERYTHING, shifts: ['night'] }],
  ['dormitory and transport', { ...EVERYTHING, support: ['dormitory', 'transport'] }],
  [
    'everything at once',
    {
      ...EVERYTHING,
      near: { coordinates: LIEPAJA, radiusKm: 90 },
      occupations: ['4321'],
      shifts: ['night', 'day'],
      support: ['dormitory'],
    },
  ],
]

describe.each(NARROWED)('%s', (_name, query) => {
  test('exactly the vacancies that pass every filter are found', async () => {
    const app = await testApp()
    const rows = await sixty(app)
    const hits = await app.index.search({ ...query, pageSize: 100 })
    const expected = rows.filter((row) => passes(row, query)).map((row) => row.id)
    expect(hits.ids.toSorted()).toEqual(expected.toSorted())
    expect(hits.total).toBe(expected.length)
  })

  test('the number beside a choice is the number it brings', async () => {
    const app = await testApp()
    const rows = await sixty(app)
    const { facets } = await app.index.search(query)
    const count = (more: Partial<VacancyQuery>) => rows.filter((row) => passes(row, { ...query, ...more })).length
    expect(OCCUPATIONS.map((code) => facets.occupation[code] ?? 0)).toEqual(OCCUPATIONS.map((code) => count({ occupations: [code] })))
    expect(['liepaja', 'kuldiga'].map((code) => facets.municipality[code] ?? 0)).toEqual(
      ['liepaja', 'kuldiga'].map((municipality) => count({ municipality })),
    )
    expect([facets.shift.day ?? 0, facets.shift.night ?? 0]).toEqual([count({ shifts: ['day'] }), count({ shifts: ['night'] })])
    expect(facets.support.transport ?? 0).toBe(count({ support: [...query.support, 'transport'] }))
  })
})

test('only employers who have said what they accept', async () => {
  const app = await testApp()
  await sixty(app)
  const hits = await app.index.search({ ...EVERYTHING, acceptanceStated: true })
  expect([hits.total, hits.facets.acceptanceStated]).toEqual([9, 9])
})

test('a whole field of work is found by its group', async () => {
  const app = await testApp()
  await sixty(app)
  const hits = await app.index.search({ ...EVERYTHING, groups: ['wood'] })
  expect(hits.total).toBe(20)
  expect(hits.facets.group.wood).toBe(20)
})

test.each(['relevance', 'newest', 'pay', 'distance'] as const)('pages ordered by %s have no gap and repeat nothing', async (sort) => {
  const app = await testApp()
  const rows = await sixty(app)
  const near = { coordinates: LIEPAJA, radiusKm: 500 }
  const pages = await Promise.all(
    [1, 2, 3, 4, 5].map((page) => app.index.search({ ...EVERYTHING, words: 'darbinieks', near, sort, page, pageSize: 10 })),
  )
  const ids = pages.flatMap((page) => page.ids)
  expect(new Set(ids).size).toBe(45)
  expect(ids.toSorted()).toEqual(
    rows
      .filter((row) => row.lat !== null)
      .map((row) => row.id)
      .toSorted(),
  )
})

test('the nearest come first, each with its distance', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { id: 'far', ...PLACES[2] })
  await aVacancyRow(app.store, { id: 'near', ...PLACES[1] })
  const hits = await app.index.search({ ...EVERYTHING, near: { coordinates: LIEPAJA, radiusKm: 100 }, sort: 'distance' })
  expect(hits.ids).toEqual(['near', 'far'])
  expect(hits.distanceKm).toEqual({ near: 10, far: 78 })
})

test('pay by the hour and by the month stand in one order, unstated pay last', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { id: 'month', payToCents: 120_000 })
  await aVacancyRow(app.store, { id: 'hour', payPeriod: 'hour', payFromCents: 700, payToCents: 800, hoursPerWeek: 40 })
  await aVacancyRow(app.store, {
    id: 'unstated',
    source: 'nva',
    sourceId: '1',
    sourceEmployer: 'Izdomāts',
    payFromCents: null,
    payToCents: null,
  })
  const hits = await app.index.search({ ...EVERYTHING, sort: 'pay' })
  expect(hits.ids).toEqual(['hour', 'month', 'unstated'])
})

test('9 euros an hour for full time are found from 1560 a month, and not from a cent more', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { id: 'hour', payPeriod: 'hour', payFromCents: 850, payToCents: 900, hoursPerWeek: 40 })
  expect((await app.index.search({ ...EVERYTHING, payFromCents: 156_000 })).ids).toEqual(['hour'])
  expect((await app.index.search({ ...EVERYTHING, payFromCents: 156_001 })).ids).toEqual([])
})
