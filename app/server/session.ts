// The session cookie: a signed random token; the store knows its hash.
import { createCookie, type AppLoadContext } from '@remix-run/node'
import { createSession, endSession, findSession, type SessionOf, type SignedIn } from '#db/sessions.ts'
import { hashToken, newToken } from './password.ts'

function cookieOf(context: AppLoadContext) {
  return createCookie('tilts_session', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: context.baseUrl.startsWith('https:'),
    secrets: context.sessionSecrets,
  })
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
  if (token !== null) await endSession(context.store, hashToken(token))
  return cookieOf(context).serialize('', { maxAge: 0 })
}

export async function signedIn(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  const token = await tokenOf(request, context)
  return token === null ? null : findSession(context.store, hashToken(token), context.now())
}
