// The same rows into both engines: made once into an SQLite file without waiting for the disk, then sent to PostgreSQL table by table.
import Database from 'better-sqlite3'
import { getTableColumns } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import pg from 'pg'
import { migratePostgres } from '#db/store/postgres/migrate-postgres.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import { TABLES } from '#db/store/tables.ts'
import type { Cell, Part } from './rows.ts'

const named = (name: string) => `"${name}"`
const columnsOf = (table: SQLiteTable) => Object.values(getTableColumns(table)).map(({ name }) => name)
const nameOf = (table: SQLiteTable) => getTableConfig(table).name

/** Makes and fills the file. @returns the number of rows. Throws when a row points at nothing. */
export async function fillSqlite(file: string, parts: readonly Part[]): Promise<number> {
  await openSqlite(file).close()
  const database = new Database(file)
  database.pragma('synchronous = OFF')
  database.pragma('foreign_keys = OFF')
  // Ids come in no order: an index that does not fit in memory is written many times over.
  database.pragma('cache_size = -800000')
  let count = 0
  for (const { table, rows } of parts) {
    const columns = columnsOf(table)
    const insert = database.prepare(
      `insert into ${named(nameOf(table))} (${columns.map(named).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    )
    database.transaction(() => {
      for (const row of rows()) {
        insert.run(row)
        count += 1
      }
    })()
  }
  const [broken] = database.pragma('foreign_key_check') as unknown[]
  if (broken !== undefined) throw new Error(`A row points at nothing: ${JSON.stringify(broken)}`)
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  return count
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter)
const copied = (cell: Cell) => (cell === null ? '\\N' : typeof cell === 'string' ? escaped(cell) : String(cell))

const CHUNK_LETTERS = 1_000_000

function* chunks(rows: Iterable<Cell[]>): Iterable<Buffer> {
  let text = ''
  for (const row of rows) {
    text += `${row.map(copied).join('\t')}\n`
    if (text.length < CHUNK_LETTERS) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}

/** What of node-postgres' connection COPY needs; its types leave it out. */
type CopyConnection = {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  stream: NodeJS.WritableStream & { writableNeedDrain: boolean }
}

/** `COPY … FROM STDIN`, handed to node-postgres as a query of its own making. */
function copyIn(client: pg.Client, text: string, rows: Iterable<Cell[]>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: Error | null = null
    async function send(connection: CopyConnection): Promise<void> {
      for (const chunk of chunks(rows)) {
        connection.sendCopyFromChunk(chunk)
        if (connection.stream.writableNeedDrain) await new Promise((drained) => connection.stream.once('drain', drained))
      }
      connection.endCopyFrom()
    }
    const copy = {
      submit: (connection: CopyConnection) => {
        connection.query(text)
      },
      handleCopyInResponse: (connection: CopyConnection) => {
        send(connection).catch(reject)
      },
      handleError: (error: Error) => {
        failed = error
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => {
        if (failed) reject(failed)
        else resolve()
      },
    }
    client.query(copy as unknown as pg.Submittable)
  })
}

/** Fills an empty database with what stands in the SQLite file. Its user must be a superuser: keys were checked in the file. */
export async function fillPostgres(url: string, file: string, onTable: (name: string, rows: number) => void): Promise<void> {
  await migratePostgres(url)
  const source = new Database(file, { readonly: true })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const table of TABLES) {
      const columns = columnsOf(table).map(named).join(', ')
      const name = named(nameOf(table))
      const rows = source.prepare(`select ${columns} from ${name}`).raw().iterate() as IterableIterator<Cell[]>
      await copyIn(client, `copy ${name} (${columns}) from stdin`, rows)
      const { rows: counted } = await client.query<{ rows: string }>(`select count(*) as rows from ${name}`)
      onTable(nameOf(table), Number(counted[0]?.rows ?? 0))
    }
    await client.query(`select setval(pg_get_serial_sequence('change', 'seq'), (select coalesce(max(seq), 0) + 1 from change))`)
    // What autovacuum does some minutes after a load.
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  } finally {
    await client.end()
    source.close()
  }
}
