// The notices of a search's answer: corrections, why a line is there, and what it lacks.
import { inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { vacancy } from '#db/schema/index.ts'
import type { VacancyHits } from '#search/index/port.ts'
import { NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { searched } from '#tests/support/search/pages.ts'

const HOUR = 3_600_000

async function answerTo(app: TestApp, address: string) {
  const { page } = await searched(app, address)
  if (!page.answer) throw new Error('The index is down')
  return page.answer
}

/** An index whose answers differ so from the true ones. */
function answering(app: TestApp, more: Partial<VacancyHits>): void {
  const { search } = app.index
  app.index.search = async (query) => ({ ...(await search(query)), ...more })
}

const words = (pieces: readonly { text: string; marked: boolean }[]) => pieces.filter(({ marked }) => marked).map(({ text }) => text)

describe('how the words were taken', () => {
  test('a typing error is corrected, and the right words can be searched for', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Metinātājs', occupation: '7212' })
    expect(await answerTo(app, '/vacancies?q=metnatajs')).toMatchObject({ relaxed: 'typos', corrected: 'metinātājs', left: [] })
    expect(await answerTo(app, '/vacancies?q=metinātājs')).toMatchObject({ relaxed: 'none', corrected: null, left: [] })
  })

  test('words that no vacancy has together with the rest are named as they were typed', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Metinātājs', occupation: '7212' })
    expect(await answerTo(app, '/vacancies?q=metinātājs+helikopterā')).toMatchObject({ relaxed: 'some_words', left: ['helikopterā'] })
  })
})

describe('why a line is there', () => {
  test('the word is marked in the title, in whatever case it stands', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { id: 'v1', title: 'Pieredzējusi šuvēja (Liepājā)', occupation: '7533' })
    const { marks } = await answerTo(app, '/vacancies?q=suvejam')
    expect(words(marks.v1?.title ?? [])).toEqual(['šuvēja'])
    expect(marks.v1?.title.map(({ text }) => text).join('')).toBe('Pieredzējusi šuvēja (Liepājā)')
    expect(marks.v1?.why).toBeNull()
  })

  test('where only the description met, its part is shown', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { id: 'v1', title: 'Palīgs', occupation: '4321', description: 'Te jākrauj kastes un maisi.' })
    const { marks } = await answerTo(app, '/vacancies?q=kaste')
    expect(marks.v1?.why?.kind).toBe('text')
    expect(words(marks.v1?.why?.pieces ?? [])).toEqual(['kastes'])
  })

  test('where only the occupation met, the occupation is said', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { id: 'v1', title: 'Palīgs būvē', occupation: '7112', description: 'Darbs brigādē.' })
    expect((await answerTo(app, '/vacancies?q=каменщиком')).marks.v1?.why).toEqual({ kind: 'occupation', isco: '7112' })
  })

  test('where the place met, it is said already', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { id: 'v1', description: 'Darbs Liepājā.' })
    expect((await answerTo(app, '/vacancies?q=liepaja')).marks.v1?.why).toBeNull()
  })

  test('without words nothing is marked', async () => {
    const app = await testApp()
    await aVacancyRow(app.store)
    expect((await answerTo(app, '/vacancies?shift=day')).marks).toEqual({})
  })
})

describe('vacancies that have closed since the index took them in', () => {
  async function withClosed(closed: readonly string[]) {
    const app = await testApp()
    for (const id of ['v1', 'v2', 'v3']) await aVacancyRow(app.store, { id, title: 'Krāvējs' })
    await answerTo(app, '/vacancies')
    await app.store.write((tx) =>
      tx
        .update(vacancy)
        .set({ state: 'closed' })
        .where(inArray(vacancy.id, [...closed])),
    )
    return app
  }

  test('are not counted, and the page says why it is shorter', async () => {
    const app = await withClosed(['v2'])
    const answer = await answerTo(app, '/vacancies?q=kravejs')
    expect(answer).toMatchObject({ total: 2, gone: 1 })
    expect(answer.lines.map(({ id }) => id).toSorted()).toEqual(['v1', 'v3'])
    expect(Object.keys(answer.marks).toSorted()).toEqual(['v1', 'v3'])
  })

  test('leave a page that says so when they were all there was', async () => {
    const app = await withClosed(['v1', 'v2', 'v3'])
    expect(await answerTo(app, '/vacancies')).toMatchObject({ total: 0, gone: 3, lines: [] })
  })
})

describe('what an answer lacks', () => {
  test('nothing, usually', async () => {
    const app = await testApp()
    await aVacancyRow(app.store)
    expect(await answerTo(app, '/vacancies')).toMatchObject({ shortcomings: [], gone: 0 })
  })

  test('is said each by itself, with the hour the index stands at', async () => {
    const app = await testApp()
    await aVacancyRow(app.store)
    answering(app, { degraded: ['engine_down', 'partial', 'behind'], asOf: NOW - HOUR })
    expect((await answerTo(app, '/vacancies')).shortcomings).toEqual([
      { kind: 'engine_down' },
      { kind: 'partial' },
      { kind: 'behind', asOf: NOW - HOUR, today: true },
    ])
  })

  test('with the day as well when that was another day', async () => {
    const app = await testApp()
    await aVacancyRow(app.store)
    answering(app, { degraded: ['behind'], asOf: NOW - 24 * HOUR })
    expect((await answerTo(app, '/vacancies')).shortcomings).toEqual([{ kind: 'behind', asOf: NOW - 24 * HOUR, today: false }])
  })
})

describe('the tally of searches', () => {
  async function noted(addresses: readonly string[]) {
    const notes: object[] = []
    const app = await testApp({ tally: { note: (search) => notes.push(search), flush: () => Promise.resolve() } })
    for (const id of ['v1', 'v2']) await aVacancyRow(app.store, { id, title: 'Metinātājs', occupation: '7212' })
    for (const address of addresses) await searched(app, address)
    return notes
  }
  const note = (query: string, outcome: string) => ({
    query,
    outcome,
    engine: 'embedded',
    tookMs: expect.any(Number) as number,
    by: '192.0.2.1',
  })

  test('hears what words came to, and from which address, so that the same is counted once', async () => {
    expect(await noted(['/vacancies?q=metinātājs', '/vacancies?q=metinātājs+helikopterā', '/vacancies?q=astronauts'])).toEqual([
      note('metinātājs', 'found'),
      note('metinātājs helikopterā', 'relaxed'),
      note('astronauts', 'nothing'),
    ])
  })

  test('hears nothing of where somebody is, nor of what was searched for without words', async () => {
    expect(await noted(['/vacancies?q=metinātājs&lat=56.51&lon=21.01', '/vacancies', '/vacancies?shift=day'])).toEqual([])
  })

  test('hears of a search once, not again at each page', async () => {
    expect(await noted([1, 2].map((page) => `/vacancies?q=metinātājs&pageSize=1&page=${page}`))).toHaveLength(1)
  })
})
