// Words that mean the same meet, however they are typed.
import { describe, expect, test } from 'vitest'
import { queryStems, stemsOf } from '#search/index/analysis.ts'

describe('a person who types without marks and in another case', () => {
  test.each([
    ['suvejam liepaja', 'Šuvēja, Liepājā'],
    ['galdniekus kuldiga', 'Galdnieks Kuldīgā'],
    ['NOLIKTAVAS darbinieka', 'noliktavu darbinieki'],
    ['vaditajai', 'vadītājs'],
    ['metinataja ventspili', 'Metinātājs, Ventspilī'],
    ['zivju apstradatajs', 'zivs apstrādātājiem'],
    ['плотников', 'плотник'],
    ['уборщицу', 'Уборщица'],
    ['welders', 'Welder'],
  ])('%s meets %s', (typed, written) => {
    expect(stemsOf(typed)).toEqual(stemsOf(written))
  })
})

test.each([
  ['kase', 'kasieris'],
  ['pavārs', 'pavasaris'],
  ['mežs', 'mežģīne'],
])('%s does not meet %s', (one, other) => {
  expect(stemsOf(one)).not.toEqual(stemsOf(other))
})

test('words said of every job choose none', () => {
  expect(queryStems('meklēju darbu noliktavā')).toEqual(['noliktav'])
  expect(queryStems('работа')).toEqual([])
})

test('ten thousand letters, a NUL and punctuation are a short question', () => {
  expect(queryStems('x'.repeat(10_000))).toEqual(['x'.repeat(40)])
  expect(queryStems('\0 ... "(" - * ~')).toEqual([])
  expect(queryStems(Array.from({ length: 300 }, (_, at) => `w${at}`).join(' '))).toHaveLength(12)
})
