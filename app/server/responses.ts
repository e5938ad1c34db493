// One spelling for each way to refuse or to move on.
import { data, redirect } from '@remix-run/node'
import type { Entered, Problems } from '#app/forms/parse-form.ts'

/** Not there, or not theirs: the two look the same. */
export function notFound(): Response {
  return new Response('Not found', { status: 404, statusText: 'Not Found' })
}

/** They may see that it exists, and lack the role for it. */
export function forbidden(): Response {
  return new Response('Forbidden', { status: 403, statusText: 'Forbidden' })
}

/** Seconds. */
export const RETRY_AFTER = '10'
/** What app/root.tsx reads in the error: a change was sent and was not made. */
export const UNSAVED = 'unsaved'

/** Too much at once, or the database does not answer; nothing was changed. */
export function busy(body = 'Busy'): Response {
  return new Response(body, { status: 503, statusText: 'Service Unavailable', headers: { 'Retry-After': RETRY_AFTER } })
}

/** The person can fix it: problems by field, with what was typed. Field `form` stands for the whole form. */
export function unprocessable(problems: Problems, entered: Entered = {}) {
  return data({ problems, entered }, 422)
}

/** The change was made: see the result by a GET. */
export function seeOther(path: string, headers?: HeadersInit) {
  return redirect(path, { status: 303, ...(headers ? { headers } : {}) })
}

/** Only paths of this site: never a redirect to where an address says. */
export function ownPath(path: unknown, fallback: string): string {
  return typeof path === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && path.length < 500 ? path : fallback
}
