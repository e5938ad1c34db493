// Replaces a database by a backup, on either engine.
import { closeSync, openSync, readSync } from 'node:fs'
import { at, CopyProblem } from './copy-problem.ts'
import { printedLocation, type DatabaseLocation } from './database-location.ts'
import type { Engine } from '#db/store/migrations.ts'
import { restorePostgres } from './restore-postgres.ts'
import { restoreSqlite } from './restore-sqlite.ts'
import type { Restored, Restoring } from './restore-types.ts'

const BEGINNINGS: Readonly<Record<Engine, string>> = { sqlite: 'SQLite format 3\0', postgres: 'PGDMP' }
const NAMES: Readonly<Record<Engine, string>> = { sqlite: 'SQLite', postgres: 'PostgreSQL' }

function engineOf(file: string): Engine | null {
  const opened = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(16)
    const length = readSync(opened, bytes)
    const beginning = bytes.toString('latin1', 0, length)
    return beginning.startsWith(BEGINNINGS.sqlite) ? 'sqlite' : beginning.startsWith(BEGINNINGS.postgres) ? 'postgres' : null
  } finally {
    closeSync(opened)
  }
}

/** Rejects with a CopyProblem, and then the database is as it was. */
export async function restoreInto(location: DatabaseLocation, file: string, restoring: Restoring): Promise<Restored> {
  const engine = await at(file, () => engineOf(file))
  if (engine === null) throw new CopyProblem(`${file} is not a backup of Tilts; nothing was changed.`)
  if (engine !== location.engine) {
    throw new CopyProblem(
      `${file} is a backup of ${NAMES[engine]} and ${printedLocation(location)} is ${NAMES[location.engine]}: restore it into an empty ${NAMES[engine]} database, then carry it over with npm run move.`,
    )
  }
  return location.engine === 'sqlite' ? restoreSqlite(file, location.file, restoring) : restorePostgres(file, location.url, restoring)
}
