// By what two registrations of one personal code are found: a keyed hash of the code, so that a stolen database tells no codes.
import { createHmac, hkdfSync } from 'node:crypto'
import type { MasterKey } from './vault.ts'

const PURPOSE = 'tilts personal code'
const KEY_BYTES = 32

/** Equal for equal codes. Somebody without a code has a key that nobody shares: who has none is not told either. */
export function codeKeyOf(master: MasterKey, candidateId: string, personalCode: string | null): string {
  const key = Buffer.from(hkdfSync('sha256', master, '', PURPOSE, KEY_BYTES))
  const hashed = personalCode === null ? `none:${candidateId}` : personalCode.replaceAll(/\D/g, '')
  return createHmac('sha256', key).update(hashed).digest('base64url')
}
