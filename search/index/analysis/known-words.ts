// A word as it is written → its folded word and its stems.
import { stemmer as stemOfEnglish } from '@orama/stemmers/english'
import { latvianStem } from './latvian.ts'
import { folded } from './raw-words.ts'
import { remembered } from './remembered.ts'
import { russianStem } from './russian.ts'
import { smallness } from './small-words.ts'

/** `stem` is Latvian or Russian, by the letters. `latin`: in an English text the word has its English stem. `small`: it is no word to look for. */
export type KnownWord = { word: string; stem: string; latin: boolean; small: boolean }

const LATIN_WORD = /^\p{Script=Latin}+$/u
const CYRILLIC_WORD = /^\p{Script=Cyrillic}+$/u
const MARKED = /[\u00c0-\u024f\u0300-\u036f]/

/** Of a folded word. With a number in it, or in any other alphabet, a word is its own stem. */
export function knownWord(word: string): KnownWord {
  const small = word === '' || smallness(word) === 'yes'
  if (LATIN_WORD.test(word)) return { word, stem: latvianStem(word), latin: true, small }
  return { word, stem: CYRILLIC_WORD.test(word) ? russianStem(word) : word, latin: false, small }
}

/** Of a word as it is written. With marks it is Latvian in an English text too: Liepājā. */
export const knownRawWord = remembered((raw: string): KnownWord => {
  const known = knownWord(folded(raw))
  return known.latin && MARKED.test(raw) ? { ...known, latin: false } : known
})

export const englishStem = remembered(stemOfEnglish)
