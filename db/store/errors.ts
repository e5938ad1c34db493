// What an error of either engine means: a violated constraint, a serialization conflict, or a database that is unavailable.
import { getTableConfig, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { StoreUnavailable } from './store.ts'
import { TABLES } from './tables.ts'

/** `constraint` is the name in db/schema on every engine, or what a guard raises; '' where the engine does not say (a foreign key on SQLite). */
export type Violation = { kind: 'unique' | 'check' | 'foreign_key' | 'trigger'; constraint: string }

type Coded = Error & { code: string; constraint?: string }

/** drizzle wraps the driver's error as the cause of its own. */
function codedOf(error: unknown): Coded | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? (cause as Coded) : null
}

const KINDS: Readonly<Record<string, Violation['kind']>> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_CHECK: 'check',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign_key',
  SQLITE_CONSTRAINT_TRIGGER: 'trigger',
  '23505': 'unique',
  '23514': 'check',
  '23503': 'foreign_key',
  '23001': 'foreign_key',
  '23000': 'trigger',
}

let uniques: Map<string, string> | null = null

/** SQLite names the columns of a violated unique index, PostgreSQL the index: the schema knows both. */
function uniqueNamed(columns: string): string {
  uniques ??= new Map(
    TABLES.flatMap((source) => {
      const { name, indexes } = getTableConfig(source)
      return indexes
        .filter(({ config }) => config.unique)
        .map(({ config }) => [config.columns.map((column) => `${name}.${(column as SQLiteColumn).name}`).join(', '), config.name] as const)
    }),
  )
  return uniques.get(columns) ?? columns
}

/** Null when the error is no violation of a constraint. */
export function violationOf(error: unknown): Violation | null {
  const coded = codedOf(error)
  const kind = coded && KINDS[coded.code]
  if (!coded || !kind) return null
  if (!coded.code.startsWith('SQLITE_')) return { kind, constraint: coded.constraint ?? '' }
  const named = coded.message.includes(': ') ? (coded.message.split(': ').at(-1) ?? '') : coded.message
  if (kind === 'foreign_key') return { kind, constraint: '' }
  return { kind, constraint: kind === 'unique' ? uniqueNamed(named) : named }
}

/** A serialization failure or a deadlock: this transaction was rolled back and may be tried again. */
export function isConflict(error: unknown): boolean {
  const code = codedOf(error)?.code
  return code === '40001' || code === '40P01'
}

/** Another process is writing to the SQLite file. */
export function isBusyFile(error: unknown): boolean {
  return codedOf(error)?.code.startsWith('SQLITE_BUSY') === true
}

const BUSY: readonly string[] = ['53300', '55P03', '57014', '40001', '40P01']
const FULL: readonly string[] = ['53100', 'SQLITE_FULL', 'ENOSPC']
const DOWN: readonly string[] = [
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ENOENT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]
/** node-postgres gives no code to errors that it raises itself. */
const BUSY_WORDS = /^timeout exceeded when trying to connect|^Query read timeout/
const DOWN_WORDS = /^Connection terminated|^Client has encountered a connection error|^Cannot use a pool after calling end/

function unavailableCode(error: Error): StoreUnavailable['code'] | null {
  const code = codedOf(error)?.code ?? ''
  if (BUSY.includes(code) || isBusyFile(error)) return 'busy'
  if (FULL.includes(code)) return 'full'
  if (DOWN.includes(code) || code.startsWith('08') || code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN') return 'down'
  const said = error.cause instanceof Error ? error.cause.message : error.message
  if (BUSY_WORDS.test(said)) return 'busy'
  return DOWN_WORDS.test(said) ? 'down' : null
}

/** A `StoreUnavailable` when the database cannot do it now; else the same error. */
export function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailable) return error
  const code = unavailableCode(error)
  return code === null ? error : new StoreUnavailable(code, error)
}

/** Runs a query; rejects with `StoreUnavailable` when the database cannot answer now. */
export async function orUnavailable<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw asUnavailable(error)
  }
}
