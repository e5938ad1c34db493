// The SQLite engine: write-ahead log, one writer behind a queue, a reader that cannot write.
import { chmodSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from '#db/schema/index.ts'
import { asUnavailable, isBusyFile, orUnavailable } from '../errors.ts'
import { randomId } from '../ids.ts'
import { migrateSqlite } from './migrate-sqlite.ts'
import type { Db, Store, Tx } from '../store.ts'
import { openWatchers } from '../watchers.ts'

type Connection = Database.Database
type Options = { newId?: () => string }

/** For another process to finish its write; counted from when ours was asked for, so that a long queue does not wait once for each. */
const WAIT_MS = 5000
const PAUSE_MS = 5

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
  const watchers = openWatchers()
  let queue: Promise<unknown> = Promise.resolve()

  // SQLite's own waiting would stop the whole process, readers too.
  writer.pragma('busy_timeout = 0')

  async function begin(late: number): Promise<void> {
    for (;;) {
      try {
        writer.exec('BEGIN IMMEDIATE')
        return
      } catch (error) {
        if (!isBusyFile(error) || performance.now() >= late) throw error
      }
      await pause(PAUSE_MS)
    }
  }

  async function transaction<T>(work: (tx: Tx) => Promise<T>, late: number): Promise<T> {
    try {
      await begin(late)
      const result = await work(writing)
      writer.exec('COMMIT')
      watchers.tell()
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      throw asUnavailable(error)
    }
  }

  function inTurn<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    // Not the clock on the wall, which may be put back meanwhile.
    const late = performance.now() + WAIT_MS
    const turn = queue.then(() => transaction(work, late))
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    read: (ask) => orUnavailable(() => ask(reading)),
    write: inTurn,
    take: (work) => inTurn((tx) => work(tx, sql``)),
    newId: options.newId ?? randomId,
    watch: watchers.watch,
    ping: () =>
      orUnavailable(() => {
        reader.prepare('select 1').get()
      }),
    close: async () => {
      watchers.close()
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
