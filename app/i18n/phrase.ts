// What a matching rule says, in a language: the text of its key with every value worded.
import type { Criterion, Phrase, PhraseValue } from '#app/domain/matching/criterion.ts'
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { formatter } from './format.ts'
import type { Language } from './language.ts'
import { textOf, translator } from './translate.ts'

function isList(value: PhraseValue): value is readonly PhraseValue[] {
  return Array.isArray(value)
}

function wordOne(language: Language, value: PhraseValue): string | number {
  if (typeof value !== 'object') return value
  // A list inside a list is one thing said in several words.
  if (isList(value)) return value.map((part) => wordOne(language, part)).join(' ')
  const format = formatter(language)
  if ('word' in value) return translator(language)(`words.${value.word}`)
  if ('occupation' in value) return occupationTitle(value.occupation, language)
  // Digits need no declining, whatever word precedes them.
  if ('day' in value) return format.day(value.day)
  return 'month' in value ? format.month(value.month) : format.money(value.cents)
}

function wordValue(language: Language, value: PhraseValue): string | number {
  return isList(value) ? value.map((part) => wordOne(language, part)).join(', ') : wordOne(language, value)
}

/** @param area the criterion that says it, or the changes that would open more vacancies. */
export function wordPhrase(language: Language, area: Criterion | 'useful_change', { key, values }: Phrase): string {
  const worded = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wordValue(language, value)]))
  return textOf(language, `match.${area}.${key}`, worded)
}
