// The SQLite engine: write-ahead log, one writer behind a queue, a reader that cannot write.
import { randomBytes } from 'node:crypto'
import { chmodSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from '#db/schema/index.ts'
import { migrateSqlite } from './migrate.ts'
import type { Db, Store, Tx, Violation } from './store.ts'

type Connection = Database.Database
type Options = { newId?: () => string }

const ID_BYTES = 9

function randomId(): string {
  return randomBytes(ID_BYTES).toString('base64url').replaceAll('-', 'x').replaceAll('_', 'y')
}

function prepare(connection: Connection, readOnly: boolean): Connection {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = NORMAL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('busy_timeout = 10000')
  // What is deleted is overwritten: a person's key that was destroyed must not lie in a free page.
  connection.pragma('secure_delete = ON')
  if (readOnly) connection.pragma('query_only = ON')
  return connection
}

/** drizzle types this driver as synchronous; awaiting its queries works the same, so the house sees one async type. */
function asDb(connection: Connection): Db {
  return drizzle(connection, { schema }) as unknown as Db
}

function storeOver(writer: Connection, reader: Connection, options: Options): Store {
  const writing = asDb(writer) as Tx
  const reading = asDb(reader)
  let queue: Promise<unknown> = Promise.resolve()

  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    writer.exec('BEGIN IMMEDIATE')
    try {
      const result = await work(writing)
      writer.exec('COMMIT')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      throw error
    }
  }

  return {
    read: (ask) => ask(reading),
    write: (work) => {
      const turn = queue.then(() => transaction(work))
      queue = turn.catch(() => undefined)
      return turn
    },
    newId: options.newId ?? randomId,
    ping: () => {
      reader.prepare('select 1').get()
      return Promise.resolve()
    },
    close: async () => {
      await queue
      reader.close()
      if (writer.open) writer.close()
    },
  }
}

/** For its owner alone, whatever the folder allows. */
function keepPrivate(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch {
    // Not ours to change, or a file system without modes: the folder's own permissions stand.
  }
}

/** Opens (and creates and migrates) the database file. Throws when it cannot be opened. */
export function openSqlite(file: string, options: Options = {}): Store {
  const connection = new Database(file)
  // Its log and shared memory, made next, take the same mode.
  keepPrivate(file)
  const writer = prepare(connection, false)
  migrateSqlite(writer)
  return storeOver(writer, prepare(new Database(file), true), options)
}

/** A database in memory, from the bytes of another; for tests. One connection serves both sides. */
export function openSqliteCopy(image: Buffer, options: Options = {}): Store {
  const connection = new Database(image)
  connection.pragma('foreign_keys = ON')
  const store = storeOver(connection, connection, options)
  return { ...store, read: store.read }
}

/** The bytes of a freshly migrated, empty database. */
export function emptySqliteImage(): Buffer {
  const connection = new Database(':memory:')
  connection.pragma('foreign_keys = ON')
  migrateSqlite(connection)
  const image = connection.serialize()
  connection.close()
  return image
}

/** Translates an engine's error; null when it is no violation of a constraint. */
export function violationOf(error: unknown): Violation | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Database.SqliteError)) return null
  const last = cause.message.split(': ').at(-1) ?? ''
  switch (cause.code) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
      return { kind: 'unique', constraint: last }
    case 'SQLITE_CONSTRAINT_CHECK':
      return { kind: 'check', constraint: last }
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return { kind: 'foreign_key', constraint: last }
    case 'SQLITE_CONSTRAINT_TRIGGER':
      return { kind: 'trigger', constraint: last }
    default:
      return null
  }
}
