// One word, analysed: folded, stemmed by its alphabet, and whether it is a stop word.
import { stemmer as stemOfEnglish } from '@orama/stemmers/english'
import { latvianStem } from './latvian.ts'
import { folded } from './raw-words.ts'
import { cachedByWord } from './word-cache.ts'
import { russianStem } from './russian.ts'
import { stopWordKind } from './stop-words.ts'

/** `stem` is Latvian or Russian, by the letters. `latin`: in an English text the word has its English stem. `isStopWord`: it is never searched for. */
export type AnalysedWord = { word: string; stem: string; latin: boolean; isStopWord: boolean }

const LATIN_WORD = /^\p{Script=Latin}+$/u
const CYRILLIC_WORD = /^\p{Script=Cyrillic}+$/u
const MARKED = /[\u00c0-\u024f\u0300-\u036f]/

/** Of a folded word. With a number in it, or in any other alphabet, a word is its own stem. */
export function analyseWord(word: string): AnalysedWord {
  const isStopWord = word === '' || stopWordKind(word) === 'yes'
  if (LATIN_WORD.test(word)) return { word, stem: latvianStem(word), latin: true, isStopWord }
  return { word, stem: CYRILLIC_WORD.test(word) ? russianStem(word) : word, latin: false, isStopWord }
}

/** Of a word as it is written. With marks it is Latvian in an English text too: Liepājā. */
export const analyseRawWord = cachedByWord((raw: string): AnalysedWord => {
  const known = analyseWord(folded(raw))
  return known.latin && MARKED.test(raw) ? { ...known, latin: false } : known
})

export const englishStem = cachedByWord(stemOfEnglish)
