// Pages: put together they are the whole answer, each vacancy once, whatever the order, however many stand at the same place in it.
import { describe, expect, test } from 'vitest'
import type { VacancyQuery } from '#search/index/port.ts'
import { NOW } from '#tests/support/app.ts'
import { chanceFrom } from '#tests/support/search/corpus/random.ts'
import type { SearchEngine } from '../engine.ts'
import { populate } from '../population.ts'
import { EVERYTHING } from '../pages.ts'
import { standWith, type Stand } from './stand.ts'

const NEAR = { coordinates: { lat: 56.51, lon: 21.01 }, radiusKm: 400 }
const QUERIES: [name: string, query: VacancyQuery][] = [
  ['everything, newest first', { ...EVERYTHING, sort: 'newest', visibilities: ['public', 'closed'] }],
  ['everything, best paid first', { ...EVERYTHING, sort: 'pay' }],
  ['everything, nearest first', { ...EVERYTHING, sort: 'distance', near: NEAR }],
  ['a word, the best first', { ...EVERYTHING, words: 'vadītājs' }],
  ['a beginning, the best first, of some kinds', { ...EVERYTHING, words: 'va', shifts: ['day', 'night', 'evening'] }],
  ['words that nothing has all of', { ...EVERYTHING, words: 'kvzxq telpa' }],
]

async function allPages({ index }: Stand, query: VacancyQuery, pageSize: number): Promise<string[]> {
  const ids: string[] = []
  for (let page = 1; ; page += 1) {
    const answer = await index.search({ ...query, page, pageSize })
    ids.push(...answer.ids)
    if (answer.ids.length < pageSize) return ids
  }
}

export function describePaging(engine: SearchEngine, sizes: readonly number[]): void {
  describe('pages', () => {
    const stand = standWith(engine, (store) => populate(store, chanceFrom(8), 150), NOW)

    test.each(QUERIES)('%s: without a gap, without one twice', { timeout: 60_000 }, async (_, query) => {
      const { ids, total } = await stand().index.search({ ...query, pageSize: 1000 })
      expect(ids).toHaveLength(total)
      expect(total).toBeGreaterThan(7)
      expect(new Set(ids).size).toBe(total)
      for (const size of sizes) expect(await allPages(stand(), query, size)).toEqual(ids)
    })

    test('one past the end is empty, and says how many there are', async () => {
      const first = await stand().index.search(EVERYTHING)
      for (const page of [Math.ceil(first.total / 20) + 1, 1_000_000_000]) {
        const { ids, total, facets } = await stand().index.search({ ...EVERYTHING, page })
        expect({ ids, total, facets }).toEqual({ ids: [], total: first.total, facets: first.facets })
      }
    })
  })
}
