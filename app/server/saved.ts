// "Saved.", said once: whoever saved takes a cookie to the next page, which says so and clears it.
import { createCookie, type AppLoadContext } from '@remix-run/node'
import { seeOther } from './responses.ts'
import { cookieAttributes } from './session.ts'

/** What is said. "Saved." would be wrong of what is gone. */
const WORDS = ['saved', 'erased'] as const

type SavedWord = (typeof WORDS)[number]

const SECONDS_TO_NEXT_PAGE = 60

function cookieOf(context: AppLoadContext) {
  return createCookie('tilts_saved', { ...cookieAttributes(context), maxAge: SECONDS_TO_NEXT_PAGE })
}

/** The change was saved: see the result by a GET, which says so. */
export async function seeSaved(context: AppLoadContext, path: string, word: SavedWord = 'saved') {
  return seeOther(path, { 'Set-Cookie': await cookieOf(context).serialize(word) })
}

/** What this answer is to say, and the headers after which no other one does. */
export async function takeSaved(request: Request, context: AppLoadContext): Promise<{ saved: SavedWord | null; headers: HeadersInit }> {
  const cookie = cookieOf(context)
  const kept: unknown = await cookie.parse(request.headers.get('Cookie'))
  if (kept === null) return { saved: null, headers: {} }
  return { saved: WORDS.find((word) => word === kept) ?? 'saved', headers: { 'Set-Cookie': await cookie.serialize('', { maxAge: 0 }) } }
}
