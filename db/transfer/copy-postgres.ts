// A PostgreSQL database as the source or the target of a copy.
import pg from 'pg'
import { migratePostgres } from '#db/store/postgres/migrate-postgres.ts'
import { MIGRATIONS_TABLE } from '#db/store/migrations.ts'
import { printedLocation } from './database-location.ts'
import { CopyProblem } from './copy-problem.ts'
import {
  columnList,
  keyOf,
  pageStatement,
  quoted,
  ROWS_AT_ONCE,
  SHAPES,
  type Kind,
  type Readable,
  type Row,
  type Shape,
  type Source,
  type Target,
} from './copy-rows.ts'
import { schemaAge, type SchemaAge } from './schema-age.ts'

/** Not `tilts`, which is the name of running sites. */
export const COPYING = 'tilts-copy'
const LOCK_MS = 10_000

/** A connection without the limits of the site; when the process ends, what was not committed is rolled back. */
export async function connectForCopy(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: COPYING, connectionTimeoutMillis: 10_000, keepAlive: true })
  // The query that is running gets the error as well.
  client.on('error', () => undefined)
  await client.connect()
  await client.query(
    `SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = ${String(LOCK_MS)}; SET extra_float_digits = 1`,
  )
  return client
}

/** Every table of the database, also of a Tilts older or newer than this; those of extensions are not ours. */
export async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p')
       and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Null when it is not a database of Tilts. */
export async function ageOfPostgres(client: pg.Client): Promise<SchemaAge | null> {
  if (!(await tablesOf(client)).includes(MIGRATIONS_TABLE)) return null
  const { rows } = await client.query<{ created_at: string }>(`select created_at from public.${MIGRATIONS_TABLE}`)
  return schemaAge(
    'postgres',
    rows.map((row) => Number(row.created_at)),
  )
}

/** The first table that holds a row; migrations do not count. */
export async function filledTableOf(client: pg.Client): Promise<string | null> {
  for (const name of await tablesOf(client)) {
    if (name === MIGRATIONS_TABLE) continue
    const { rows } = await client.query(`select 1 from public.${quoted(name)} limit 1`)
    if (rows.length > 0) return name
  }
  return null
}

const BOOLEAN = 16
const BROKEN_NUMBERS: readonly number[] = [700, 701]
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number) => {
    if (oid === BOOLEAN) return (text: string) => (text === 't' ? '1' : '0')
    // As JavaScript writes the number, which is how the other engine's values are written.
    if (BROKEN_NUMBERS.includes(oid)) return (text: string) => String(Number(text))
    return (text: string) => text
  },
}

function readable(client: pg.Client): Readable {
  return {
    count: async ({ name }) => {
      const { rows } = await client.query<{ count: string }>(`select count(*) from ${quoted(name)}`)
      return Number(rows[0]?.count)
    },
    page: async (shape, after) => {
      const text = pageStatement(shape, after !== null, ROWS_AT_ONCE, (index) => `$${String(index + 1)}`)
      const values = after ? keyOf(shape, after) : []
      const name = `${shape.name}:${after ? 'next' : 'first'}`
      const { rows } = await client.query<(string | null)[]>({ text, values, name, rowMode: 'array', types })
      return rows
    },
  }
}

async function counterOf(client: pg.Client, { name, counter }: Shape): Promise<number> {
  const { rows } = await client.query<{ sequence: string }>(`select pg_get_serial_sequence($1, $2) as sequence`, [quoted(name), counter])
  const last = await client.query<{ last: string }>(
    `select case when is_called then last_value else last_value - 1 end as last from ${rows[0]?.sequence ?? ''}`,
  )
  return Number(last.rows[0]?.last)
}

/** One snapshot: what a running site writes meanwhile is not in it. */
export async function openPostgresSource(url: string): Promise<Source> {
  const client = await connectForCopy(url)
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const age = await ageOfPostgres(client)
    return {
      ...readable(client),
      age,
      counter: (shape) => counterOf(client, shape),
      close: () => client.end(),
    }
  } catch (error) {
    await client.end()
    throw error
  }
}

async function refuseUnlessEmpty(client: pg.Client, name: string): Promise<void> {
  if ((await tablesOf(client)).length > 0 && (await ageOfPostgres(client)) === null) {
    throw new CopyProblem(`${name} holds tables of another program.`)
  }
  const filled = await filledTableOf(client)
  if (filled !== null) throw new CopyProblem(`${name} is not empty (the table ${filled} has rows): move into an empty database.`)
}

const ARRAYS: Readonly<Record<Kind, string>> = {
  text: 'text[]',
  json: 'json[]',
  integer: 'bigint[]',
  boolean: 'boolean[]',
  real: 'double precision[]',
}

/** One statement whatever the number of rows: an array for each column. */
async function insertRows(client: pg.Client, shape: Shape, rows: readonly Row[]): Promise<void> {
  const arrays = shape.columns.map(({ kind }, index) => `$${String(index + 1)}::${ARRAYS[kind]}`).join(', ')
  await client.query({
    name: `${shape.name}:insert`,
    text: `insert into ${quoted(shape.name)} (${columnList(shape)}) select * from unnest(${arrays})`,
    values: shape.columns.map((_, index) => rows.map((row) => row[index])),
  })
}

/** Migrated, empty, and in one transaction until `commit`; others may read meanwhile and find nothing. */
export async function openPostgresTarget(url: string): Promise<Target> {
  const name = printedLocation({ engine: 'postgres', url })
  const client = await connectForCopy(url)
  try {
    await refuseUnlessEmpty(client, name)
    await migratePostgres(url)
    await client.query('BEGIN')
    await client.query(`LOCK TABLE ${SHAPES.map((shape) => quoted(shape.name)).join(', ')} IN EXCLUSIVE MODE`)
    await refuseUnlessEmpty(client, name)
  } catch (error) {
    await client.end()
    throw error
  }
  return {
    ...readable(client),
    insert: (shape, rows) => insertRows(client, shape, rows),
    setCounter: async (shape, last) => {
      // Unlike setval, this is rolled back with the transaction.
      const column = quoted(shape.counter ?? '')
      await client.query(`ALTER TABLE ${quoted(shape.name)} ALTER COLUMN ${column} RESTART WITH ${String(last + 1)}`)
    },
    commit: async () => {
      await client.query('COMMIT')
    },
    close: () => client.end(),
  }
}
