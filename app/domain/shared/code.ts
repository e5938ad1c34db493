// Codes that people read to each other: `K-7Q4M-2X` for a person, `P-…` for a proposal. No letter or digit that is mistaken for another.

export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** @param bytes at least 6 */
export function codeFrom(kind: 'K' | 'P', bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, 6)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length] ?? '2')
  return `${kind}-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
