// Synonym rules of the search: what a rule may contain, and which rules conflict.
import { fold } from '#app/domain/shared/fold.ts'

/**
 * Two-way: each phrase of the rule also means every other one. One-way: whoever looks for one of `from` also finds `to`.
 * One step only: what `to` means by another rule is not looked for.
 */
export type SynonymRule = { id: string; from: string[]; to: string[]; twoWay: boolean }
export type SynonymText = Omit<SynonymRule, 'id'>

/** What a search for a phrase finds without and with a rule; `added`: some of what is found only with it. */
export type PreviewLine = { phrase: string; before: number; after: number; added: { id: string; title: string; employer: string }[] }

export const MOST_PHRASES = 20
export const MOST_PHRASE_WORDS = 4
export const MOST_PHRASE_LETTERS = 60

/** As it is kept: one space between words. */
function phraseOf(typed: string): string {
  return typed.normalize('NFC').trim().replace(/\s+/gu, ' ')
}

/** The same for phrases that differ only in case, diacritics or punctuation; '' for one without letters or numbers. */
export function phraseKey(phrase: string): string {
  return (fold(phrase).match(/[\p{L}\p{N}\p{M}+#]+/gu) ?? []).join(' ')
}

/** As people list them: a line each, or with commas. Each once, empty ones left out. */
export function phrasesIn(typed: string): string[] {
  const phrases = typed
    .split(/[\n,;]/u)
    .map(phraseOf)
    .filter((phrase) => phrase !== '')
  return phrases.filter((phrase, at) => phrases.findIndex((other) => phraseKey(other) === phraseKey(phrase)) === at)
}

export type PhraseProblem = { kind: 'none' | 'too_many' } | { kind: 'too_long' | 'too_many_words' | 'no_letters'; phrase: string }

/** What is wrong with one side of a rule. */
export function phrasesProblem(phrases: readonly string[]): PhraseProblem | null {
  if (phrases.length === 0) return { kind: 'none' }
  if (phrases.length > MOST_PHRASES) return { kind: 'too_many' }
  for (const phrase of phrases) {
    if (phrase.length > MOST_PHRASE_LETTERS) return { kind: 'too_long', phrase: `${phrase.slice(0, MOST_PHRASE_LETTERS)}…` }
    const key = phraseKey(phrase)
    if (key === '') return { kind: 'no_letters', phrase }
    if (key.split(' ').length > MOST_PHRASE_WORDS) return { kind: 'too_many_words', phrase }
  }
  return null
}

/** `circle` goes from a phrase back to itself. */
export type RuleProblem =
  | { kind: 'same'; phrase: string }
  | { kind: 'repeated'; phrase: string }
  | { kind: 'says_nothing'; phrase: string }
  | { kind: 'opposed'; phrase: string; other: string }
  | { kind: 'loop'; circle: string[] }

type Arrow = { from: string; to: string; twoWay: boolean }

function arrowsOf({ from, to, twoWay }: SynonymText): Arrow[] {
  const all = [...from, ...to]
  const pairs = twoWay
    ? all.flatMap((one) => all.map((other) => [one, other] as const))
    : from.flatMap((one) => to.map((other) => [one, other] as const))
  return pairs.map(([one, other]) => ({ from: one, to: other, twoWay })).filter((arrow) => arrow.from !== arrow.to)
}

function sameSides(rule: SynonymText, other: SynonymText): boolean {
  const keys = (phrases: readonly string[]) => [...new Set(phrases)].sort().join('\n')
  if (rule.twoWay !== other.twoWay) return false
  if (rule.twoWay) return keys([...rule.from, ...rule.to]) === keys([...other.from, ...other.to])
  return keys(rule.from) === keys(other.from) && keys(rule.to) === keys(other.to)
}

type Steps = ReadonlyMap<string, readonly string[]>

function stepsOf(arrows: readonly Arrow[]): Steps {
  const steps = new Map<string, string[]>()
  for (const { from, to } of arrows) {
    const next = steps.get(from)
    if (next) next.push(to)
    else steps.set(from, [to])
  }
  return steps
}

/** The shortest way between two phrases, both ends included. */
function wayBetween(steps: Steps, start: string, end: string): string[] | null {
  const cameFrom = new Map<string, string | null>([[start, null]])
  for (const at of cameFrom.keys()) {
    if (at === end) {
      const way = [at]
      for (let before = cameFrom.get(at) ?? null; before !== null; before = cameFrom.get(before) ?? null) way.unshift(before)
      return way
    }
    for (const next of steps.get(at) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, at)
  }
  return null
}

/** A function that gives equal phrases the same key; '' for a phrase that has no words to search for. */
export type PhraseKey = (phrase: string) => string

/**
 * Why a rule cannot stand beside the live ones; null when it can. A circle is refused when a one-way rule is part of it: it says that one
 * phrase is wider than another, and on another way that it is not. @param keyOf the search knows more forms of a word to be the same.
 */
export function ruleProblem(rule: SynonymText, live: readonly SynonymText[], keyOf: PhraseKey = phraseKey): RuleProblem | null {
  // Of several spellings the rule's own is shown.
  const phrases = [...live, rule].flatMap(({ from, to }) => [...to, ...from])
  const spelled = new Map(phrases.map((phrase) => [keyOf(phrase), phrase]))
  const shown = (key: string) => spelled.get(key) ?? key
  const nothing = [...rule.from, ...rule.to].find((phrase) => keyOf(phrase) === '')
  if (nothing !== undefined) return { kind: 'says_nothing', phrase: nothing }
  const keyed = ({ from, to, twoWay }: SynonymText): SynonymText => ({ from: from.map(keyOf), to: to.map(keyOf), twoWay })
  const problem = problemOfKeys(keyed(rule), live.map(keyed))
  if (problem === null) return null
  switch (problem.kind) {
    case 'same':
    case 'repeated':
    case 'says_nothing':
      return { ...problem, phrase: shown(problem.phrase) }
    case 'opposed':
      return { ...problem, phrase: shown(problem.phrase), other: shown(problem.other) }
    case 'loop':
      return { ...problem, circle: problem.circle.map(shown) }
  }
}

/** Of rules whose phrases are keys. */
function problemOfKeys(rule: SynonymText, live: readonly SynonymText[]): RuleProblem | null {
  const itself = rule.from.find((phrase) => rule.to.includes(phrase))
  if (itself !== undefined) return { kind: 'same', phrase: itself }
  if (live.some((other) => sameSides(rule, other))) return { kind: 'repeated', phrase: rule.from[0] ?? '' }

  const all = [...live, rule]
  const steps = stepsOf(all.flatMap(arrowsOf))
  // Without this rule there is no circle: it is in each one, itself or as the two-way step beside a one-way rule.
  for (const arrow of (rule.twoWay ? live.filter((other) => !other.twoWay) : [rule]).flatMap(arrowsOf)) {
    const back = wayBetween(steps, arrow.to, arrow.from)
    if (back === null) continue
    const [first = '', second = ''] = back
    const twoWayStep = back.length === 2 && all.some((other) => other.twoWay && holds(other, first) && holds(other, second))
    return twoWayStep ? { kind: 'opposed', phrase: arrow.from, other: arrow.to } : { kind: 'loop', circle: [arrow.from, ...back] }
  }
  return null
}

function holds({ from, to }: SynonymText, key: string): boolean {
  return [...from, ...to].includes(key)
}
