// A database of one test's own that several processes open: a SQLite file or a PostgreSQL database.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Engine } from '#db/store/migrations.ts'
import { openPostgres } from '#db/store/postgres/postgres.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { postgresCopy } from '#tests/support/database.ts'

/** What a process is told of it. */
export type DatabaseAddress = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string; connections: number }

export async function openAt(where: DatabaseAddress, newId?: () => string): Promise<Store> {
  const ids = newId ? { newId } : {}
  return where.engine === 'sqlite' ? openSqlite(where.file, ids) : openPostgres(where.url, { connections: where.connections, ...ids })
}

/** Of this process; closed after the test, before the database goes. */
export async function storeAt(where: DatabaseAddress, newId?: () => string): Promise<Store> {
  const store = await openAt(where, newId)
  onTestFinished(() => store.close())
  return store
}

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-faults-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Migrated on PostgreSQL; on SQLite not even made yet. Removed after the test. */
export async function aDatabase(engine: Engine, connections = 6): Promise<DatabaseAddress> {
  if (engine === 'sqlite') return { engine, file: join(aFolder(), 'tilts.sqlite') }
  const { url, drop } = await postgresCopy()
  onTestFinished(drop)
  return { engine, url, connections }
}
