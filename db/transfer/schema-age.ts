// Whether a database has the current schema, by the migrations that were applied to it.
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrationsOf, type Engine } from '#db/store/migrations.ts'

/** `unknown`: a migration was applied that this version does not have. */
export type SchemaAge = 'today' | 'older' | 'unknown'

/** @param applied the times of the applied migrations. */
export function schemaAge(engine: Engine, applied: readonly number[]): SchemaAge {
  const known = readMigrationFiles({ migrationsFolder: migrationsOf(engine) }).map(({ folderMillis }) => folderMillis)
  if (applied.some((when) => !known.includes(when))) return 'unknown'
  return applied.length === known.length ? 'today' : 'older'
}
