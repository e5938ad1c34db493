// What a matching rule says, in words a person reads: every phrase in every language, with nothing left unworded.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer, PhraseValue } from '#app/domain/matching/criterion.ts'
import { decisiveAnswers } from '#app/domain/matching/decisive.ts'
import { evaluate } from '#app/domain/matching/evaluate.ts'
import { changesFor } from '#app/domain/matching/useful-changes.ts'
import { registerAllMessages } from '#app/i18n/all.ts'
import { LANGUAGES, type Language } from '#app/i18n/language.ts'
import { wordPhrase } from '#app/i18n/phrase.ts'
import { anyContext, anyPerson, anyVacancy } from '#tests/support/matching/arbitrary-match.ts'

beforeAll(registerAllMessages)

const SAMPLES = fc.sample(fc.tuple(anyVacancy, anyPerson, anyContext), { numRuns: 200, seed: 20_261_123 })

function sentences(language: Language): string[] {
  const ofAnswer = ({ criterion, reason, asked, has, change }: Answer) =>
    [reason, asked, has, change].flatMap((phrase) => (phrase === null ? [] : [wordPhrase(language, criterion, phrase)]))
  return SAMPLES.flatMap(([vacancy, person, context]) => {
    const answers = evaluate(vacancy, person, context)
    const changes = changesFor(person.open).map((change) => wordPhrase(language, 'useful_change', change.phrase))
    return answers.flatMap(ofAnswer).concat(changes)
  })
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('no reason shows a key, an empty place or an object', () => {
    const unworded = sentences(language).filter(
      (text) => /\{\{|\[object|match\.|words\.|undefined|null|NaN/.test(text) || text.trim() === '',
    )
    expect([...new Set(unworded)]).toEqual([])
  })
})

test('lists are joined by commas, and what stands together inside them by spaces', () => {
  const items: PhraseValue[] = [
    [{ word: 'certificate.forklift' }, '–', { word: 'strength.must' }],
    [{ word: 'certificate.crane' }, '–', { word: 'strength.nice' }],
  ]
  const said = wordPhrase('en', 'certificates', { key: 'asked', values: { items } })
  expect(said).toMatch(/ – .*, .* – /)
})

test('days, money and occupations are said as the language says them', () => {
  expect(wordPhrase('lv', 'pay', { key: 'has', values: { wish: { cents: 120_000 } } })).toMatch(/1\s?200\s€/)
  expect(wordPhrase('lv', 'time_since_release', { key: 'start_from', values: { day: { day: '2027-03-01' } } })).toContain('01.03.2027')
  expect(wordPhrase('en', 'individual_ban', { key: 'banned_no_end', values: { items: [{ occupation: '9999' }] } })).toContain('9999')
})

test('a number chooses the right form of the word', () => {
  expect(wordPhrase('ru', 'start_date', { key: 'later', values: { count: 3 } })).not.toBe(
    wordPhrase('ru', 'start_date', { key: 'later', values: { count: 5 } }).replace('5', '3'),
  )
})

test('what fails decides; without it what is open; without that nothing', () => {
  const [meets, check, unknown, fails] = (['meets', 'check', 'unknown', 'fails'] as const).map((verdict) => ({ verdict }))
  expect(decisiveAnswers([meets, check, fails, unknown].filter((one) => one !== undefined))).toEqual([fails])
  expect(decisiveAnswers([meets, check, unknown].filter((one) => one !== undefined))).toEqual([check, unknown])
  expect(decisiveAnswers([meets].filter((one) => one !== undefined))).toEqual([])
})
