// The one door to the database. Async, because PostgreSQL is; nothing above this folder knows the engine.
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from '#db/schema/index.ts'

/** A connection to ask with. Every query is awaited; only what both dialects have is used. */
export type Db = BaseSQLiteDatabase<'async', unknown, typeof schema>

/** A transaction: what `write` hands to its work. Separate from `Db`, so that a change cannot be made outside one. */
export type Tx = Db & { readonly inTransaction: true }

export type Store = {
  /** Asks on a reader connection, which refuses to write. */
  read<T>(ask: (db: Db) => Promise<T>): Promise<T>
  /** One transaction, one writer at a time. A throw rolls everything back. Nothing slow inside. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A fresh public id: unguessable, not in order. */
  newId(): string
  /** Rejects when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** What a violated constraint is called on every engine. */
export type Violation = { kind: 'unique' | 'check' | 'foreign_key' | 'trigger'; constraint: string }
