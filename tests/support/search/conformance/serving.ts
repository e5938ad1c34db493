// An index that answers while it is rebuilt, while changes come in, and while the store is slow: it says how far it has come, and never more.
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Store } from '#db/store/store.ts'
import type { VacancyQuery } from '#search/index/port.ts'
import { NOW } from '#tests/support/app.ts'
import { testStore } from '#tests/support/database.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { chanceFrom } from '#tests/support/search/corpus/random.ts'
import type { SearchEngine } from '../engine.ts'
import { populate } from '../population.ts'
import { twinOf } from '../oracle.ts'
import { EVERYTHING } from '../pages.ts'
import { expectRight } from './stand.ts'

const ALL: VacancyQuery = { ...EVERYTHING, sort: 'newest', pageSize: 10_000, visibilities: ['public', 'closed'] }

const aWedge = (store: Store, nth: number) =>
  aVacancyRow(store, {
    id: `wedge${String(nth)}`,
    source: 'nva',
    sourceId: String(nth),
    sourceEmployer: 'SIA "Izdomātais"',
    title: `Ķīlis ${String(nth)}`,
  })

export function describeServing(engine: SearchEngine): void {
  describe('while it answers', () => {
    test('it is rebuilt, and changes come in: nothing is missing meanwhile', { timeout: 120_000 }, async () => {
      const store = await testStore()
      const clock = { now: NOW }
      await populate(store, chanceFrom(20), 300)
      const open = await engine.open(store, clock, onTestFinished)
      await open.settle()
      const before = (await open.index.search(ALL)).ids
      let under = true
      let searched = 0
      let missing = 0
      async function traffic(query: VacancyQuery, expected: readonly string[]): Promise<void> {
        while (under) {
          const { ids } = await open.index.search(query)
          searched += 1
          const found = new Set(ids)
          missing += expected.filter((id) => !found.has(id)).length
        }
      }
      const met = (await open.index.search({ ...ALL, words: 'vadītājs' })).ids
      const searches = [traffic(ALL, before), traffic({ ...ALL, words: 'vadītājs' }, met)]
      for (let round = 0; round < 3; round += 1) {
        const building = open.rebuild()
        for (let nth = 0; nth < 5; nth += 1) await aWedge(store, round * 5 + nth)
        await building
      }
      under = false
      await Promise.all(searches)
      expect(missing).toBe(0)
      expect(searched).toBeGreaterThan(4)
      await open.settle()
      const stand = { ...open, engine, store, clock, twin: await twinOf(store) }
      await expectRight(stand, ALL)
      expect(await expectRight(stand, { ...EVERYTHING, words: 'ķīlis' })).toMatchObject({ total: 15 })
    })
  })
}
