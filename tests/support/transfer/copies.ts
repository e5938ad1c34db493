// Databases that commands carry from one place to another: made where a test wants them, and taken away after it.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgresWith } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqliteWith } from 'drizzle-orm/better-sqlite3/migrator'
import Database from 'better-sqlite3'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import type { CommandTerminal, ExitCode } from '#app/commands/terminal.ts'
import type { DatabaseLocation } from '#db/transfer/database-location.ts'
import { migrationsOf, type Engine } from '#db/store/migrations.ts'
import { openPostgres } from '#db/store/postgres/postgres.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { postgresCopy } from '../database.ts'
import { administer, databaseUrl } from '#tests/support/postgres/postgres-server.ts'

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-copies-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Migrated on PostgreSQL; on SQLite not even made yet, as where a site begins. */
export async function emptyPlace(engine: Engine): Promise<DatabaseLocation> {
  if (engine === 'sqlite') return { engine, file: join(aFolder(), 'tilts.sqlite') }
  const { url, drop } = await postgresCopy()
  onTestFinished(drop)
  return { engine, url }
}

/** A PostgreSQL database that nobody has migrated. */
export async function bareUrl(): Promise<string> {
  const name = `tilts_test_${randomBytes(8).toString('hex')}`
  await administer(inject('postgresUrl'), `CREATE DATABASE ${name}`)
  onTestFinished(() => administer(inject('postgresUrl'), `DROP DATABASE ${name} WITH (FORCE)`))
  return databaseUrl(inject('postgresUrl'), name)
}

export async function openIn(place: DatabaseLocation): Promise<Store> {
  return place.engine === 'sqlite' ? openSqlite(place.file) : openPostgres(place.url, { connections: 6 })
}

/** Closed by the time it resolves: then the place may be copied or replaced. */
export async function inStore<T>(place: DatabaseLocation, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openIn(place)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** One statement that the store would not make. */
export async function sqlIn(place: DatabaseLocation, statement: string): Promise<void> {
  if (place.engine === 'postgres') return administer(place.url, statement)
  const connection = new Database(place.file)
  try {
    connection.exec(statement)
  } finally {
    connection.close()
  }
}

/** The first migrations, with the journal they were made with. @param count below zero: all but the last so many. @returns a folder in `within`. */
export function firstMigrations(engine: Engine, count: number, within: string): string {
  const copy = join(within, 'migrations')
  cpSync(migrationsOf(engine), copy, { recursive: true })
  const file = join(copy, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: unknown[] }
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }))
  return copy
}

/** As a Tilts made it that has these first migrations, or lacks the last. */
export async function olderPlace(engine: Engine, count = -1): Promise<DatabaseLocation> {
  const migrationsFolder = firstMigrations(engine, count, aFolder())
  if (engine === 'sqlite') {
    const file = join(aFolder(), 'tilts.sqlite')
    const connection = new Database(file)
    migrateSqliteWith(drizzleSqlite(connection), { migrationsFolder })
    connection.close()
    return { engine, file }
  }
  const url = await bareUrl()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await migratePostgresWith(drizzlePostgres(client), { migrationsFolder, migrationsSchema: 'public' })
  await client.end()
  return { engine, url }
}

/** One that a newer Tilts migrated further. */
export async function fromTheFuture(place: DatabaseLocation): Promise<void> {
  await sqlIn(place, `insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)`)
}

export type Spoken = { code: ExitCode; out: string[]; progress: string[] }

/** Runs a command as an operator does, and hears all it says. */
export async function spoken(
  command: (args: readonly string[], terminal: CommandTerminal) => Promise<ExitCode>,
  args: readonly string[],
  { env = process.env, now = Date.now }: Partial<Pick<CommandTerminal, 'env' | 'now'>> = {},
): Promise<Spoken> {
  const [out, progress]: [string[], string[]] = [[], []]
  const code = await command(args, { env, now, out: (line) => out.push(line), progress: (line) => progress.push(line) })
  return { code, out, progress }
}

/** Where a site keeps its database, and its data folder. */
export async function sitePlace(engine: Engine): Promise<{ place: DatabaseLocation; data: string }> {
  const place = await emptyPlace(engine)
  return { place, data: place.engine === 'sqlite' ? dirname(place.file) : aFolder() }
}

/** The variables of a site that keeps its data here. */
export function siteEnv(
  place: DatabaseLocation,
  dataFolder: string,
  more: Record<string, string> = {},
): Record<string, string | undefined> {
  return { PATH: process.env['PATH'], TILTS_DATA: dataFolder, ...(place.engine === 'postgres' ? { DATABASE_URL: place.url } : {}), ...more }
}

export function isOnThisMachine(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}
