// Every sentence the matching rules can say has its words in three languages, with the plural forms each needs.
import { describe, expect, test } from 'vitest'
import { match as en } from '#app/i18n/en/match.ts'
import { match as lv } from '#app/i18n/lv/match.ts'
import { match as ru } from '#app/i18n/ru/match.ts'
import { words as enWords } from '#app/i18n/en/words.ts'
import { words as lvWords } from '#app/i18n/lv/words.ts'
import { words as ruWords } from '#app/i18n/ru/words.ts'
import { CRITERIA, GROUPS, VERDICTS } from '#app/domain/matching/criterion.ts'
import {
  everythingSaid,
  phrasesWritten,
  placeholdersOf,
  problemsWith,
  textsOf,
  WORDS_INSERTED,
} from '#tests/support/matching/match-phrases.ts'

const { phrases: said, words: inserted } = everythingSaid()
const languages = [
  { name: 'Latvian', words: lv, forms: ['zero', 'one', 'other'] },
  { name: 'Russian', words: ru, forms: ['one', 'few', 'many', 'other'] },
  { name: 'English', words: en, forms: ['one', 'other'] },
]
const FORM = /_(zero|one|few|many|other)$/
/** Not said by a criterion: the frame around them. */
const FRAME = /^(criterion|verdict|group)\.|^useful_change\.gained_/

describe.each(languages)('$name', ({ words, forms }) => {
  const texts = textsOf(words)

  test('has words for every phrase the rules say, and asks for no value they do not give', () => {
    expect([...said].flatMap(([key, values]) => problemsWith(key, values, forms, texts))).toEqual([])
  })

  test('has no words for phrases nobody says', () => {
    const keys = [...texts.keys()].filter((key) => !FRAME.test(key)).map((key) => key.replace(FORM, ''))
    expect(keys.filter((key) => !said.has(key))).toEqual([])
  })

  test('names every criterion, verdict and group, and counts vacancies gained', () => {
    const frame = [
      ...CRITERIA.map((name) => `criterion.${name}`),
      ...VERDICTS.map((name) => `verdict.${name}`),
      ...GROUPS.map((name) => `group.${name}`),
    ]
    const gained = forms.map((form) => `useful_change.gained_${form}`)
    expect([...frame, ...gained].filter((key) => !texts.get(key))).toEqual([])
  })
})

test.each([
  ['Latvian', lvWords],
  ['Russian', ruWords],
  ['English', enWords],
])('%s has every word that a phrase inserts', (_name, vocabulary) => {
  const texts = textsOf(vocabulary)
  expect(WORDS_INSERTED.filter((key) => !texts.has(key))).toEqual([])
})

test('phrases insert no word of another vocabulary', () => {
  expect([...inserted].filter((key) => !WORDS_INSERTED.includes(key))).toEqual([])
})

test('the runs have said every phrase that is written in the rules', () => {
  const keys = [...said.keys()].map((key) => key.slice(key.indexOf('.') + 1))
  expect(phrasesWritten().filter((key) => !keys.includes(key))).toEqual([])
  expect(phrasesWritten().length).toBeGreaterThan(80)
})

test('the languages put the same values into the same phrase', () => {
  const values = (words: object) =>
    Object.fromEntries([...textsOf(words)].map(([key, text]) => [key.replace(FORM, ''), placeholdersOf(text).sort()]))
  expect(values(ru)).toEqual(values(lv))
  expect(values(en)).toEqual(values(lv))
})

describe('the check itself', () => {
  const texts = new Map([['pay.less', 'Mazāk par {{by}}']])

  test('notices a phrase without words', () => {
    expect(problemsWith('pay.more', [], ['one', 'other'], texts)).toEqual(['pay.more has no text'])
  })

  test('notices a missing plural form', () => {
    expect(problemsWith('pay.less', ['count'], ['zero'], texts)).toEqual(['pay.less_zero has no text'])
  })

  test('notices words that wait for a value nobody gives', () => {
    expect(problemsWith('pay.less', ['wish'], [], texts)).toEqual(['pay.less waits for by'])
  })
})
