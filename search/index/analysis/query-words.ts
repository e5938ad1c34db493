// Cuts what was typed into the words to search for: without stop words, each once, at most 40.
import { isGeneric } from './generic-words.ts'
import { withLicenceCapitals } from './licence-letters.ts'
import { stopWordKind } from './stop-words.ts'
import { stemsFor, tokensOf } from './tokenizer.ts'

const MOST_LETTERS = 400
const MOST_WORDS = 40

const CATEGORY = /^(?:[kc]ategor|категор)/

/** A word that was typed. `typed`: as it was spelled; `generic`: it fits every job (see `isGeneric`). */
export type QueryWord = { typed: string; word: string; stems: readonly string[]; generic: boolean }

/** In order; empty when there are none but stop words. */
export function queryWords(typed: string): QueryWord[] {
  const beginning = typed.slice(0, MOST_LETTERS)
  const found = new Map<string, QueryWord>()
  // Letters of a licence change only in case, so what is found stands in the same place of what was typed.
  const tokens = tokensOf(withLicenceCapitals(beginning), 'lv')
  for (const [at, { word, start, end }] of tokens.entries()) {
    const isBesideCategory = [tokens[at - 1], tokens[at + 1]].some((token) => token && CATEGORY.test(token.word))
    if (found.has(word) || (stopWordKind(word) === 'maybe' && !isBesideCategory)) continue
    found.set(word, { typed: beginning.slice(start, end), word, stems: stemsFor(word), generic: isGeneric(word) })
    if (found.size === MOST_WORDS) break
  }
  return [...found.values()]
}
