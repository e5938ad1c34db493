// The vacancies and queries that searches are measured with: the same every time, or no two measurements could be compared.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeHeldOut } from '#tests/support/search/corpus/held-out.ts'
import { openJudge } from '#tests/support/search/corpus/judging.ts'
import { LABELLED } from '#tests/support/search/corpus/labelled.ts'
import { makeCorpus } from '#tests/support/search/corpus/vacancies.ts'

const MADE = [...makeCorpus(3000)]
const JUDGE = openJudge(MADE.map((made) => [String(made.nth), made]))

test('the made vacancies are the ones that were measured before', () => {
  const digest = createHash('sha256')
  for (const made of MADE) digest.update(JSON.stringify(made))
  expect(digest.digest('hex').slice(0, 16)).toBe('272cc84bd8f00edd')
})

test('about two of three are Latvian, one in five is Russian, the rest English', () => {
  const share = (language: string) => MADE.filter((made) => made.language === language).length / MADE.length
  expect(share('lv')).toBeCloseTo(0.68, 1)
  expect(share('ru')).toBeCloseTo(0.2, 1)
  expect(share('en')).toBeCloseTo(0.12, 1)
})

test('the queries nobody has looked at are always the same, and each has an answer', () => {
  const queries = makeHeldOut(600, (query) => JUDGE.rightOnes(query) > 0)
  expect(makeHeldOut(600, (query) => JUDGE.rightOnes(query) > 0)).toEqual(queries)
  expect(queries.every((query) => JUDGE.rightOnes(query) > 0)).toBe(true)
  expect(queries.filter(({ town }) => town !== null).length / queries.length).toBeCloseTo(0.2, 1)
})

test('an answer is right when half of the first ten are, or half of all there are', () => {
  const query = LABELLED.find((one) => one.town === null && JUDGE.rightOnes(one) > 10)
  if (!query) throw new Error('No query has so many right answers')
  const right = MADE.filter(({ occupation, language }) => query.occupations.includes(occupation) && language === query.language).map(
    ({ nth }) => String(nth),
  )
  const wrong = MADE.filter(({ occupation }) => !query.occupations.includes(occupation)).map(({ nth }) => String(nth))
  expect(JUDGE.rightOnes(query)).toBe(right.length)
  expect(JUDGE.isSolved(query, [...right.slice(0, 5), ...wrong.slice(0, 5)])).toBe(true)
  expect(JUDGE.isSolved(query, [...right.slice(0, 4), ...wrong.slice(0, 6), ...right.slice(4)])).toBe(false)
  expect(JUDGE.isSolved(query, [])).toBe(false)
})
