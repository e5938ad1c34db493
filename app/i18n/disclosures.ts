// What a yes discloses, as lines to read: the things of one kind that the vacancy asks stand in one line.
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { REFUSABLE_TERMS } from '#app/domain/vacancies/refusal-limit.ts'
import { isRuledOut, isWork, type Disclosure } from '#app/domain/proposals/anonymity.ts'
import { formatter } from './format.ts'
import type { Language } from './language.ts'
import { textOf } from './translate.ts'

/** Names that are all capitals stay as they are. */
function inASentence(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** A family or a term with its measure, as the employer rules it out. @param ruledOut as `ruledOutKey` writes it */
export function ruledOutWords(language: Language, ruledOut: string): string {
  const [refusal = '', measure, count] = ruledOut.split('.')
  const isTerm = REFUSABLE_TERMS.some((term) => term === refusal)
  const what = textOf(language, `words.${isTerm ? 'refusedTerm' : 'offenceFamily'}.${refusal}`)
  if (measure === undefined) return what
  const key = measure === 'months' && isTerm ? 'recent' : measure
  return textOf(language, `proposals.ruledOut.${key}`, { what, ...(count === undefined ? {} : { count: Number(count) }) })
}

/** What was asked, after the dot of a disclosure, in words. */
function askedWords(language: Language, kind: string, asked: string): string {
  if (kind === 'skill') return asked
  if (kind === 'experience') return occupationTitle(asked, language)
  if (kind === 'refused') return ruledOutWords(language, asked)
  const [word = '', level] = asked.split('.')
  const said = inASentence(textOf(language, `words.${kind}.${word}`))
  return level === undefined ? said : `${said} ${level}`
}

export function disclosureLines(language: Language, discloses: readonly Disclosure[]): string[] {
  const byKind = new Map<string, string[]>()
  for (const one of discloses) {
    const dot = one.indexOf('.')
    const kind = dot === -1 ? one : one.slice(0, dot)
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...(dot === -1 || isWork(one) ? [] : [askedWords(language, kind, one.slice(dot + 1))])])
  }
  // Names of families hold commas and "and" of their own.
  const listed = (kind: string, asked: string[]) => (kind === 'refused' ? asked.join('; ') : formatter(language).list(asked))
  return [...byKind].map(([kind, asked]) => textOf(language, `words.disclosure.${kind}`, { what: listed(kind, asked) }))
}

/** The same in two parts: what is told, and what is ruled out, each a line of its own. */
export function disclosureParts(language: Language, discloses: readonly Disclosure[]): { told: string[]; ruledOut: string[] } {
  const ruledOut = discloses.filter(isRuledOut).map((one) => ruledOutWords(language, one.slice('refused.'.length)))
  const told = disclosureLines(
    language,
    discloses.filter((one) => !isRuledOut(one)),
  )
  return { told, ruledOut }
}
