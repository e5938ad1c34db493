// Limits on tries, and on what a request may carry.
import { createHmac } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { clearAttempts, countAttempt, type Limit } from '#db/accounts/attempts.ts'
import { networkOf } from './network.ts'

/** The largest form this site has is a vacancy's: far below this. */
export const LARGEST_BODY_BYTES = 262_144

const SIGN_IN_MS = 15 * 60_000
/** Of one account or code from one network. */
const SIGN_IN_LIMIT: Limit = { tries: 10, windowMs: SIGN_IN_MS }
/** Of one account or code from everywhere: far more, so that a stranger alone cannot shut its owner out. */
const EVERYWHERE_LIMIT: Limit = { tries: 100, windowMs: SIGN_IN_MS }
/** From one network, whatever it tries: an office behind one address is many people, a script is one. Each try costs a slow hash. */
const NETWORK_LIMIT: Limit = { tries: 120, windowMs: SIGN_IN_MS }
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

function byNetwork(context: AppLoadContext, subject: string): string {
  return `${subject} ${networkOf(context.client)}`
}

/** The same for signing in, before anything slow: a network that is refused no longer counts against the account. */
export async function minutesToSignIn(context: AppLoadContext, kind: string, subject: string): Promise<number> {
  return (
    (await minutesToWait(context, 'network', networkOf(context.client), NETWORK_LIMIT)) ||
    (await minutesToWait(context, kind, byNetwork(context, subject), SIGN_IN_LIMIT)) ||
    (await minutesToWait(context, `${kind}-everywhere`, subject, EVERYWHERE_LIMIT))
  )
}

/** For forms open to everybody: counted by network, since whatever is typed can be typed differently. */
export async function minutesToRegister(context: AppLoadContext, kind: string): Promise<number> {
  return minutesToWait(context, kind, networkOf(context.client), FORM_LIMIT)
}

/** Of signing in, once it was right. */
export async function forgetTries(context: AppLoadContext, kind: string, subject: string): Promise<void> {
  await clearAttempts(context.store, keyOf(context, kind, byNetwork(context, subject)))
  await clearAttempts(context.store, keyOf(context, `${kind}-everywhere`, subject))
}
