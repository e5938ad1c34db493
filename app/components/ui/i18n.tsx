// The page's language for every component: texts, formats, Aksel's own texts.
import { createContext, useContext, type ReactNode } from 'react'
import { Provider } from '@navikt/ds-react/Provider'
import { formatter, type Format } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/language.ts'
import { translator, wordsIn, type Translate, type WordGroup, type WordOf, type WordText } from '#app/i18n/translate.ts'
import { AKSEL_BASE, AKSEL_TEXTS } from '#app/i18n/aksel.ts'

const LanguageContext = createContext<Language>('lv')

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <LanguageContext.Provider value={language}>
      <Provider locale={AKSEL_BASE} translations={AKSEL_TEXTS[language]}>
        {children}
      </Provider>
    </LanguageContext.Provider>
  )
}

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

export function useText(): Translate {
  return translator(useLanguage())
}

export function useFormat(): Format {
  return formatter(useLanguage())
}

/** A word of a vocabulary: `useWord()('certificate', 'forklift')`. */
export function useWord(): WordText {
  return wordsIn(useLanguage())
}

/** Words of a vocabulary as the choices of a field. */
export function useOptions<Group extends WordGroup>(group: Group, words: readonly WordOf<Group>[]) {
  const word = useWord()
  return words.map((value) => ({ value, label: word(group, value) }))
}
