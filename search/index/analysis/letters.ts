// Tables of characters for the tokenizer: what begins a word, what continues it, what it folds to. Tables, since every letter of every text passes here.
import { fold } from '#app/domain/shared/fold.ts'

/** `BEGINS` letters and numbers; `GOES_ON` marks and signs without width, which neither begin a word nor end it. */
const BEGINS = 1
const GOES_ON = 2
const SURROGATE = 3

const BEGINS_WORD = /^[\p{L}\p{N}]/u
const GOES_ON_IN_WORD = /^[\p{M}\p{Cf}]/u
const LETTER = /^\p{L}/u

function kinds(): Uint8Array {
  const table = new Uint8Array(0x10000)
  const units = Array.from(table.keys(), (code) => String.fromCharCode(code)).join('')
  for (const { 0: run, index } of units.matchAll(/[\p{L}\p{N}]+/gu)) table.fill(BEGINS, index, index + run.length)
  for (const { 0: run, index } of units.matchAll(/[\p{M}\p{Cf}]+/gu)) table.fill(GOES_ON, index, index + run.length)
  return table.fill(SURROGATE, 0xd800, 0xe000)
}

const KINDS = kinds()

/** Latin and Cyrillic letters that fold to one letter wherever they stand; Greek between them does not (σ, ς). 0: ask `fold`. */
const SIMPLE = Uint16Array.from({ length: 0x530 }, (_, code) => {
  if (KINDS[code] !== BEGINS || (code > 0x24f && code < 0x400)) return 0
  const folded = fold(String.fromCharCode(code))
  return folded.length === 1 && BEGINS_WORD.test(folded) ? folded.charCodeAt(0) : 0
})

/** Units that the letter or number here takes; 0 when no word begins here. */
export function beginsWord(text: string, at: number): 0 | 1 | 2 {
  const kind = KINDS[text.charCodeAt(at)]
  if (kind === BEGINS) return 1
  return kind === SURROGATE && BEGINS_WORD.test(text.slice(at, at + 2)) ? 2 : 0
}

/** Units by which a word goes on here; 0 when it ends. */
export function goesOn(text: string, at: number): 0 | 1 | 2 {
  const kind = KINDS[text.charCodeAt(at)]
  if (kind === BEGINS || kind === GOES_ON) return 1
  return kind === SURROGATE && (BEGINS_WORD.test(text.slice(at, at + 2)) || GOES_ON_IN_WORD.test(text.slice(at, at + 2))) ? 2 : 0
}

export function isLetter(text: string, at: number): boolean {
  return LETTER.test(text.slice(at, at + 2))
}

/** The same as `fold` for words of plain letters and numbers; null for others. */
export function simplyFolded(word: string): string | null {
  const codes: number[] = []
  for (let at = 0; at < word.length; at++) {
    const code = SIMPLE[word.charCodeAt(at)]
    if (!code) return null
    codes.push(code)
  }
  return String.fromCharCode(...codes)
}
