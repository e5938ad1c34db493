// "Saved.", said once: whoever saved takes a cookie to the next page, which says so and clears it.
import { createCookie, type AppLoadContext } from '@remix-run/node'
import { seeOther } from './responses.ts'
import { cookieAttributes } from './session.ts'

const SECONDS_TO_NEXT_PAGE = 60

function cookieOf(context: AppLoadContext) {
  return createCookie('tilts_saved', { ...cookieAttributes(context), maxAge: SECONDS_TO_NEXT_PAGE })
}

/** The change was saved: see the result by a GET, which says so. */
export async function seeSaved(context: AppLoadContext, path: string) {
  return seeOther(path, { 'Set-Cookie': await cookieOf(context).serialize('saved') })
}

/** Whether this answer is to say so, and the headers after which no other one does. */
export async function takeSaved(request: Request, context: AppLoadContext): Promise<{ saved: boolean; headers: HeadersInit }> {
  const cookie = cookieOf(context)
  if ((await cookie.parse(request.headers.get('Cookie'))) === null) return { saved: false, headers: {} }
  return { saved: true, headers: { 'Set-Cookie': await cookie.serialize('', { maxAge: 0 }) } }
}
