// What only the answer itself knows, for a page whose data could not be read: the language, and the id of a fault.
import { createContext, useContext } from 'react'
import { DEFAULT_LANGUAGE, type Language } from '#app/i18n/language.ts'

export type Answer = {
  /** Of a fault on this page's own request; null when it went well. */
  incident: string | null
  language: Language
  /** On the server only: a browser does not tell it. */
  nonce?: string
}

export const AnswerContext = createContext<Answer>({ incident: null, language: DEFAULT_LANGUAGE })

export function useAnswer(): Answer {
  return useContext(AnswerContext)
}
