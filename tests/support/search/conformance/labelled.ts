// The labelled queries, and others that nobody has looked at, over made vacancies.
import { beforeAll, describe, expect, test } from 'vitest'
import { makeHeldOut } from '#tests/support/search/corpus/held-out.ts'
import { corpusId, putCorpusIn } from '#tests/support/search/corpus/into-store.ts'
import { openJudge, type Judge, type Meant } from '#tests/support/search/corpus/judging.ts'
import { LABELLED } from '#tests/support/search/corpus/labelled.ts'
import { CORPUS_NOW, makeCorpus, type CorpusVacancy } from '#tests/support/search/corpus/vacancies.ts'
import type { SearchEngine } from '../engine.ts'
import { EVERYTHING } from '../pages.ts'
import { twinAnswer } from '../oracle.ts'
import { SHARED, standWith, type Stand } from './stand.ts'

type Asked = Meant & { words: string }

async function answersTo({ index }: Stand, judge: Judge, queries: readonly Asked[]) {
  const unsolved: string[] = []
  const empty: string[] = []
  for (const query of queries) {
    const { ids, total } = await index.search({ ...EVERYTHING, words: query.words, pageSize: 10 })
    if (total === 0) empty.push(query.words)
    if (!judge.isSolved(query, ids)) unsolved.push(query.words)
  }
  return { unsolved, empty }
}

/** One of 300: агроонмов, since Snowball takes -ом off агрономов, and what is left is two typing errors away. */
const MOST_EMPTY = 0.005
/** Reading every vacancy takes its time. */
const COMPARED = 4

export function describeLabelled(engine: SearchEngine, vacancies: number, heldOut: number): void {
  describe('words as people type them', () => {
    const corpus: CorpusVacancy[] = []
    let judge: Judge
    beforeAll(() => {
      corpus.push(...makeCorpus(vacancies))
      judge = openJudge(corpus.map((one) => [corpusId(one.nth), one] as const))
    }, 60_000)
    const stand = standWith(engine, (store) => putCorpusIn(store, corpus), CORPUS_NOW)

    test('the labelled queries are solved', { timeout: 60_000 }, async () => {
      const answerable = LABELLED.filter((query) => judge.rightOnes(query) > 0)
      const { unsolved, empty } = await answersTo(stand(), judge, answerable)
      // The rarest occupations have no vacancy among so few.
      expect(answerable.length).toBeGreaterThan(55)
      expect(empty).toEqual([])
      expect(unsolved.length, unsolved.join(', ')).toBeLessThanOrEqual(engine.unsolved.labelled)
    })

    test('the first ten are those of reading every vacancy, or nearly', { timeout: 120_000 }, async () => {
      const { index, understand, twin, clock } = stand()
      const shared: number[] = []
      for (const { words } of LABELLED.filter((_, at) => at % COMPARED === 0)) {
        const query = { ...EVERYTHING, words, pageSize: 10 }
        const { ids } = await index.search(query)
        const right = twinAnswer(twin, query, understand(words), clock.now).ids
        if (engine.exactOrder) expect([words, ids]).toEqual([words, right])
        shared.push(ids.filter((id) => right.includes(id)).length / Math.max(1, right.length))
      }
      expect(shared.reduce((sum, one) => sum + one, 0) / shared.length).toBeGreaterThanOrEqual(SHARED)
    })

    test('so are nearly all that were made by chance', { timeout: 120_000 }, async () => {
      const queries = makeHeldOut(heldOut, (query) => judge.rightOnes(query) > 0)
      const { unsolved, empty } = await answersTo(stand(), judge, queries)
      expect(empty.length / heldOut).toBeLessThanOrEqual(MOST_EMPTY)
      expect(unsolved.length / heldOut, unsolved.join(', ')).toBeLessThanOrEqual(engine.unsolved.heldOut)
    })
  })
}
