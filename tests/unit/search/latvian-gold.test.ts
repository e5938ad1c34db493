// The Latvian stemmer against a spelling dictionary of 36,000 nouns and 5,000 adjectives: forms meet their word, and words stay apart.
import { beforeAll, describe, expect, test } from 'vitest'
import { stemsOf } from '#search/index/analysis/analysis.ts'
import { formsOf, readDictionary, type Dictionary, type DictionaryWord } from '#tests/support/search/hunspell.ts'

/** As people type without a Latvian keyboard. */
const PLAIN: Record<string, string> = { ā: 'a', č: 'c', ē: 'e', ģ: 'g', ī: 'i', ķ: 'k', ļ: 'l', ņ: 'n', š: 's', ū: 'u', ž: 'z' }
const withoutMarks = (text: string) => text.replace(/[āčēģīķļņšūž]/g, (letter) => PLAIN[letter] ?? letter)
const asWritten = (text: string) => text

/** A call to somebody (vokatīvs) is in no advert, and a diminutive is a word of its own. */
const isCallOrDiminutive = (meaning: string) => /^..v$|^.d.$/.test(meaning)

const stemOf = (word: string) => stemsOf(word, 'lv').join(' ')

type Entry = { word: string; forms: readonly string[] }
let nouns: readonly Entry[]
let adjectives: readonly Entry[]

beforeAll(() => {
  const dictionary: Dictionary = readDictionary('dictionary-lv')
  const entries = (partOfSpeech: RegExp): Entry[] =>
    dictionary.words
      .filter((entry: DictionaryWord) => partOfSpeech.test(entry.partOfSpeech))
      .map((entry) => ({ word: entry.word, forms: formsOf(entry, dictionary, isCallOrDiminutive) }))
  nouns = entries(/^lietv\dr$/)
  adjectives = entries(/^īpv1i$/)
})

/** Enough to know by, and the suite stays fast. */
const everyThird = (entries: readonly Entry[]) => entries.filter((_, at) => at % 3 === 0)

/** How many of a hundred forms have the stem of their word. */
function percentMet(entries: readonly Entry[], typed: (form: string) => string): number {
  const met = entries.flatMap(({ word, forms }) => {
    const stem = stemOf(word)
    return forms.map((form) => stemOf(typed(form)) === stem)
  })
  return (100 * met.filter((one) => one).length) / met.length
}

/** How many of a hundred words have the stem of another word. */
function percentShared(entries: readonly Entry[]): number {
  const sharers = new Map<string, number>()
  for (const { word } of entries) sharers.set(stemOf(word), (sharers.get(stemOf(word)) ?? 0) + 1)
  return (100 * entries.filter(({ word }) => (sharers.get(stemOf(word)) ?? 0) > 1).length) / entries.length
}

describe('a noun in any of its forms', () => {
  test('meets the word, in at least 98.5 of 100 forms', () => {
    expect(nouns.length).toBeGreaterThan(36_000)
    expect(percentMet(nouns, asWritten)).toBeGreaterThanOrEqual(98.5)
  })
  test('and no less when it is typed without marks', () => {
    expect(percentMet(everyThird(nouns), withoutMarks)).toBeGreaterThanOrEqual(98.5)
  })
})

test('no more than 6.5 of 100 nouns share a stem with another', () => {
  expect(percentShared(nouns)).toBeLessThanOrEqual(6.5)
})

test('an adjective meets its word in at least 88 of 100 forms, more and most among them', () => {
  expect(adjectives.length).toBeGreaterThan(5_000)
  expect(adjectives.some(({ forms }) => forms.includes('visderīgākajiem'))).toBe(true)
  expect(percentMet(everyThird(adjectives), asWritten)).toBeGreaterThanOrEqual(88)
})
