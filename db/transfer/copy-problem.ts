// What stops a move, a backup or a restore, as the one sentence an operator reads.
import { asUnavailable } from '#db/store/errors.ts'
import { isStoreUnavailable } from '#db/store/store.ts'

/** Something an operator can put right; its message is the sentence to print. Never holds a password or a row's values. */
export class CopyProblem extends Error {
  override readonly name = 'CopyProblem'
}

const BY_CODE: Readonly<Record<string, (place: string) => string>> = {
  '28P01': (place) => `${place} refuses the user or the password.`,
  '28000': (place) => `${place} refuses the user or the password.`,
  '3D000': (place) => `${place} does not exist on its server: make it first with createdb.`,
  '42501': (place) => `The user may not do this in ${place}: use the user that owns the database.`,
  '25006': (place) => `${place} may only be read there (a standby?): name the main server.`,
  SQLITE_NOTADB: (place) => `${place} is not a database of Tilts.`,
  SQLITE_CORRUPT: (place) => `${place} is damaged.`,
  SQLITE_CANTOPEN: (place) => `${place} cannot be opened: check the path and its permissions.`,
  SQLITE_READONLY: (place) => `${place} cannot be written: check its permissions.`,
  SQLITE_BUSY: (place) => `${place} is held by another program: stop that program first.`,
  EACCES: (place) => `${place} cannot be written or read (EACCES): check its permissions.`,
  EPERM: (place) => `${place} cannot be written or read (EPERM): check its permissions.`,
  EROFS: (place) => `${place} cannot be written (EROFS): it is read-only.`,
  ENOTDIR: (place) => `${place} is not in a folder: a file stands in its way.`,
  ENOENT: (place) => `${place} is not there.`,
  EEXIST: (place) => `${place} cannot be a folder: a file stands there.`,
  EISDIR: (place) => `${place} is a folder, not a file.`,
  EDQUOT: (place) => `The disk quota for ${place} is used up: make room first.`,
}

function sentenceFor(error: unknown, place: string): string | null {
  const unavailable = asUnavailable(error)
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = BY_CODE[code.startsWith('SQLITE_') ? code.split('_', 2).join('_') : code]
  if (known) return known(place)
  // node-postgres gives no code to its own patience.
  if (error instanceof Error && error.message === 'timeout expired')
    return `${place} does not answer: check that it runs and can be reached.`
  if (!isStoreUnavailable(unavailable)) return null
  if (unavailable.code === 'full') return `The disk with ${place} is full: make room first.`
  if (unavailable.code === 'busy') return `${place} is busy: stop what uses it and try again.`
  return `${place} does not answer${code === '' ? '' : ` (${code})`}: check that it runs and can be reached.`
}

/** A problem with the place as a sentence, or the same error: a bug deserves its stack. */
export function asProblem(error: unknown, place: string): unknown {
  if (error instanceof CopyProblem) return error
  const sentence = sentenceFor(error, place)
  return sentence === null ? error : new CopyProblem(sentence, { cause: error })
}

/** Runs what works on one place, and says whatever is wrong with it in a sentence. */
export async function at<T>(place: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asProblem(error, place)
  }
}
