// The folder of each engine's migrations, and the table in which a database records those that were applied.
import { fileURLToPath } from 'node:url'

export const ENGINES = ['sqlite', 'postgres'] as const
export type Engine = (typeof ENGINES)[number]

/** drizzle's own table. */
export const MIGRATIONS_TABLE = '__drizzle_migrations'

export function migrationsOf(engine: Engine): string {
  return fileURLToPath(new URL(`../migrations/${engine}`, import.meta.url))
}
