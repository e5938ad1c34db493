// Signing a person in: their session, and their own language unless one was chosen here already.
import type { AppLoadContext } from '@remix-run/node'
import type { Language } from '#app/i18n/language.ts'
import { hasLanguage, languageCookie } from './language.ts'
import { startSession } from './session.ts'

export async function welcome(
  request: Request,
  context: AppLoadContext,
  { candidateId, language }: { candidateId: string; language: Language },
): Promise<Headers> {
  const headers = new Headers({ 'Set-Cookie': await startSession(context, { candidateId }) })
  if (!(await hasLanguage(request))) headers.append('Set-Cookie', await languageCookie(language))
  return headers
}
