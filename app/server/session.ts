// The session cookie: a signed random token; the store knows its hash.
import { createCookie, type AppLoadContext } from '@remix-run/node'
import { createSession, endSession, findSession, type SessionOf, type SignedIn } from '#db/accounts/sessions.ts'
import { isStoreUnavailable } from '#db/store/store.ts'
import { hashToken, newToken } from './password.ts'

/** Of every cookie that only the server reads. */
export function cookieAttributes({ baseUrl }: AppLoadContext) {
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: baseUrl.startsWith('https:') }
}

function cookieOf(context: AppLoadContext) {
  return createCookie('tilts_session', { ...cookieAttributes(context), secrets: context.sessionSecrets })
}

async function tokenOf(request: Request, context: AppLoadContext): Promise<string | null> {
  const token: unknown = await cookieOf(context).parse(request.headers.get('Cookie'))
  return typeof token === 'string' && token.length < 100 ? token : null
}

/** @returns the `Set-Cookie` header. A new token each time, so that a planted one never becomes a signed-in one. */
export async function startSession(context: AppLoadContext, of: SessionOf): Promise<string> {
  const token = newToken()
  await createSession(context.store, of, hashToken(token), context.now())
  return cookieOf(context).serialize(token)
}

export async function signOut(request: Request, context: AppLoadContext): Promise<string> {
  const token = await tokenOf(request, context)
  try {
    if (token !== null) await endSession(context.store, hashToken(token))
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error
    // Whoever leaves a shared computer must be out of it: the browser forgets the token now, and the session ends by its age.
    context.log.incident(context.requestId, error, { area: 'database' })
  }
  return cookieOf(context).serialize('', { maxAge: 0 })
}

export async function signedIn(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  const token = await tokenOf(request, context)
  return token === null ? null : findSession(context.store, hashToken(token), context.now())
}
