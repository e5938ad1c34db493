// The PostgreSQL engine: a read-only pool, serializable transactions with bounded retries, and notifications of other processes' commits.
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { asUnavailable, isConflict, orUnavailable } from '../errors.ts'
import { randomId } from '../ids.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { listen } from './postgres-listen.ts'
import { asDb } from './postgres-session.ts'
import type { Store, Tx } from '../store.ts'

export type PostgresOptions = {
  newId?: () => string
  /** Of this process; a third of them writes. */
  connections?: number
  /** Called when an idle connection breaks. */
  onError?: (error: Error) => void
  /** Called each time a transaction is tried again after a conflict. */
  onConflict?: () => void
}

const DEFAULT_CONNECTIONS = 12
const WAIT_FOR_CONNECTION_MS = 3000
const READ_MS = 5000
const WRITE_MS = 15_000
/** The server's own limit ends a slow query before; this is for a server that does not answer any more. */
const SILENCE_MS = 5000
/** A connection that does not roll back at once is closed, which rolls back too. */
const ROLLBACK = { text: 'ROLLBACK', query_timeout: 1000 }
const MOST_TRIES = 12
const LONGEST_PAUSE_MS = 250

function poolOf(url: string, most: number, limitMs: number, readOnly: boolean, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'tilts',
    max: most,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: limitMs,
    query_timeout: limitMs + SILENCE_MS,
    lock_timeout: limitMs,
    idle_in_transaction_session_timeout: limitMs,
    ...(readOnly ? { options: '-c default_transaction_read_only=on' } : {}),
  })
  // The pool replaces an idle connection that breaks; without this listener the error would end the process.
  pool.on('error', onError)
  return pool
}

/** Exponential backoff with jitter, so that two transactions in conflict do not meet again. */
function pauseMs(tries: number): number {
  return Math.random() * Math.min(LONGEST_PAUSE_MS, 4 * 2 ** tries)
}

type Isolation = 'SERIALIZABLE' | 'READ COMMITTED'

async function transaction<T>(pool: pg.Pool, isolation: Isolation, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // The pool has no listener on a connection that is in use: one that breaks between two queries would end the process.
  const onBreak = (error: Error) => {
    broken = error
  }
  client.on('error', onBreak)
  try {
    await client.query(`BEGIN ISOLATION LEVEL ${isolation}`)
    const result = await work(asDb(client) as Tx)
    const { command } = await client.query('COMMIT')
    // When the work ignored a failed query, PostgreSQL answers COMMIT with a ROLLBACK and reports no error.
    if (command !== 'COMMIT') throw new Error('A query of this transaction failed, and the work went on')
    return result
  } catch (error) {
    await client.query(ROLLBACK).catch((failed: unknown) => {
      broken = failed instanceof Error ? failed : new Error('The transaction could not be rolled back')
    })
    throw error
  } finally {
    client.release(broken)
    client.off('error', onBreak)
  }
}

/** Opens and migrates the database. Rejects when it cannot be reached or written. */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { connections = DEFAULT_CONNECTIONS, onError = () => undefined, onConflict } = options
  await migratePostgres(url)
  const writing = Math.max(2, Math.floor(connections / 3))
  const writers = poolOf(url, writing, WRITE_MS, false, onError)
  const readers = poolOf(url, Math.max(2, connections - writing), READ_MS, true, onError)
  const reading = asDb(readers)
  const listener = listen(url, onError)

  async function untilDone<T>(isolation: Isolation, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await transaction(writers, isolation, work)
      } catch (error) {
        if (!isConflict(error) || tries === MOST_TRIES) throw asUnavailable(error)
      }
      onConflict?.()
      await pause(pauseMs(tries))
    }
  }

  return {
    read: (ask) => orUnavailable(() => ask(reading)),
    write: (work) => untilDone('SERIALIZABLE', work),
    take: (work) => untilDone('READ COMMITTED', (tx) => work(tx, sql` for update skip locked`)),
    forgetOverwritten: () => Promise.resolve(true),
    newId: options.newId ?? randomId,
    watch: listener.watch,
    ping: () =>
      orUnavailable(async () => {
        await readers.query('select 1')
      }),
    close: async () => {
      await listener.close()
      await Promise.all([readers.end(), writers.end()])
    },
  }
}
