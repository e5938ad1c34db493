// A database as an earlier Tilts left it: its first migrations only, and two hundred people in it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import { firstMigrations } from '#tests/support/transfer/copies.ts'
import { countedIds } from '#tests/support/database.ts'
import { manyProposals } from './many-proposals.ts'
import type { DatabaseAddress } from './database.ts'

type Row = Record<string, unknown>
type Columns = Map<string, { name: string; boolean: boolean }[]>

function aTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-old-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the earlier Tilts called the stage of somebody at liberty. It stood in clear, as did the others. */
const OLD_STAGE = 'released'
const OLD_STAGES: Readonly<Record<string, string>> = { seeking: OLD_STAGE, working: 'in_work', finished: 'settled' }

/** Every row of two hundred proposals, by table, as today's Tilts writes them. */
export async function todaysRows(now: number): Promise<Map<string, Row[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-rows-'))
  const file = join(folder, 'rows.sqlite')
  const store = openSqlite(file, { newId: countedIds() })
  await manyProposals(store, now)
  await store.close()
  const connection = new Database(file, { readonly: true })
  const tables = connection
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_\\_%' ESCAPE '\\'`)
    .pluck()
    .all() as string[]
  const rows = new Map(
    tables
      .filter((table) => !table.startsWith('sqlite_'))
      .map((table) => [table, connection.prepare(`SELECT * FROM "${table}"`).all() as Row[]]),
  )
  connection.close()
  rmSync(folder, { recursive: true })
  return rows
}

/** Its tables and their columns. */
export async function columnsOf(where: DatabaseAddress): Promise<Columns> {
  const columns: Columns = new Map()
  if (where.engine === 'sqlite') {
    const connection = new Database(where.file)
    const found = connection.prepare(
      `SELECT m.name AS "table", c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, 2`,
    )
    for (const { table, name } of found.all() as { table: string; name: string }[])
      columns.set(table, [...(columns.get(table) ?? []), { name, boolean: false }])
    connection.close()
    return columns
  }
  const { rows } = await asking(where.url, (client) =>
    client.query<{ table: string; name: string; type: string }>(
      `SELECT table_name AS "table", column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`,
    ),
  )
  for (const { table, name, type } of rows) columns.set(table, [...(columns.get(table) ?? []), { name, boolean: type === 'boolean' }])
  return columns
}

async function asking<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}

const quoted = (columns: readonly { name: string }[]) => columns.map(({ name }) => `"${name}"`).join(', ')

/** Of whom the organisation and the stage stood in their own row. */
function peopleOfThen(rows: ReadonlyMap<string, readonly Row[]>): Row[] {
  const leads = new Map((rows.get('involvement') ?? []).map((row) => [row.id, row]))
  return (rows.get('candidate') ?? []).map((row) => {
    const lead = leads.get(row.lead_id)
    const ofThen = {
      organisation_id: lead?.organisation_id ?? null,
      caseworker_id: lead?.caseworker_id ?? null,
      label: lead?.label ?? null,
    }
    return { ...row, ...ofThen, stage: OLD_STAGES[String(row.activity)] ?? null }
  })
}

function statementsFor(columns: Columns, rows: ReadonlyMap<string, readonly Row[]>, mark: (nth: number) => string) {
  return [...columns].flatMap(([table, all]) => {
    const written = table === 'candidate' ? peopleOfThen(rows) : (rows.get(table) ?? [])
    const [first] = written
    const known = all.filter(({ name }) => first !== undefined && name in first)
    if (known.length === 0) return []
    const text = `INSERT INTO "${table}" (${quoted(known)}) VALUES (${known.map((_, nth) => mark(nth + 1)).join(', ')})`
    const values = written.map((row) => known.map(({ name, boolean }) => (boolean ? row[name] === 1 : row[name])))
    return [{ text, values }]
  })
}

/** Puts the first migrations and the rows into an empty database. */
export async function makeOld(where: DatabaseAddress, migrations: number, rows: ReadonlyMap<string, readonly Row[]>): Promise<void> {
  if (where.engine === 'sqlite') {
    const connection = new Database(where.file)
    connection.pragma('journal_mode = WAL')
    aTemporaryFolder((folder) => {
      migrateSqlite(drizzleSqlite(connection), { migrationsFolder: firstMigrations('sqlite', migrations, folder) })
    })
    connection.pragma('foreign_keys = OFF')
    for (const { text, values } of statementsFor(await columnsOf(where), rows, () => '?'))
      for (const row of values) connection.prepare(text).run(row)
    connection.exec('UPDATE clock SET seq = (SELECT max(seq) FROM change)')
    connection.close()
    return
  }
  await asking(where.url, async (client) => {
    const folder = mkdtempSync(join(tmpdir(), 'tilts-old-'))
    const migrationsFolder = firstMigrations('postgres', migrations, folder)
    await migratePostgres(drizzlePostgres(client), { migrationsFolder, migrationsSchema: 'public' })
    rmSync(folder, { recursive: true })
    // Rows in any order.
    await client.query('SET session_replication_role = replica')
    for (const { text, values } of statementsFor(await columnsOf(where), rows, (nth) => `$${nth}`))
      for (const row of values) await client.query(text, row)
    await client.query(`SELECT setval(pg_get_serial_sequence('change', 'seq'), (SELECT max(seq) FROM change))`)
  })
}

/** Lines of an earlier Tilts in today's words. */
export function inTodaysWords(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(`["stage","${OLD_STAGE}"]`, '["stage","looking"]')).sort()
}

/** All of it as lines, in the columns of an earlier `columns`. */
export async function linesOf(where: DatabaseAddress, of: Columns): Promise<string[]> {
  const today = await columnsOf(where)
  // What a person's own row held is read from where it stands now: the relation that leads.
  const from = (table: string, name: string) =>
    today.get(table)?.some((column) => column.name === name) === true
      ? `"${name}"`
      : `(SELECT i."${name}" FROM involvement i WHERE i.id = ${table}.lead_id) AS "${name}"`
  const texts = [...of]
    .filter(([table]) => table !== 'clock' && !table.startsWith('sqlite_') && !table.startsWith('__'))
    .map(([table, columns]) => ({ table, text: `SELECT ${columns.map(({ name }) => from(table, name)).join(', ')} FROM "${table}"` }))
  const lineOf = (table: string, row: object) =>
    `${table} ${JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)))}`
  if (where.engine === 'sqlite') {
    const connection = new Database(where.file)
    const lines = texts.flatMap(({ table, text }) =>
      connection
        .prepare(text)
        .all()
        .map((row) => lineOf(table, row as Row)),
    )
    connection.close()
    return lines.sort()
  }
  return asking(where.url, async (client) => {
    const lines: string[] = []
    for (const { table, text } of texts) lines.push(...(await client.query<Row>(text)).rows.map((row) => lineOf(table, row)))
    return lines.sort()
  })
}
