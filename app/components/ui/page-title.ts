// The title of a page in its language, for Remix's `meta`.
import { isLanguage, DEFAULT_LANGUAGE, type Language } from '#app/i18n/language.ts'
import { translator, type TextKey, type TextValues } from '#app/i18n/translate.ts'

type Matches = readonly { id: string; data: unknown }[]

export function languageIn(matches: Matches): Language {
  const root = matches.find((match) => match.id === 'root')?.data
  const language = typeof root === 'object' && root !== null && 'language' in root ? root.language : null
  return isLanguage(language) ? language : DEFAULT_LANGUAGE
}

export function pageTitle(matches: Matches, key: TextKey, values?: TextValues): [{ title: string }] {
  return [{ title: `${translator(languageIn(matches))(key, values)} · Tilts` }]
}
