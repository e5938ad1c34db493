// What a yes discloses, as lines to read: the things of one kind that the vacancy asks stand in one line.
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { REFUSABLE_TERMS } from '#app/domain/vacancies/refusal-limit.ts'
import type { Disclosure } from '#app/domain/proposals/anonymity.ts'
import { formatter } from './format.ts'
import type { Language } from './language.ts'
import { textOf } from './translate.ts'

/** Names that are all capitals stay as they are. */
function inASentence(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** A family or a term, as the employer rules it out. */
function refusedWords(language: Language, refused: string): string {
  const isTerm = REFUSABLE_TERMS.some((term) => term === refused)
  return textOf(language, `words.${isTerm ? 'refusedTerm' : 'offenceFamily'}.${refused}`)
}

/** What was asked, after the dot of a disclosure, in words. */
function askedWords(language: Language, kind: string, asked: string): string {
  if (kind === 'skill') return asked
  if (kind === 'experience') return occupationTitle(asked, language)
  if (kind === 'refused') return refusedWords(language, asked)
  const [word = '', level] = asked.split('.')
  const said = inASentence(textOf(language, `words.${kind}.${word}`))
  return level === undefined ? said : `${said} ${level}`
}

export function disclosureLines(language: Language, discloses: readonly Disclosure[]): string[] {
  const byKind = new Map<string, string[]>()
  for (const one of discloses) {
    const dot = one.indexOf('.')
    const kind = dot === -1 ? one : one.slice(0, dot)
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...(dot === -1 ? [] : [askedWords(language, kind, one.slice(dot + 1))])])
  }
  // Names of families hold commas and "and" of their own.
  const listed = (kind: string, asked: string[]) => (kind === 'refused' ? asked.join('; ') : formatter(language).list(asked))
  return [...byKind].map(([kind, asked]) => textOf(language, `words.disclosure.${kind}`, { what: listed(kind, asked) }))
}
