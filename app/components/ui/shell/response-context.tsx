// What the response itself knows, for a page whose data could not be read: the language, and the id of an error.
import { createContext, useContext } from 'react'
import { DEFAULT_LANGUAGE, type Language } from '#app/i18n/language.ts'

export type ResponseFacts = {
  /** The id of an error of this page's own request; null when there was none. */
  incident: string | null
  language: Language
  /** On the server only: a browser does not let scripts read it. */
  nonce?: string
}

export const ResponseContext = createContext<ResponseFacts>({ incident: null, language: DEFAULT_LANGUAGE })

export function useResponseContext(): ResponseFacts {
  return useContext(ResponseContext)
}
