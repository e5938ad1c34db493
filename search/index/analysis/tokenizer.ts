// The tokenizer: the words of a text with their stems and positions.
import { englishStem, analyseRawWord, analyseWord, type AnalysedWord } from './analysed-word.ts'
import type { TextLanguage } from './languages.ts'
import { licenceLetters, namesLicences } from './licence-letters.ts'
import { eachRawWord } from './raw-words.ts'

/** A word where it stands in the text: `start` and `end` count UTF-16 units of the text as it was given. */
export type Token = { word: string; stem: string; start: number; end: number }

function eachWord(text: string, visit: (known: AnalysedWord, start: number, end: number) => void): void {
  let afterCategory = false
  eachRawWord(text, (raw, start, end, name) => {
    const letters = name ?? (afterCategory ? licenceLetters(raw) : null)
    const known = letters === null ? analyseRawWord(raw) : analyseWord(letters)
    afterCategory = namesLicences(known.word, afterCategory)
    if (!known.isStopWord) visit(known, start, end)
  })
}

function stemIn(language: TextLanguage, { word, stem, latin }: AnalysedWord): string {
  return language === 'en' && latin ? englishStem(word) : stem
}

/** Without stop words. */
export function tokensOf(text: string, language: TextLanguage): Token[] {
  const tokens: Token[] = []
  eachWord(text, (known, start, end) => tokens.push({ word: known.word, stem: stemIn(language, known), start, end }))
  return tokens
}

/** In order, repeated where the text repeats them; without stop words. */
export function stemsOf(text: string, language: TextLanguage): string[] {
  const stems: string[] = []
  eachWord(text, (known) => stems.push(stemIn(language, known)))
  return stems
}

/** The stems a folded word may have, whatever the language of the text it stands in; the likeliest first. */
export function stemsFor(word: string): string[] {
  const { stem, latin } = analyseWord(word)
  return latin ? [...new Set([stem, englishStem(word)])] : [stem]
}
