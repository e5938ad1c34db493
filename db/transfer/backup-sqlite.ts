// A backup of a SQLite database while the site runs on it: the file as it was at one moment, verified before it gets its name.
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { at, CopyProblem } from './copy-problem.ts'
import { quoted } from './copy-rows.ts'
import { ageOfSqlite, tablesIn } from './copy-sqlite.ts'
import { openStampedFile } from './whole-file.ts'

export type CountedTable = { table: string; rows: number }
export type Backup = { file: string; at: number; tables: CountedTable[] }

/** Of one step of the copy; progress is reported between steps. */
const PAGES_AT_ONCE = 20_000

export function countTables(connection: Database.Database): CountedTable[] {
  return tablesIn(connection).map((table) => ({
    table,
    rows: connection
      .prepare(`select count(*) from ${quoted(table)}`)
      .pluck()
      .get() as number,
  }))
}

/** Null when the file is sound. */
export function damageIn(connection: Database.Database): string | null {
  const integrity = connection.pragma('integrity_check(1)', { simple: true })
  if (integrity !== 'ok') return 'its pages do not fit together'
  const orphans = connection.pragma('foreign_key_check') as unknown[]
  return orphans.length > 0 ? `${String(orphans.length)} rows point at rows that are not there` : null
}

/** Opens it as a file of its own, without a log beside it. */
function verify(file: string, expected: readonly CountedTable[]): void {
  const connection = new Database(file)
  try {
    connection.pragma('journal_mode = DELETE')
    const damage = damageIn(connection)
    if (damage !== null) throw new CopyProblem(`The copy is damaged: ${damage}. Nothing was kept; is the database itself sound?`)
    if (JSON.stringify(countTables(connection)) !== JSON.stringify(expected)) {
      throw new CopyProblem('The copy does not hold as many rows as the database did; nothing was kept.')
    }
  } finally {
    connection.close()
  }
}

type Backing = { stem?: string; now: () => number; onProgress?: (done: number, total: number) => void }

/** The folder is there. Rejects with a CopyProblem, and then nothing new is in the folder. */
export async function backupSqlite(source: string, folder: string, { stem = 'tilts', now, onProgress }: Backing): Promise<Backup> {
  const name = `sqlite:${source}`
  if (!existsSync(source)) throw new CopyProblem(`There is no database at ${name} yet.`)
  const connection = await at(name, () => new Database(source, { readonly: true }))
  try {
    connection.pragma('busy_timeout = 10000')
    // A read transaction until the end: every page is of this moment, however much is written meanwhile.
    connection.exec('BEGIN')
    if ((await at(name, () => ageOfSqlite(connection))) === null) throw new CopyProblem(`${name} is not a database of Tilts.`)
    const [moment, tables] = [now(), countTables(connection)]
    return await at(folder, async () => {
      const file = openStampedFile(folder, stem, moment, '.sqlite')
      try {
        await connection.backup(file.part, {
          progress: ({ totalPages, remainingPages }) => {
            onProgress?.(totalPages - remainingPages, totalPages)
            return PAGES_AT_ONCE
          },
        })
        verify(file.part, tables)
        return { file: file.keep(), at: moment, tables }
      } finally {
        file.discard()
      }
    })
  } finally {
    connection.close()
  }
}
