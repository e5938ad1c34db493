// The interface of the database. It is async because PostgreSQL is; code outside this folder does not know which engine runs.
import type { SQL } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from '#db/schema/index.ts'

/** A connection for queries. Every query is awaited; only SQL that both dialects have is used. */
export type Db = BaseSQLiteDatabase<'async', unknown, typeof schema>

/** A transaction, given to the work of `write`. A type of its own, so that a function that changes rows cannot be called outside one. */
export type Tx = Db & { readonly inTransaction: true }

export type Store = {
  /** Queries on a read-only connection. Each query sees what is committed when it begins. */
  read: <T>(ask: (db: Db) => Promise<T>) => Promise<T>
  /**
   * One serializable transaction. A throw rolls it back. When it conflicts with another, the work runs again, so it does nothing slow and
   * nothing outside the database.
   */
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /**
   * One transaction that claims a row which other processes want as well (READ COMMITTED): the second skips the row that is locked, instead
   * of waiting for it. @param work a single statement, whose select of the rows to choose from ends with `skipLocked`.
   */
  take: <T>(work: (tx: Tx, skipLocked: SQL) => Promise<T>) => Promise<T>
  /**
   * What was overwritten or deleted leaves the log, too, of SQLite. On PostgreSQL nothing: docs/running.md says what remains, and the command that
   * ends it.
   */
  forgetOverwritten: () => Promise<boolean>
  /** A new public id: unguessable, in no order. */
  newId: () => string
  /** Calls `look` when this process or another may have committed something, and every second anyway. @returns a function that stops it. */
  watch: (look: () => void) => () => void
  /** Rejects when the database does not answer. */
  ping: () => Promise<void>
  close: () => Promise<void>
}

/** How often `watch` calls without a notification, so that a lost one only delays. */
export const WATCH_MS = 1000

/**
 * The database is unavailable for the moment; nothing was written, unless the connection broke during the commit.
 * `busy`: too many connections, or conflicts that did not end. `down`: it does not answer. `full`: its disk is full.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'

  constructor(
    readonly code: 'busy' | 'down' | 'full',
    cause: unknown,
  ) {
    super(`The database is ${code}`, { cause })
  }
}

/** Recognised by its name, since the server and the bundle of the pages each have a copy of the class (docs/decisions/0003). */
export function isStoreUnavailable(error: unknown): error is StoreUnavailable {
  return error instanceof Error && error.name === 'StoreUnavailable'
}
