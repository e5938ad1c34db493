// How a database's schema stands to today's, by the migrations it has been through.
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrationsOf, type Engine } from '#db/store/migrations.ts'

/** `unknown`: it has been through a migration that this Tilts does not have. */
export type SchemaAge = 'today' | 'older' | 'unknown'

/** @param applied the times of the migrations it has been through. */
export function schemaAge(engine: Engine, applied: readonly number[]): SchemaAge {
  const known = readMigrationFiles({ migrationsFolder: migrationsOf(engine) }).map(({ folderMillis }) => folderMillis)
  if (applied.some((when) => !known.includes(when))) return 'unknown'
  return applied.length === known.length ? 'today' : 'older'
}
