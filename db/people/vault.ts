// Encryption of personal data: AES-256-GCM, a key per person, wrapped by a master key that is kept outside the database.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** 32 bytes. */
export type MasterKey = Buffer
/** 32 bytes; decrypts one person's encrypted columns. */
export type PersonKey = Buffer

/**
 * To which lengths texts are filled up, so that a length says nothing of what is in them: bytes, by the kind of column; enough for what its
 * form takes. A longer text goes up to the next multiple, so that even the longest corrections have few lengths.
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

/** Which column a text belongs to, and which row. */
export type Bound = `${EncryptedKind}:${string}`

const VERSION = 'v2'
/** Without padding; such texts are encrypted again at start-up (db/people/old-texts.ts). */
const UNPADDED = 'v1'
/** Ends every text; zeros follow it. */
const END = 0x80
const KEY_BYTES = 32
const IV_BYTES = 12
/** Given for both: without it Node also accepts a shortened tag, which can be guessed. */
const TAG = { authTagLength: 16 }

/** What an encrypted text begins with that was written before texts were padded. */
export const UNPADDED_START = `${UNPADDED}.`
/** What every other begins with. */
export const ENCRYPTED_START = `${VERSION}.`

/**
 * The text is padded to one of the lengths of its kind.
 * @param bound what the text belongs to, as additional data: moved to another row, the text cannot be decrypted.
 */
export function encrypt(key: Buffer, bound: Bound, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv, TAG)
  cipher.setAAD(Buffer.from(`${VERSION}:${bound}`))
  const body = Buffer.concat([cipher.update(pad(kindOf(bound), text)), cipher.final()])
  return [VERSION, iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), body.toString('base64url')].join('.')
}

/** Throws when the key, `bound` or the text is not that of the encryption. */
export function decrypt(key: Buffer, bound: Bound, encrypted: string): string {
  const [version, iv, tag, body] = encrypted.split('.')
  if ((version !== VERSION && version !== UNPADDED) || iv === undefined || tag === undefined || body === undefined)
    throw new Error('Not an encrypted text')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), TAG)
  decipher.setAAD(Buffer.from(version === UNPADDED ? bound : `${VERSION}:${bound}`))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  const text = Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()])
  return version === UNPADDED ? text.toString('utf8') : unpad(text)
}

function pad(kind: EncryptedKind, text: string): Buffer {
  const written = Buffer.from(text, 'utf8')
  const step = PADDED_BYTES[kind]
  const padded = Buffer.alloc(Math.ceil((written.length + 1) / step) * step)
  written.copy(padded)
  padded[written.length] = END
  return padded
}

function unpad(padded: Buffer): string {
  const end = padded.lastIndexOf(END)
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('Not a padded text')
  return padded.subarray(0, end).toString('utf8')
}

function kindOf(bound: Bound): EncryptedKind {
  return bound.slice(0, bound.indexOf(':')) as EncryptedKind
}

export function newPersonKey(master: MasterKey, candidateId: string): { key: PersonKey; wrapped: string } {
  const key = randomBytes(KEY_BYTES)
  return { key, wrapped: encrypt(master, `key:${candidateId}`, key.toString('base64url')) }
}

export function openPersonKey(master: MasterKey, candidateId: string, wrapped: string): PersonKey {
  return Buffer.from(decrypt(master, `key:${candidateId}`, wrapped), 'base64url')
}
