// Ten thousand changes made by chance, and an index whose process dies again and again while it takes them in: at the end it holds what the store says.
import { describe, expect, onTestFinished, test } from 'vitest'
import fc from 'fast-check'
import { pruneChanges } from '#db/change-feed/changes.ts'
import type { Store } from '#db/store/store.ts'
import { documentParts, revisionOf } from '#search/index/document.ts'
import type { VacancyQuery } from '#search/index/port.ts'
import { NOW } from '#tests/support/app.ts'
import { testStore } from '#tests/support/database.ts'
import { chanceFrom } from '#tests/support/search/corpus/random.ts'
import type { OpenEngine, SearchEngine } from '../engine.ts'
import { openHistory } from '../history.ts'
import { arbitraryLooseQuery } from '../population.ts'
import { twinOf } from '../oracle.ts'
import { expectRight } from './stand.ts'

const SEED = 10_000
const MOST_AT_ONCE = 60
const MOST_STEPS = 12
/** A real server takes in each of some hundreds of batches as a task of its own. */
const LIMIT_MS = process.env['MEILI_URL'] ? 1_200_000 : 240_000

async function revisionsIn(store: Store): Promise<string[]> {
  const lines: string[] = []
  for await (const part of documentParts(store, 'all')) lines.push(...part.map((document) => `${document.id} ${revisionOf(document)}`))
  return lines.sort()
}

const revisionsOf = async (open: OpenEngine) => (await open.revisions()).map(({ id, revision }) => `${id} ${revision}`).sort()

/** Without how the words were understood: an index that took in every change still knows words that stand in no vacancy today. */
async function shownBy({ index }: OpenEngine, query: VacancyQuery) {
  const { ids, total, facets } = await index.search(query)
  return { ids, total, facets }
}

export function describeHistory(engine: SearchEngine, changes: number): void {
  describe(`a history of ${String(changes)} changes`, () => {
    test('ends equal to the store, wherever the process died', { timeout: LIMIT_MS }, async () => {
      const store = await testStore()
      const chance = chanceFrom(SEED)
      const history = await openHistory(store, chance)
      const clock = { now: NOW }
      const mortal = await engine.openMortal(store, clock, onTestFinished)
      let deaths = 0
      for (let done = 0; done < changes;) {
        const now = Math.min(changes - done, 1 + chance.below(MOST_AT_ONCE))
        for (let left = now; left > 0; left -= 10) await history.go(Math.min(left, 10))
        done += now
        if (chance.next() < 0.1) await history.goNowhere()
        // Who died before may find that what it missed is forgotten.
        if (chance.next() < 0.03) await pruneChanges(store, 1)
        if (!(await mortal.takeIn(1 + chance.below(MOST_STEPS)))) continue
        deaths += 1
        if (chance.next() < 0.5) continue
        await mortal.engine().settle()
        expect(await revisionsOf(mortal.engine())).toEqual(await revisionsIn(store))
      }
      expect(deaths).toBeGreaterThan(changes / 200)

      const open = mortal.engine()
      await open.settle()
      expect(await revisionsOf(open)).toEqual(await revisionsIn(store))
      const stand = { ...open, engine, store, clock, twin: await twinOf(store) }
      const queries = fc.sample(arbitraryLooseQuery, { numRuns: 100, seed: SEED })
      const before = []
      for (const query of queries) {
        await expectRight(stand, query)
        before.push(await shownBy(open, query))
      }
      await open.rebuild()
      expect(await revisionsOf(open)).toEqual(await revisionsIn(store))
      for (const [at, query] of queries.entries()) expect(await shownBy(open, query)).toEqual(before[at])
    })
  })
}
