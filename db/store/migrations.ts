// Where the migrations of each engine lie, and where a database notes them.
import { fileURLToPath } from 'node:url'

export const ENGINES = ['sqlite', 'postgres'] as const
export type Engine = (typeof ENGINES)[number]

/** drizzle's own table. */
export const MIGRATIONS_TABLE = '__drizzle_migrations'

export function migrationsOf(engine: Engine): string {
  return fileURLToPath(new URL(`../migrations/${engine}`, import.meta.url))
}
