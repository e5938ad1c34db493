// Limits on tries, and on what a request may carry.
import { createHmac } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { clearAttempts, countAttempt, type Limit } from '#db/attempts.ts'

/** The largest form this site has is a vacancy's: far below this. */
export const LARGEST_BODY_BYTES = 262_144

export const SIGN_IN_LIMIT: Limit = { tries: 10, windowMs: 15 * 60_000 }
export const FORM_LIMIT: Limit = { tries: 20, windowMs: 60 * 60_000 }

/** Keyed, so that the table does not tell which e-mails or codes were tried. */
function keyOf(context: AppLoadContext, kind: string, subject: string): string {
  return createHmac('sha256', context.sessionSecrets[0] ?? '')
    .update(`${kind}:${subject.toLowerCase()}`)
    .digest('base64url')
}

/** @returns whole minutes to wait; 0 when the try is allowed. */
export async function minutesToWait(context: AppLoadContext, kind: string, subject: string, limit: Limit): Promise<number> {
  return Math.ceil((await countAttempt(context.store, keyOf(context, kind, subject), limit, context.now())) / 60_000)
}

export async function forgetTries(context: AppLoadContext, kind: string, subject: string): Promise<void> {
  await clearAttempts(context.store, keyOf(context, kind, subject))
}
