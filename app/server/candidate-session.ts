// Signing a person in: their session, the end of whoever's was here before, and their own language unless one was chosen here already.
import type { AppLoadContext } from '@remix-run/node'
import type { Language } from '#app/i18n/language.ts'
import { hasLanguage, languageCookie } from './language.ts'
import { signOut, startSession } from './session.ts'

export async function signInCandidate(
  request: Request,
  context: AppLoadContext,
  { candidateId, language }: { candidateId: string; language: Language },
): Promise<Headers> {
  await signOut(request, context)
  const headers = new Headers({ 'Set-Cookie': await startSession(context, { candidateId }) })
  if (!(await hasLanguage(request))) headers.append('Set-Cookie', await languageCookie(language))
  return headers
}
