// What a yes discloses, as lines to read: the things of one kind that the vacancy asks stand in one line.
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import type { Disclosure } from '#app/domain/proposals/anonymity.ts'
import { formatter } from './format.ts'
import type { Language } from './language.ts'
import { textOf } from './translate.ts'

/** Names that are all capitals stay as they are. */
function inASentence(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** What was asked, after the dot of a disclosure, in words. */
function askedWords(language: Language, kind: string, asked: string): string {
  if (kind === 'skill') return asked
  if (kind === 'experience') return occupationTitle(asked, language)
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
  return [...byKind].map(([kind, asked]) => textOf(language, `words.disclosure.${kind}`, { what: formatter(language).list(asked) }))
}
