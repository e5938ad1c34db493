// What stops a move, a backup or a restore, as the one sentence an operator reads.
import { asUnavailable } from '#db/store/errors.ts'
import { isStoreUnavailable } from '#db/store/store.ts'

/** Something an operator can put right; its message is the sentence to print. Never holds a password or a row's values. */
export class CopyProblem extends Error {
  override readonly name = 'CopyProblem'
}

const BY_CODE: Readonly<Record<string, (name: string) => string>> = {
  '28P01': (name) => `${name} refuses the user or the password.`,
  '28000': (name) => `${name} refuses the user or the password.`,
  '3D000': (name) => `${name} does not exist on its server: make it first with createdb.`,
  '42501': (name) => `The user may not do this in ${name}: use the user that owns the database.`,
  '25006': (name) => `${name} may only be read there (a standby?): name the main server.`,
  SQLITE_NOTADB: (name) => `${name} is not a database of Tilts.`,
  SQLITE_CORRUPT: (name) => `${name} is damaged.`,
  SQLITE_CANTOPEN: (name) => `${name} cannot be opened: check the path and its permissions.`,
  SQLITE_READONLY: (name) => `${name} cannot be written: check its permissions.`,
  SQLITE_BUSY: (name) => `${name} is held by another program: stop that program first.`,
  EACCES: (name) => `${name} cannot be written or read (EACCES): check its permissions.`,
  EPERM: (name) => `${name} cannot be written or read (EPERM): check its permissions.`,
  EROFS: (name) => `${name} cannot be written (EROFS): it is read-only.`,
  ENOTDIR: (name) => `${name} is not in a folder: a file stands in its way.`,
  ENOENT: (name) => `${name} is not there.`,
  EEXIST: (name) => `${name} cannot be a folder: a file stands there.`,
  EISDIR: (name) => `${name} is a folder, not a file.`,
  EDQUOT: (name) => `The disk quota for ${name} is used up: make room first.`,
}

function sentenceFor(error: unknown, name: string): string | null {
  const unavailable = asUnavailable(error)
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = BY_CODE[code.startsWith('SQLITE_') ? code.split('_', 2).join('_') : code]
  if (known) return known(name)
  // node-postgres gives no code to its own time limits.
  if (error instanceof Error && error.message === 'timeout expired')
    return `${name} does not answer: check that it runs and can be reached.`
  if (!isStoreUnavailable(unavailable)) return null
  if (unavailable.code === 'full') return `The disk with ${name} is full: make room first.`
  if (unavailable.code === 'busy') return `${name} is busy: stop what uses it and try again.`
  return `${name} does not answer${code === '' ? '' : ` (${code})`}: check that it runs and can be reached.`
}

/** A `CopyProblem` when the error is one that an operator can put right; else the same error, since a bug needs its stack. */
export function asProblem(error: unknown, name: string): unknown {
  if (error instanceof CopyProblem) return error
  const sentence = sentenceFor(error, name)
  return sentence === null ? error : new CopyProblem(sentence, { cause: error })
}

/** Runs work on one database or file; what goes wrong with it is thrown as a `CopyProblem` that names it. */
export async function at<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asProblem(error, name)
  }
}
