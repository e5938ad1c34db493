// To which lengths encrypted texts are filled up, so that a length says nothing of what is in them.

/**
 * Bytes, by the kind of column; enough for what its form takes. A longer text goes up to the next multiple, so that even the longest corrections
 * have few lengths.
 */
const PADDED_BYTES = {
  key: 64,
  label: 256,
  situation: 256,
  readiness: 384,
  identity: 2048,
  record: 2048,
  correction: 4096,
  note: 2048,
  said: 1024,
  handover: 1536,
  question: 2048,
  answer: 4096,
} as const

export type EncryptedKind = keyof typeof PADDED_BYTES

/** Ends every text; zeros follow it. */
const END = 0x80

export function pad(kind: EncryptedKind, text: string): Buffer {
  const written = Buffer.from(text, 'utf8')
  const step = PADDED_BYTES[kind]
  const padded = Buffer.alloc(Math.ceil((written.length + 1) / step) * step)
  written.copy(padded)
  padded[written.length] = END
  return padded
}

export function unpad(padded: Buffer): string {
  const end = padded.lastIndexOf(END)
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('Not a padded text')
  return padded.subarray(0, end).toString('utf8')
}
