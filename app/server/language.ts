// Which language a request is answered in: the cookie's, else the browser's.
import { createCookie } from '@remix-run/node'
import { isLanguage, languageFromHeader, type Language } from '#app/i18n/language.ts'

const cookie = createCookie('tilts_language', { path: '/', sameSite: 'lax', maxAge: 31_536_000 })

export async function languageOf(request: Request): Promise<Language> {
  const chosen: unknown = await cookie.parse(request.headers.get('Cookie'))
  return isLanguage(chosen) ? chosen : languageFromHeader(request.headers.get('Accept-Language'))
}

export async function languageCookie(language: Language): Promise<string> {
  return cookie.serialize(language)
}

/** Somebody pressed a language here before, or was given their own. */
export async function hasLanguage(request: Request): Promise<boolean> {
  return isLanguage(await cookie.parse(request.headers.get('Cookie')))
}
