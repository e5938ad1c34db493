// Detects the language of a text, Latvian, Russian or English, by its letters and function words.
export type TextLanguage = 'lv' | 'ru' | 'en'

/** Frequent words that only one of the two languages has. Latvian words with diacritics need no list. */
const TELLING = {
  lv: new Set('un vai ar par uz pie kas ka lai ir tiek darbs darba darbu pec var nav mums jums'.split(' ')),
  en: new Set('the of and or for with in on at by from is are be will we you our your this that have job work'.split(' ')),
} satisfies Record<string, ReadonlySet<string>>

/** In UTF-16 units; the beginning of a text is enough. */
const UNITS_READ = 800
const WORDS = /[a-zāčēģīķļņšūž]+/g
const LATVIAN_MARKS = /[āčēģīķļņšūž]/

/** A Russian advert names firms and machines in Latin letters; Latvian and English ones have nothing in Cyrillic. */
function isRussian(text: string): boolean {
  let more = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x400 && code < 0x530) more += 2
    else if ((code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x250)) more--
  }
  return more > 0
}

/** Of a whole text, with its title; Latvian when it cannot be told. */
export function languageOf(text: string): TextLanguage {
  const beginning = text.slice(0, UNITS_READ).normalize('NFC').toLowerCase()
  if (isRussian(beginning)) return 'ru'
  let english = 0
  for (const [word] of beginning.matchAll(WORDS)) {
    if (TELLING.en.has(word)) english++
    else if (TELLING.lv.has(word) || LATVIAN_MARKS.test(word)) english--
  }
  return english > 0 ? 'en' : 'lv'
}
