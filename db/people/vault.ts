// Encryption of personal data: AES-256-GCM, a key per person, wrapped by a master key that is kept outside the database.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** 32 bytes. */
export type MasterKey = Buffer
/** 32 bytes; decrypts one person's encrypted columns. */
export type PersonKey = Buffer

const VERSION = 'v1'
const KEY_BYTES = 32
const IV_BYTES = 12
/** Given for both: without it Node also accepts a shortened tag, which can be guessed. */
const TAG = { authTagLength: 16 }

/** @param bound what the text belongs to (column and candidate's id), as additional data: moved to another row, the text cannot be decrypted. */
export function encrypt(key: Buffer, bound: string, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv, TAG)
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [VERSION, iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), body.toString('base64url')].join('.')
}

/** Throws when the key, `bound` or the text is not that of the encryption. */
export function decrypt(key: Buffer, bound: string, encrypted: string): string {
  const [version, iv, tag, body] = encrypted.split('.')
  if (version !== VERSION || iv === undefined || tag === undefined || body === undefined) throw new Error('Not an encrypted text')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), TAG)
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8')
}

export function newPersonKey(master: MasterKey, candidateId: string): { key: PersonKey; wrapped: string } {
  const key = randomBytes(KEY_BYTES)
  return { key, wrapped: encrypt(master, `key:${candidateId}`, key.toString('base64url')) }
}

export function openPersonKey(master: MasterKey, candidateId: string, wrapped: string): PersonKey {
  return Buffer.from(decrypt(master, `key:${candidateId}`, wrapped), 'base64url')
}
