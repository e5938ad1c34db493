// What must be true before the server listens: a writable data folder, the keys, and one clear sentence for whatever stops the start.
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { joinDeployment } from '#db/store/deployment.ts'
import { TOO_OLD } from '#db/store/postgres/migrate-postgres.ts'
import type { Store } from '#db/store/store.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { type Config, SESSION_SECRET_LENGTH, VAULT_KEY_BYTES } from './config.ts'
import { explainDatabaseError } from './database-problem.ts'

/** Something an operator can put right; its message is the one sentence to print. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}

export type Keys = {
  /** The vault's master key, 32 bytes. */
  vaultKey: Buffer
  /** The first one signs, all of them verify; never empty. */
  sessionSecrets: string[]
}

/**
 * Makes the data folder when it is missing and tries to write in it.
 * A folder belongs to one mode for good: a demo's one-click sign-ins must never open real data, and production must never show invented people.
 * The database says it too (`checkDeployment`); the folder says it before its database is opened and migrated, and keeps a demo's keys apart.
 * @throws StartProblem when it cannot be written or belongs to the other mode
 */
export function prepareDataFolder(config: Config): void {
  const folder = config.dataFolder
  try {
    makeFolder(folder)
    const probe = join(folder, `.write-probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new StartProblem(unwritable(folder, codeOf(error)), { cause: error })
  }
  const owner = readOrMake(join(folder, 'mode'), () => config.mode)
  if (owner !== config.mode) {
    throw new StartProblem(
      `The data folder ${folder} belongs to ${owner} mode and the mode is now ${config.mode}: give each mode its own folder with TILTS_DATA.`,
    )
  }
}

/**
 * The keys that were given, or in a demo its own, made at the first start and readable by their owner only.
 * @throws StartProblem when a key file is damaged or cannot be read
 */
export function loadKeys(config: Config): Keys {
  return {
    vaultKey: config.vaultKey ?? ownVaultKey(join(config.dataFolder, 'keys', 'vault.key')),
    sessionSecrets:
      config.sessionSecrets.length > 0 ? config.sessionSecrets : [ownSessionSecret(join(config.dataFolder, 'keys', 'session.secret'))],
  }
}

/**
 * The database belongs to one mode and one key for good, however many machines serve it. Asked before anything else is written to it.
 * @throws StartProblem when it belongs to another
 */
export async function checkDeployment(store: Store, config: Config, { vaultKey }: Keys, now: Instant): Promise<void> {
  const joined = await joinDeployment(store, { mode: config.mode, master: vaultKey }, now)
  const database = config.databaseUrl === null ? `The database in ${config.dataFolder}` : 'The database of DATABASE_URL'
  if (joined.kind === 'otherMode') {
    throw new StartProblem(
      `${database} belongs to ${joined.mode} mode and the mode is now ${config.mode}: give each mode its own database${config.databaseUrl === null ? ' and folder with TILTS_DATA' : ' with DATABASE_URL'}.`,
    )
  }
  if (joined.kind === 'otherKey') {
    const given = config.vaultKey ? 'TILTS_KEY' : `the key in ${join(config.dataFolder, 'keys', 'vault.key')}`
    throw new StartProblem(
      `${database} was begun with another key than ${given}, which could not read what is encrypted in it: start with that key.`,
    )
  }
}

/** The one sentence for an error that an operator can put right, or null for a bug (which deserves its stack). */
export function explainStartError(error: unknown, config: Config): string | null {
  if (error instanceof StartProblem) return error.message
  if (!(error instanceof Error)) return null
  // drizzle and the store hand on the driver's error as the cause of their own.
  const cause = codeOf(error.cause) !== undefined || error.name === 'StoreUnavailable' ? error.cause : error
  if (!(cause instanceof Error)) return null
  const code = codeOf(cause)
  if (code === TOO_OLD) return `${cause.message}.`
  if (config.databaseUrl !== null) {
    const sentence = explainDatabaseError(cause, code, config.databaseUrl)
    if (sentence !== null) return sentence
  }
  if (code === undefined) return null
  // SQLite says more after the second underscore (SQLITE_CANTOPEN_ISDIR) than an operator needs.
  const explain = SENTENCES[code.startsWith('SQLITE_') ? code.split('_', 2).join('_') : code]
  if (explain) return explain(config)
  if (isListenError(cause)) return `The server cannot listen on ${config.host} port ${config.port} (${code}): check HOST and PORT.`
  if (UNWRITABLE.includes(code)) return unwritable(config.dataFolder, code)
  return null
}

const UNWRITABLE: readonly string[] = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOSPC', 'EDQUOT']

const SENTENCES: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use by another program: stop that program or choose another port with PORT, for example PORT=${(port % 65_535) + 1} npm start.`,
  SQLITE_CANTOPEN: ({ dataFolder }) => unwritable(dataFolder, 'SQLITE_CANTOPEN'),
  SQLITE_READONLY: ({ dataFolder }) => unwritable(dataFolder, 'SQLITE_READONLY'),
  SQLITE_FULL: ({ dataFolder }) => `The disk with the data folder ${dataFolder} is full: make room and start again.`,
  SQLITE_NOTADB: ({ dataFolder }) =>
    `A file in the data folder ${dataFolder} is not a database of Tilts: put it back from a backup or use another folder.`,
  SQLITE_CORRUPT: ({ dataFolder }) => `The database in ${dataFolder} is damaged: put it back from a backup.`,
  SQLITE_BUSY: ({ dataFolder }) => `The database in ${dataFolder} is held by another program: stop that program and start again.`,
  ERR_DLOPEN_FAILED: () => 'The installed packages were made for another Node.js: delete the folder node_modules and run npm start again.',
}

function unwritable(folder: string, code: string | undefined): string {
  return `The data folder ${folder} cannot be written (${code ?? 'unknown error'}): allow writing to it or choose another folder with TILTS_DATA.`
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function isListenError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['listen', 'bind', 'getaddrinfo'].includes(String(error.syscall))
}

function ownVaultKey(file: string): Buffer {
  const key = Buffer.from(
    ownKey(file, () => randomBytes(VAULT_KEY_BYTES).toString('base64')),
    'base64',
  )
  // Never replaced: what was encrypted with it could then no longer be read by anybody.
  if (key.length !== VAULT_KEY_BYTES) throw new StartProblem(`The key file ${file} is damaged: put it back from a backup.`)
  return key
}

function ownSessionSecret(file: string): string {
  const secret = ownKey(file, () => randomBytes(48).toString('base64url'))
  if (secret.length < SESSION_SECRET_LENGTH)
    throw new StartProblem(`The key file ${file} is damaged: delete it, and everybody signs in again.`)
  return secret
}

function ownKey(file: string, make: () => string): string {
  try {
    makeFolder(dirname(file))
    const key = readOrMake(file, make)
    // A copy put back from a backup may have come with wider permissions.
    chmodSync(file, 0o600)
    return key
  } catch (error) {
    throw new StartProblem(`The key file ${file} cannot be read or made (${codeOf(error) ?? 'unknown error'}): check its permissions.`, {
      cause: error,
    })
  }
}

/** Step by step, because `mkdirSync` with `recursive` never returns where a folder says that it is there and takes nothing (below /proc). */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** Exclusive creation, so that of two starts at once one makes the file and both read the same. */
function readOrMake(file: string, make: () => string): string {
  try {
    writeFileSync(file, `${make()}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
