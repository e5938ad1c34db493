// Real databases for tests, on the engine the run is for: migrated once, copied for each test.
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { openPostgres } from '#db/store/postgres/postgres.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { Engine } from '#db/store/migrations.ts'
import type { Store } from '#db/store/store.ts'
import { borrowed } from './postgres/emptied.ts'
import { administer, databaseUrl } from './postgres/postgres-server.ts'

/** Set for each project in tests/vitest.config.ts. */
export const ENGINE: Engine = process.env['TEST_ENGINE'] === 'postgres' ? 'postgres' : 'sqlite'

export type Made = { store: Store; remove: () => Promise<void> }

let template: string | null = null

/** How another node opens the database of a store, and where it is when it has an address. */
type DatabaseLocation = { open: (newId: () => string) => Promise<Store>; url: string | null }
const locationOf = new WeakMap<Store, DatabaseLocation>()

async function sqliteTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-template-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const file = join(folder, 'template.sqlite')
  await openSqlite(file).close()
  return file
}

async function sqliteCopy(newId: () => string): Promise<Made> {
  template ??= await sqliteTemplate()
  const folder = mkdtempSync(join(tmpdir(), 'tilts-test-'))
  const file = join(folder, 'test.sqlite')
  copyFileSync(template, file)
  const store = openSqlite(file, { newId })
  locationOf.set(store, { open: (ids) => Promise.resolve(openSqlite(file, { newId: ids })), url: null })
  return {
    store,
    remove: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An empty, migrated PostgreSQL database. One that nobody drops goes with the run. */
export async function postgresCopy(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `${inject('postgresTemplate')}_${randomBytes(8).toString('hex')}`
  await administer(inject('postgresUrl'), `CREATE DATABASE ${name} TEMPLATE ${inject('postgresTemplate')}`)
  return {
    url: databaseUrl(inject('postgresUrl'), name),
    drop: () => administer(inject('postgresUrl'), `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

const openOn = async (url: string, newId: () => string) => openPostgres(url, { newId, connections: 6 })

function located(store: Store, url: string): Store {
  locationOf.set(store, { open: (ids) => openOn(url, ids), url })
  return store
}

/** Ids `t1`, `t2`, … in the order they are asked for. */
export function countedIds(start = 't'): () => string {
  let count = 0
  return () => {
    count += 1
    return `${start}${String(count)}`
  }
}

/** An empty, migrated database; who makes it removes it. */
export async function freshStore(): Promise<Made> {
  if (ENGINE === 'sqlite') return sqliteCopy(countedIds())
  const { url, drop } = await postgresCopy()
  const store = located(await openOn(url, countedIds()), url)
  return {
    store,
    remove: async () => {
      await store.close()
      await drop()
    },
  }
}

async function emptiedStore(): Promise<Made> {
  const open = async () => {
    const { url } = await postgresCopy()
    return { url, store: await openOn(url, countedIds()) }
  }
  const { url, store, giveBack } = await borrowed(open, countedIds())
  return { store: located(store, url), remove: giveBack }
}

/** An empty, migrated database of this test's own; closed and removed after it. */
export async function testStore(): Promise<Store> {
  const { store, remove } = ENGINE === 'postgres' ? await emptiedStore() : await freshStore()
  onTestFinished(remove)
  return store
}

function locationOfTest(store: Store): DatabaseLocation {
  const location = locationOf.get(store)
  if (!location) throw new Error('Not a store that testStore or freshStore made')
  return location
}

/** The same database as another node has it open: its ids are `u1`, `u2`, … */
export async function secondStore(store: Store): Promise<Store> {
  const second = await locationOfTest(store).open(countedIds('u'))
  onTestFinished(() => second.close())
  return second
}

/** Breaks every connection on which a node listens for news. PostgreSQL alone has them. */
export async function cutListening(store: Store): Promise<void> {
  const { url } = locationOfTest(store)
  if (url === null) throw new Error('Nobody listens on this engine')
  await administer(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'LISTEN%'`,
  )
}
