// Totals, pages, counts and places of every kind of query: what reading every vacancy gives, exactly.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metresBetween } from '#app/domain/places/coordinates.ts'
import { DAY_MS } from '#app/domain/shared/day.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { searchSynonym } from '#db/schema/index.ts'
import { synonymColumns } from '#db/search/synonyms.ts'
import { NOW } from '#tests/support/app.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { chanceFrom } from '#tests/support/search/corpus/random.ts'
import { CORPUS_NOW, makeCorpus } from '#tests/support/search/corpus/vacancies.ts'
import { putCorpusIn } from '#tests/support/search/corpus/into-store.ts'
import type { SearchEngine } from '../engine.ts'
import { arbitraryLooseQuery, arbitraryQuery, populate } from '../population.ts'
import { EVERYTHING } from '../pages.ts'
import type { Twin } from '../oracle.ts'
import { expectAlike, expectRight, standWith, type Compared } from './stand.ts'

const SEED = 4

export function describeChance(engine: SearchEngine, asked: number): void {
  describe('queries made by chance', () => {
    const stand = standWith(engine, (store) => populate(store, chanceFrom(SEED), 300))

    test('are answered as by reading every vacancy', { timeout: 120_000 }, async () => {
      const compared: Compared[] = []
      for (const arbitrary of [arbitraryQuery, arbitraryLooseQuery])
        await fc.assert(
          fc.asyncProperty(arbitrary, async (query) => {
            compared.push(await expectRight(stand(), query))
          }),
          { numRuns: asked / 2, seed: SEED, examples: [[{ ...EVERYTHING, payFromCents: -1 }]] },
        )
      expect(compared.filter(({ total }) => total > 0).length).toBeGreaterThan(asked / 4)
      expectAlike(compared)
    })
  })
}

/** Engines do not agree on the size of the Earth: about this radius, where no vacancy is on the edge of it. */
function clearRadiusKm(twin: Twin, coordinates: Coordinates, aboutKm: number): number {
  const kilometres = twin
    .flatMap((one) => (one.coordinates ? [metresBetween(coordinates, one.coordinates) / 1000] : []))
    .sort((a, b) => a - b)
  const gaps = kilometres.flatMap((km, at) => {
    const next = kilometres[at + 1] ?? km * 2
    return next > km * 1.01 ? [(km + next) / 2] : []
  })
  return gaps.sort((a, b) => Math.abs(a - aboutKm) - Math.abs(b - aboutKm))[0] ?? aboutKm
}

const RIGA = { lat: 56.95, lon: 24.11 }
const LIEPAJA = { lat: 56.51, lon: 21.01 }

function choicesIn(twin: Twin) {
  const around = (coordinates: Coordinates, aboutKm: number) => ({ coordinates, radiusKm: clearRadiusKm(twin, coordinates, aboutKm) })
  return {
    words: ['', '', 'galdnieks', 'metinatajs riga', 'darbs', 'vad', 'бухгалтер', 'programētājs', 'kvzxq pavārs', 'sia'],
    near: [null, null, around(RIGA, 30), around(LIEPAJA, 80)],
    municipality: [null, null, null, 'riga'],
    occupations: [[], [], ['7115'], ['8332', '5120']],
    groups: [[], [], [], ['construction', 'transport']],
    shifts: [[], ['night'], ['day', 'evening']],
    contracts: [[], [], ['permanent'], ['fixed_term', 'seasonal']],
    support: [[], [], ['mentor'], ['mentor', 'training']],
    payFromCents: [null, null, 150_000],
    latvianUpTo: [null, null, 'A2'],
    acceptanceStated: [false, false, true],
    accepts: [[], [], [], ['property']],
    publishedSince: [null, null, CORPUS_NOW - 20 * DAY_MS],
    sort: ['relevance', 'newest', 'pay', 'distance'],
    page: [1, 1, 2],
  }
}

export function describeFilters(engine: SearchEngine, vacancies: number, combinations: number): void {
  describe('filters, counts and places together', () => {
    const stand = standWith(engine, (store) => putCorpusIn(store, makeCorpus(vacancies)), CORPUS_NOW)

    test('are answered as by reading every vacancy', { timeout: 120_000 }, async () => {
      const chance = chanceFrom(SEED)
      const choices = Object.entries(choicesIn(stand().twin))
      const compared: Compared[] = []
      for (let nth = 0; nth < combinations; nth += 1) {
        const chosen = Object.fromEntries(
          choices.map(([name, values]) => [name, chance.next() < 0.5 ? values[0] : chance.pick<unknown>(values)]),
        )
        const query = { ...EVERYTHING, ...chosen }
        compared.push(await expectRight(stand(), query))
      }
      expect(compared.filter(({ total }) => total > 0).length).toBeGreaterThan(combinations / 3)
      expectAlike(compared)
    })
  })
}

export function describeSynonyms(engine: SearchEngine): void {
  describe('words that stand for others', () => {
    const stand = standWith(engine, async (store) => {
      for (const title of ['Autovadītājs', 'Šoferis', 'Galdnieks']) await aVacancyRow(store, { title, occupation: null })
      await store.write(async (tx) => {
        const rule = { id: 'driver', ...synonymColumns({ from: ['šoferis'], to: ['autovadītājs'], twoWay: true }), updatedAt: NOW }
        await tx.insert(searchSynonym).values(rule)
        await recordChange(tx, 'search_synonym', rule.id)
      })
    })

    test.each([
      ['šoferis', 'none'],
      ['autovadītājam', 'none'],
      ['šofreris', 'typos'],
      ['autovadtājs', 'typos'],
    ])('"%s" finds both, with a typing error and without', async (words, relaxed) => {
      const { index } = stand()
      expect(await index.search({ ...EVERYTHING, words })).toMatchObject({ total: 2, relaxed, engine: engine.name })
    })
  })
}
