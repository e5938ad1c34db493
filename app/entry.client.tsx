// Wakes the page up in the browser, with the texts of the one language it shows.
import { startTransition, StrictMode } from 'react'
import { RemixBrowser } from '@remix-run/react'
import { hydrateRoot } from 'react-dom/client'
import { ResponseContext } from './components/ui/shell/response-context.tsx'
import { isLanguage, type Language } from '#app/i18n/language.ts'
import { registerMessages } from '#app/i18n/translate.ts'

const LOADERS = {
  lv: () => import('#app/i18n/lv/index.ts'),
  ru: () => import('#app/i18n/ru/index.ts'),
  en: () => import('#app/i18n/en/index.ts'),
} satisfies Record<Language, () => Promise<{ messages: object }>>

/**
 * Remix decodes the page's data in the first render, which waits at the root; a key pressed meanwhile makes React give up
 * for good ("Root did not complete"). So the decoding is begun, and waited for, before React begins.
 */
async function dataDecoded(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (waiting) {
    // Anything else React meets again, where it can be shown.
    if (waiting instanceof Promise) await waiting
  }
}

async function wake(): Promise<void> {
  const { lang, dataset } = document.documentElement
  const language = isLanguage(lang) ? lang : 'lv'
  const { messages } = await LOADERS[language]()
  registerMessages(language, messages)
  await dataDecoded()
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <ResponseContext.Provider value={{ incident: dataset.incident ?? null, language }}>
          <RemixBrowser />
        </ResponseContext.Provider>
      </StrictMode>,
    )
  })
}

void wake()
