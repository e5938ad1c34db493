// The one door to the database. Async, because PostgreSQL is; nothing above this folder knows the engine.
import type { SQL } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from '#db/schema/index.ts'

/** A connection to ask with. Every query is awaited; only what both dialects have is used. */
export type Db = BaseSQLiteDatabase<'async', unknown, typeof schema>

/** A transaction: what `write` hands to its work. Separate from `Db`, so that a change cannot be made outside one. */
export type Tx = Db & { readonly inTransaction: true }

export type Store = {
  /** Asks on a connection that refuses to write. Each query sees what is committed when it begins. */
  read<T>(ask: (db: Db) => Promise<T>): Promise<T>
  /**
   * One transaction, as if no other ran beside it. A throw rolls everything back. Nothing slow inside, and nothing outside of it: the work
   * is done again when another transaction came in between.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * One transaction in which a row is taken that others want as well: whoever comes second passes it over instead of waiting or trying again.
   * @param work `unheld` ends the select of the rows to choose from. Only for one statement: others may come in between two.
   */
  take<T>(work: (tx: Tx, unheld: SQL) => Promise<T>): Promise<T>
  /** A fresh public id: unguessable, not in order. */
  newId(): string
  /** Calls when something may have been committed, by this process or another, and every second in any case. @returns how to stop it. */
  watch(look: () => void): () => void
  /** Rejects when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** How often `watch` calls without having heard of anything, milliseconds: changes whose news was lost are seen then. */
export const WATCH_MS = 1000

/**
 * The database cannot do it now and may be able to later; nothing was written, unless the connection broke in the very commit.
 * `busy`: too many at once, or the same rows were fought over for too long. `down`: it does not answer. `full`: its disk is.
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

/** Told by its name: the store and the pages may hold two copies of the class (docs/decisions/0003). */
export function isStoreUnavailable(error: unknown): error is StoreUnavailable {
  return error instanceof Error && error.name === 'StoreUnavailable'
}
