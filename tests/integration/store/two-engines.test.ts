// The tables are one definition: the migrations of both engines say what it says, and the two databases they make are alike.
import Database from 'better-sqlite3'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { nextMigration } from '#db/store/generate.ts'
import { migrateSqlite } from '#db/store/sqlite/migrate-sqlite.ts'
import { ENGINES } from '#db/store/migrations.ts'
import { ENGINE, postgresCopy } from '#tests/support/database.ts'

type Shape = {
  /** `table.column`, with `!` when it may not be null. */
  columns: string[]
  keys: string[]
  /** `name on table (columns) unique where`. */
  indexes: string[]
  checks: string[]
  /** `table (columns) → table (columns) on delete`. */
  references: string[]
  triggers: string[]
}

/** Kept by one engine only, with the reason. */
const ONLY_POSTGRES = ['change.change_in_order']

const sorted = (shape: Shape): Shape => ({
  columns: shape.columns.sort(),
  keys: shape.keys.sort(),
  indexes: shape.indexes.sort(),
  checks: shape.checks.sort(),
  references: shape.references.sort(),
  triggers: shape.triggers.sort(),
})

function sqliteShape(): Shape {
  const database = new Database(':memory:')
  migrateSqlite(database)
  const rows = <Row>(question: string) => database.prepare(question).all() as Row[]
  const tables = rows<{ name: string; sql: string }>(
    `select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'`,
  )
  const shape: Shape = { columns: [], keys: [], indexes: [], checks: [], references: [], triggers: [] }
  for (const { name, sql } of tables) {
    const columns = rows<{ name: string; notnull: number; pk: number }>(`pragma table_info(${name})`)
    for (const column of columns) shape.columns.push(`${name}.${column.name}${column.notnull === 1 || column.pk > 0 ? '!' : ''}`)
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
    shape.keys.push(`${name} (${key.map((column) => column.name).join(', ')})`)
    for (const [, check] of sql.matchAll(/CONSTRAINT "(\w+)" CHECK/g)) shape.checks.push(`${name}.${check ?? ''}`)
    for (const index of rows<{ name: string; unique: number; partial: number; origin: string }>(`pragma index_list(${name})`)) {
      if (index.origin === 'pk') continue
      const on = rows<{ name: string }>(`pragma index_info(${index.name})`).map((column) => column.name)
      shape.indexes.push(
        `${index.name} on ${name} (${on.join(', ')})${index.unique === 1 ? ' unique' : ''}${index.partial === 1 ? ' where' : ''}`,
      )
    }
    for (const reference of rows<{ from: string; to: string; table: string; on_delete: string }>(`pragma foreign_key_list(${name})`)) {
      shape.references.push(`${name} (${reference.from}) → ${reference.table} (${reference.to}) ${reference.on_delete.toLowerCase()}`)
    }
  }
  for (const trigger of rows<{ name: string; tbl_name: string }>(`select name, tbl_name from sqlite_master where type = 'trigger'`)) {
    shape.triggers.push(`${trigger.tbl_name}.${trigger.name}`)
  }
  database.close()
  return sorted(shape)
}

const ON_DELETE: Record<string, string> = { a: 'no action', r: 'restrict', c: 'cascade', n: 'set null' }

async function postgresShape(): Promise<Shape> {
  const { url, drop } = await postgresCopy()
  onTestFinished(drop)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const rows = async <Row>(question: string) => (await client.query(question)).rows as Row[]
  const columns = await rows<{ line: string }>(
    `select table_name || '.' || column_name || case when is_nullable = 'NO' then '!' else '' end as line
     from information_schema.columns where table_schema = 'public' and table_name not like '\\_\\_%'`,
  )
  const of = (column: string, list: string) =>
    `(select string_agg(a.attname, ', ' order by k.n) from unnest(${list}) with ordinality k(num, n)
      join pg_attribute a on a.attrelid = ${column} and a.attnum = k.num)`
  const constraints = await rows<{ type: string; name: string; own: string; on: string; other: string | null; to: string; del: string }>(
    `select c.contype as type, c.conname as name, t.relname as own, ${of('c.conrelid', 'c.conkey')} as on,
            f.relname as other, ${of('c.confrelid', 'c.confkey')} as to, c.confdeltype as del
     from pg_constraint c join pg_class t on t.oid = c.conrelid left join pg_class f on f.oid = c.confrelid
     where c.connamespace = 'public'::regnamespace and t.relname not like '\\_\\_%'`,
  )
  const indexes = await rows<{ line: string }>(
    `select i.relname || ' on ' || t.relname || ' (' || ${of('x.indrelid', 'x.indkey::int2[]')} || ')'
            || case when x.indisunique then ' unique' else '' end || case when x.indpred is null then '' else ' where' end as line
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     where t.relnamespace = 'public'::regnamespace and not x.indisprimary and t.relname not like '\\_\\_%'`,
  )
  const triggers = await rows<{ line: string }>(
    `select t.relname || '.' || g.tgname as line from pg_trigger g join pg_class t on t.oid = g.tgrelid where not g.tgisinternal`,
  )
  await client.end()
  const typed = (type: string) => constraints.filter((one) => one.type === type)
  return sorted({
    columns: columns.map(({ line }) => line),
    keys: typed('p').map(({ own, on }) => `${own} (${on})`),
    indexes: indexes.map(({ line }) => line),
    checks: typed('c').map(({ own, name }) => `${own}.${name}`),
    references: typed('f').map(({ own, on, other, to, del }) => `${own} (${on}) → ${other ?? ''} (${to}) ${ON_DELETE[del] ?? del}`),
    triggers: triggers.map(({ line }) => line),
  })
}

test.each(ENGINES)('the migrations for %s say what the tables say: there is nothing left to generate', async (engine) => {
  expect((await nextMigration(engine))?.text ?? '').toBe('')
})

test.runIf(ENGINE === 'postgres')('both engines have the same columns, keys, indexes, checks, references and triggers', async () => {
  const sqlite = sqliteShape()
  const postgres = await postgresShape()
  expect(sqlite.columns.length).toBeGreaterThan(150)
  expect({ ...postgres, triggers: postgres.triggers.filter((name) => !ONLY_POSTGRES.includes(name)) }).toEqual(sqlite)
})
