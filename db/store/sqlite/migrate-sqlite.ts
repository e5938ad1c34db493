// Brings a SQLite database to the current schema; of many processes that start together, one at a time.
import type Database from 'better-sqlite3'
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator'
import { MIGRATIONS_TABLE, migrationsOf } from '../migrations.ts'

/** In drizzle's order: by the time a migration was made. */
function missingFrom(connection: Database.Database): MigrationMeta[] {
  const journal = connection.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`).get(MIGRATIONS_TABLE)
  const last =
    journal === undefined ? null : (connection.prepare(`SELECT max(created_at) FROM ${MIGRATIONS_TABLE}`).pluck().get() as number | null)
  return readMigrationFiles({ migrationsFolder: migrationsOf('sqlite') }).filter(({ folderMillis }) => folderMillis > (last ?? 0))
}

function apply(connection: Database.Database): void {
  connection.exec(`CREATE TABLE IF NOT EXISTS ${MIGRATIONS_TABLE} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`)
  const note = connection.prepare(`INSERT INTO ${MIGRATIONS_TABLE} (hash, created_at) VALUES (?, ?)`)
  // Read again under the lock: another process may have migrated meanwhile.
  for (const { sql, hash, folderMillis } of missingFrom(connection)) {
    for (const statement of sql) connection.exec(statement)
    note.run(hash, folderMillis)
  }
  const broken = connection.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`The migration left ${String(broken.length)} rows without their parent`)
}

/**
 * In one transaction: a process that is killed half-way leaves the database as it was. Foreign keys are off around it, since dropping a
 * rebuilt table would otherwise delete its children, and are checked before the commit. Throws when the check fails; nothing is changed then.
 */
export function migrateSqlite(connection: Database.Database): void {
  if (missingFrom(connection).length === 0) return
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN IMMEDIATE')
  try {
    apply(connection)
    connection.exec('COMMIT')
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    connection.pragma('foreign_keys = ON')
  }
}
