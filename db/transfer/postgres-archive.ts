// The tables and rows in a PostgreSQL dump. It is read from its first to its last byte, since only that finds a damaged one.
import { MIGRATIONS_TABLE } from '#db/store/migrations.ts'
import type { CountedTable } from './backup-sqlite.ts'
import { CopyProblem } from './copy-problem.ts'
import { eachLine, ProgramFailed, start, type Environment } from './postgres-programs.ts'
import { schemaAge, type SchemaAge } from './schema-age.ts'

export type Archive = { tables: CountedTable[]; age: SchemaAge | null }

const BEGIN = /^COPY public\.(\S+) \((.*)\) FROM stdin;$/
const END = '\\.'

async function read(file: string, env: Environment): Promise<Archive> {
  const rows = new Map<string, number>()
  const applied: number[] = []
  let table: string | null = null
  let whenAt = -1
  const onLine = (line: string) => {
    if (table === null) {
      const [, name, columns] = BEGIN.exec(line) ?? []
      if (name === undefined) return
      table = name.replaceAll('"', '')
      whenAt = table === MIGRATIONS_TABLE ? (columns?.split(', ').indexOf('created_at') ?? -1) : -1
      rows.set(table, 0)
    } else if (line === END) {
      table = null
    } else {
      rows.set(table, (rows.get(table) ?? 0) + 1)
      if (whenAt >= 0) applied.push(Number(line.split('\t')[whenAt]))
    }
  }
  // Listing is quick and finds a file that is no dump at all.
  await eachLine(start('pg_restore', ['--list', file], env), () => undefined)
  await eachLine(start('pg_restore', ['--data-only', '--file=-', file], env), onLine)
  const tables = [...rows].map(([name, count]) => ({ table: name, rows: count })).sort((a, b) => (a.table < b.table ? -1 : 1))
  return { tables, age: rows.has(MIGRATIONS_TABLE) ? schemaAge('postgres', applied) : null }
}

/** @throws CopyProblem when it cannot be read to its end. */
export async function readArchive(file: string, env: Environment): Promise<Archive> {
  try {
    return await read(file, env)
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error
    const newer = /unsupported version/.test(error.said)
    throw new CopyProblem(
      newer
        ? `${file} was made by a newer pg_dump than the pg_restore on this machine: install a newer postgresql-client.`
        : `${file} is damaged or not a dump of PostgreSQL.`,
      { cause: error },
    )
  }
}
