// The words of the pages, by key: a journey reads them as a person does, and a changed wording does not break it.
import { registerAllMessages } from '#app/i18n/all.ts'
import type { Language } from '#app/i18n/language.ts'
import { translator, wordsIn, type Translate, type WordText } from '#app/i18n/translate.ts'

registerAllMessages()

export const lv: Translate = translator('lv')
export const inLanguage = (language: Language): Translate => translator(language)

/** A word of a vocabulary, in Latvian. */
export const word: WordText = wordsIn('lv')

/** As it stands at the beginning of a line. */
export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
