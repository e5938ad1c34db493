// The one-time card a person sets a PIN with: its secret, as it is printed and as people type it.
import { CODE_ALPHABET } from '#app/domain/shared/code.ts'

export const CARD_DAYS = 14
const LETTERS = 8

/** `XXXX-XXXX`, about 40 bits. @param bytes at least 8 random bytes; the randomness comes from outside. */
export function cardSecretFrom(bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, LETTERS)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length] ?? '2').join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** What is hashed, and what is compared: lower case, spaces and the dash do not matter. Null when it cannot be a card's. */
export function normaliseCardSecret(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return letters.length === LETTERS ? letters : null
}
