// The languages of the site.

/** Latvian first: it is the default and every text is written in it before the others. */
export const LANGUAGES = ['lv', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const DEFAULT_LANGUAGE: Language = 'lv'

/** As each names itself. */
export const LANGUAGE_NAMES = { lv: 'Latviešu', ru: 'Русский', en: 'English' } as const satisfies Record<Language, string>
export const LOCALES = { lv: 'lv-LV', ru: 'ru-RU', en: 'en-GB' } as const satisfies Record<Language, string>

export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && (LANGUAGES as readonly string[]).includes(text)
}

/** The first of the browser's languages that the site has; Latvian otherwise. */
export function languageFromHeader(accept: string | null): Language {
  const asked = (accept ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.find(isLanguage) ?? DEFAULT_LANGUAGE
}
