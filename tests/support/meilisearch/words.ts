// Texts into words as charabia does for the scripts of this house: split on separators and where the script changes, Latin marks off, Cyrillic ones kept.
// From its documentation and the reference; guessed: which signs are no separators (currency and pictures), which separators are hard.
import type { Settings } from './settings.ts'

export type Token = { kind: 'word' | 'stop' | 'separator'; text: string; hard: boolean }

/** Words of one text with their places; a hard separator moves the next word away. */
export type Placed = { words: string[]; places: number[] }

export const MOST_WORD_BYTES = 250
const MOST_PLACES = 65_535
const HARD_GAP = 8
const HARD = /^[.;,!?()[\]{}|:\n\r]$/u
const WORD_SIGNS = '\\p{L}\\p{M}\\p{N}\\p{So}\\p{Sc}\\p{Sk}\\u200d'
const PLAIN = /^[a-z0-9]*$/
const UNMARKED_SCRIPTS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]/u
const ONE_SCRIPT = /[^\p{Script=Cyrillic}]+(?=\p{Script=Cyrillic})|[^\p{Script=Latin}]+(?=\p{Script=Latin})|.+$/gsu

export function folded(word: string): string {
  if (PLAIN.test(word)) return word
  const plain = word.normalize('NFKD').toLowerCase().replaceAll('æ', 'ae').replaceAll('œ', 'oe')
  return UNMARKED_SCRIPTS.test(plain) ? plain.replace(/\p{Mn}+/gu, '') : plain
}

function byScript(word: string): string[] {
  if (PLAIN.test(word) || !/\p{Script=Latin}/u.test(word) || !/\p{Script=Cyrillic}/u.test(word)) return [word]
  return word.match(ONE_SCRIPT) ?? [word]
}

type Signs = Pick<Settings, 'separatorTokens' | 'nonSeparatorTokens' | 'stopWords'>

type Cutter = { stops: ReadonlySet<string>; pattern: RegExp }

const cutters = new WeakMap<Signs, Cutter>()

function oneOf(texts: readonly string[]): string {
  return `(?:${texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})`
}

function cutterFor(signs: Signs): Cutter {
  const known = cutters.get(signs)
  if (known) return known
  const { separatorTokens, stopWords } = signs
  // A separator is one sign, so only one sign can be taken from among them.
  const nonSeparatorTokens = signs.nonSeparatorTokens.filter((text) => Array.from(text).length === 1)
  const not = separatorTokens.length === 0 ? '' : `(?!${oneOf(separatorTokens)})`
  const also = nonSeparatorTokens.length === 0 ? '' : `|${oneOf(nonSeparatorTokens)}`
  const separator = separatorTokens.length === 0 ? '[^]' : `${oneOf(separatorTokens)}|[^]`
  const pattern = new RegExp(`((?:${not}(?:[${WORD_SIGNS}]${also}))+)|(?:${separator})`, 'gu')
  const cutter = { stops: new Set(stopWords.map(folded)), pattern }
  cutters.set(signs, cutter)
  return cutter
}

/** Each separator is a token of its own. @param settings of the index: kept for what is made of them. */
export function tokensOf(text: string, settings: Signs): Token[] {
  const tokens: Token[] = []
  const { stops, pattern } = cutterFor(settings)
  for (const [found, word] of text.matchAll(pattern)) {
    if (word === undefined) tokens.push({ kind: 'separator', text: found, hard: HARD.test(found) })
    else {
      for (const part of byScript(word)) {
        const plain = folded(part)
        if (plain !== '') tokens.push({ kind: stops.has(plain) ? 'stop' : 'word', text: plain, hard: false })
      }
    }
  }
  return tokens
}

export function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word)
}

/** Adds the words of one more value of a field after those it has. */
export function placeWords(text: string, settings: Signs, into: Placed): void {
  const last = into.places.at(-1)
  let place = last === undefined ? -1 : last + HARD_GAP - 1
  for (const { kind, text: word, hard } of tokensOf(text, settings)) {
    if (kind === 'separator') {
      if (hard && place >= 0) place += HARD_GAP - 1
      continue
    }
    place += 1
    if (place > MOST_PLACES) return
    if (kind === 'stop' || Buffer.byteLength(word) > MOST_WORD_BYTES) continue
    into.words.push(word)
    into.places.push(place)
  }
}
