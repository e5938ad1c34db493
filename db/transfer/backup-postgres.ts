// A backup of a PostgreSQL database by pg_dump, compared with the snapshot it was made from before it gets its name.
import type pg from 'pg'
import type { Backup, CountedTable } from './backup-sqlite.ts'
import { printedLocation } from './database-location.ts'
import { ageOfPostgres, connectForCopy, tablesOf } from './copy-postgres.ts'
import { at, CopyProblem } from './copy-problem.ts'
import { quoted } from './copy-rows.ts'
import { readArchive } from './postgres-archive.ts'
import { environmentFor, needPrograms, output, ProgramFailed, type Environment } from './postgres-programs.ts'
import { openStampedFile } from './whole-file.ts'

async function countTablesOf(client: pg.Client): Promise<CountedTable[]> {
  const tables: CountedTable[] = []
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from public.${quoted(table)}`)
    tables.push({ table, rows: Number(rows[0]?.count) })
  }
  return tables.sort((a, b) => (a.table < b.table ? -1 : 1))
}

function dumpProblem(error: unknown, folder: string): unknown {
  if (!(error instanceof ProgramFailed)) return error
  const full = /No space left on device|Disk quota exceeded/.test(error.said)
  return new CopyProblem(
    full
      ? `The disk with ${folder} is full: make room first; nothing was kept.`
      : 'pg_dump could not read the database to its end; nothing was kept.',
    { cause: error },
  )
}

type Backing = { stem?: string; now: () => number; env: Environment }

/** The folder is there. Rejects with a CopyProblem, and then nothing new is in the folder. */
export async function backupPostgres(url: string, folder: string, { stem = 'tilts', now, env }: Backing): Promise<Backup> {
  const name = printedLocation({ engine: 'postgres', url })
  const client = await at(name, () => connectForCopy(url))
  try {
    await needPrograms(['pg_dump', 'pg_restore'], client, environmentFor(null, env))
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    if ((await ageOfPostgres(client)) === null) throw new CopyProblem(`${name} is not a database of Tilts, or is empty.`)
    const { rows } = await at(name, () => client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot'))
    const [moment, tables] = [now(), await countTablesOf(client)]
    return await at(folder, async () => {
      const file = openStampedFile(folder, stem, moment, '.dump')
      try {
        const args = ['--format=custom', '--no-password', `--snapshot=${rows[0]?.snapshot ?? ''}`, `--file=${file.part}`]
        await output('pg_dump', args, environmentFor(url, env)).catch((error: unknown) => {
          throw dumpProblem(error, folder)
        })
        const found = await readArchive(file.part, environmentFor(null, env))
        if (JSON.stringify(found.tables) !== JSON.stringify(tables)) {
          throw new CopyProblem('The dump does not hold as many rows as the database did; nothing was kept.')
        }
        return { file: file.keep(), at: moment, tables }
      } finally {
        file.discard()
      }
    })
  } finally {
    await client.end().catch(() => undefined)
  }
}
