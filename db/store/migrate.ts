// Brings a database to today's schema.
import { fileURLToPath } from 'node:url'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

/** Foreign keys are off around it, since a rebuilt table would otherwise erase its children, and checked after. Throws when the check fails. */
export function migrateSqlite(connection: Database.Database): void {
  connection.pragma('foreign_keys = OFF')
  migrate(drizzle(connection), { migrationsFolder: MIGRATIONS })
  const broken = connection.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`The migration left ${String(broken.length)} rows without their parent`)
  connection.pragma('foreign_keys = ON')
}
