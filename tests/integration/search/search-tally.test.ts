// Searches are counted in memory by every node and written by it: never who, never filters, nothing lost when the database is away for a moment.
import { describe, expect, test } from 'vitest'
import { startJobs } from '#app/process/background-jobs.ts'
import { MOST_A_DAY, openSearchTally, type Noted } from '#app/process/search-tally.ts'
import { noteAnswer } from '#app/server/search/note-answer.ts'
import { searchLog } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { EVERY_VACANCY, type VacancyHits, type VacancyQuery } from '#search/index/port.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { secondStore, testStore } from '#tests/support/database.ts'

const nothing = (query: string): Noted => ({ query, engine: 'embedded', outcome: 'nothing', tookMs: 1.25 })
const rows = (store: Store) => store.read((db) => db.select().from(searchLog).orderBy(searchLog.query, searchLog.outcome))

describe('the tally', () => {
  test('writes only when it is told to, adds up what is the same, and starts from zero again', async () => {
    const store = await testStore()
    const tally = openSearchTally()
    for (const query of ['Pavārs', ' pavārs ', 'pavārs 26123456', '26123456']) tally.note(nothing(query))
    tally.note({ ...nothing('pavārs'), outcome: 'found' })
    expect(await rows(store)).toEqual([])

    await tally.flush(store, NOW)
    await tally.flush(store, NOW)

    expect((await rows(store)).map(({ query, outcome, times, tookMs }) => [query, outcome, times, tookMs])).toEqual([
      ['pavārs', 'found', 1, 1],
      ['pavārs', 'nothing', 3, 4],
    ])
  })

  test('keeps what could not be written for the next time', async () => {
    const store = await testStore()
    const down: Store = { ...store, write: () => Promise.reject(new Error('the database is away')) }
    const tally = openSearchTally()
    tally.note(nothing('pavārs'))
    const failing = tally.flush(down, NOW)
    tally.note(nothing('pavārs'))
    await expect(failing).rejects.toThrow('away')

    await tally.flush(store, NOW)

    expect(await rows(store)).toMatchObject([{ query: 'pavārs', times: 2 }])
  })

  test('is not filled by somebody who makes up words: known ones go on being counted', async () => {
    const store = await testStore()
    const tally = openSearchTally()
    tally.note(nothing('pavārs'))
    const word = (nth: number) => `x${Array.from(String(nth), (digit) => String.fromCharCode(97 + Number(digit))).join('')}`
    for (let nth = 0; nth < 3 * MOST_A_DAY; nth += 1) {
      tally.note(nothing(word(nth)))
      if (nth % 900 === 0) await tally.flush(store, NOW)
    }
    tally.note(nothing('pavārs'))
    await tally.flush(store, NOW)
    const day = await rows(store)
    expect(day).toHaveLength(MOST_A_DAY)
    expect(day.find(({ query }) => query === 'pavārs')?.times).toBe(2)

    tally.note(nothing('nākamā diena'))
    await tally.flush(store, NOW + 86_400_000)
    tally.note(nothing('nākamā diena'))
    await tally.flush(store, NOW + 86_400_000)
    expect((await rows(store)).find(({ query }) => query === 'nākamā diena')?.times).toBe(1)
  })
})

describe('of the answers given', () => {
  const QUERY: VacancyQuery = { ...EVERY_VACANCY, words: 'pavārs' }
  const HITS: Pick<VacancyHits, 'total' | 'relaxed' | 'engine' | 'degraded'> = {
    total: 0,
    relaxed: 'none',
    engine: 'embedded',
    degraded: [],
  }

  async function notedFrom(query: Partial<VacancyQuery>, hits: Partial<VacancyHits> = {}): Promise<string[]> {
    const store = await testStore()
    const tally = openSearchTally()
    noteAnswer(tally, { ...QUERY, ...query }, { ...HITS, ...hits } as VacancyHits, { tookMs: 1, by: '192.0.2.1' })
    await tally.flush(store, NOW)
    return (await rows(store)).map((row) => `${row.query} ${row.engine} ${row.outcome}`)
  }

  test('the first page of a search for words is noted with how it went', async () => {
    expect(await notedFrom({})).toEqual(['pavārs embedded nothing'])
    expect(await notedFrom({}, { total: 3, relaxed: 'some_words', engine: 'meilisearch' })).toEqual(['pavārs meilisearch relaxed'])
    expect(await notedFrom({ sort: 'newest' }, { total: 3, relaxed: 'typos' })).toEqual(['pavārs embedded found'])
  })

  test.each([
    ['a later page', { page: 2 }],
    ['without words', { words: ' ' }],
    ['with a place', { municipality: 'saldus' }],
    ['around a place', { near: { coordinates: { lat: 56, lon: 21 }, radiusKm: 10 } }],
    ['with an occupation', { occupations: ['5120'] }],
    ['with pay', { payFromCents: 100 }],
    ['with what is accepted', { acceptanceStated: true }],
    ['by staff', { visibilities: ['public', 'closed'] }],
    ['by a caseworker for a family', { accepts: ['property'] }],
  ] satisfies [string, Partial<VacancyQuery>][])('one is not: %s', async (_which, query) => {
    expect(await notedFrom(query)).toEqual([])
  })

  test('somebody who searches for the same again and again is counted once, and another person besides', async () => {
    const store = await testStore()
    const tally = openSearchTally()
    for (const by of ['192.0.2.1', '192.0.2.1', '192.0.2.2']) noteAnswer(tally, QUERY, HITS as VacancyHits, { tookMs: 1, by })
    await tally.flush(store, NOW)
    expect(await rows(store)).toMatchObject([{ query: 'pavārs', times: 2 }])
  })

  test('one that was cut short is not', async () => {
    expect(await notedFrom({}, { degraded: ['partial'] })).toEqual([])
  })
})

test('a node writes what it counted when it stops, and each node its own', async () => {
  const app = await testApp()
  const other = await testApp({ store: await secondStore(app.store) })
  const stops = [startJobs(app), startJobs(other)]
  app.tally.note(nothing('pavārs'))
  other.tally.note(nothing('pavārs'))

  await Promise.all(stops.map((stop) => stop()))

  expect(await rows(app.store)).toMatchObject([{ query: 'pavārs', times: 2 }])
})
