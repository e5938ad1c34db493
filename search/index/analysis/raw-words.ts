// Finds word boundaries in a text, and folds a word as it is written to the form that is compared.
import { fold } from '#app/domain/shared/fold.ts'
import { beginsWord, goesOn, isLetter, simplyFolded } from './letters.ts'

/** More letters than any word of a vacancy has; what is longer is noise or an attack. */
const LONGEST_WORD = 40
/** In UTF-16 units, before folding removes diacritics and soft hyphens. The rest of a longer run of letters is ignored. */
const LONGEST_RAW = 200

const APOSTROPHES = new Set(["'".charCodeAt(0), '’'.charCodeAt(0)])
/** Marks that folding leaves (стро́итель) and what compatibility makes of ½ or ﷺ; ʼ is a letter to Unicode only. */
const NOT_IN_WORDS = /[^\p{L}\p{N}\p{Mc}]|\u02bc/gu

/** Names told apart only by signs. The Russian с is what a Russian keyboard gives. */
const AFTER_C = [
  { sign: '++', name: 'cplusplus' },
  { sign: '#', name: 'csharp' },
] as const
const C = /^[cс]$/i
const NET = /^net$/i
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u

/** The folded word; empty when there is no letter or number in it. */
export function folded(raw: string): string {
  const simple = raw.length <= LONGEST_WORD ? simplyFolded(raw) : null
  if (simple !== null) return simple
  const word = fold(raw.slice(0, LONGEST_RAW)).replace(NOT_IN_WORDS, '')
  return word.length <= LONGEST_WORD ? word : Array.from(word).slice(0, LONGEST_WORD).join('')
}

/** Soft hyphens and other signs without width do not split a word, nor does an apostrophe: driver's, rock'n'roll. */
function endOfWord(text: string, start: number): number {
  let end = start
  for (;;) {
    const units = goesOn(text, end)
    if (units > 0) end += units
    else if (APOSTROPHES.has(text.charCodeAt(end)) && isLetter(text, end + 1)) end++
    else return end
  }
}

/** Not the end of an address, as in example.net. */
function isDotNet(text: string, start: number, raw: string): boolean {
  return raw.length === 3 && NET.test(raw) && text.charAt(start - 1) === '.' && !LETTER_OR_NUMBER.test(text.charAt(start - 2))
}

/** `name`: what the word is when its letters alone do not say it. Positions count UTF-16 units. */
type Visit = (raw: string, start: number, end: number, name: string | null) => void

/** In order; no two of them overlap. */
export function eachRawWord(text: string, visit: Visit): void {
  for (let at = 0; at < text.length;) {
    if (beginsWord(text, at) === 0) {
      at++
      continue
    }
    const start = at
    at = endOfWord(text, start)
    const raw = text.slice(start, at)
    const signed = raw.length === 1 && C.test(raw) ? AFTER_C.find(({ sign }) => text.startsWith(sign, at)) : undefined
    if (signed) visit(raw, start, at + signed.sign.length, signed.name)
    else if (isDotNet(text, start, raw)) visit(raw, start - 1, at, 'dotnet')
    else visit(raw, start, at, null)
  }
}
