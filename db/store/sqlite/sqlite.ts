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

/** How long a write waits for another process to finish its own; counted from when it was queued, so that the waits of a long queue do not add up. */
const WAIT_MS = 5000
const PAUSE_MS = 5

function prepare(connection: Connection, readOnly: boolean): Connection {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = NORMAL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('busy_timeout = 10000')
  // Deleted content is overwritten: a person's key that was destroyed must not remain in a free page.
  connection.pragma('secure_delete = ON')
  if (readOnly) connection.pragma('query_only = ON')
  return connection
}

/** drizzle types this driver as synchronous; its queries can be awaited all the same, so that both engines have one async type. */
function asDb(connection: Connection): Db {
  return drizzle(connection, { schema }) as unknown as Db
}

/** Waits for another process: SQLite's own waiting blocks the whole process, readers too. */
async function begin(writer: Connection, deadline: number): Promise<void> {
  for (;;) {
    try {
      writer.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!isBusyFile(error) || performance.now() >= deadline) throw error
    }
    await pause(PAUSE_MS)
  }
}

function storeOver(writer: Connection, reader: Connection, options: Options): Store {
  const writing = asDb(writer) as Tx
  const reading = asDb(reader)
  const watchers = openWatchers()
  let queue: Promise<unknown> = Promise.resolve()

  // See `begin`.
  writer.pragma('busy_timeout = 0')

  async function transaction<T>(work: (tx: Tx) => Promise<T>, deadline: number): Promise<T> {
    try {
      await begin(writer, deadline)
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
    // Monotonic: the system clock may be put back meanwhile.
    const deadline = performance.now() + WAIT_MS
    const turn = queue.then(() => transaction(work, deadline))
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    read: (ask) => orUnavailable(() => ask(reading)),
    write: inTurn,
    take: (work) => inTurn((tx) => work(tx, sql``)),
    forgetOverwritten: () => {
      const turn = queue.then(() => {
        const [answer] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
        return answer?.busy === 0
      })
      queue = turn.catch(() => undefined)
      return turn
    },
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

/** Readable by its owner alone, whatever the folder allows. */
function keepPrivate(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch {
    // The file is another user's, or the file system has no modes: the permissions of the folder apply.
  }
}

/** Opens (and creates and migrates) the database file. Throws when it cannot be opened. */
export function openSqlite(file: string, options: Options = {}): Store {
  const connection = new Database(file)
  // Before the log and the shared memory are created, which take the mode of the file.
  keepPrivate(file)
  const writer = prepare(connection, false)
  migrateSqlite(writer)
  return storeOver(writer, prepare(new Database(file), true), options)
}
