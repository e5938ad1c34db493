// A SQLite file as the source or the target of a copy.
import { chmodSync, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { migrateSqlite } from '#db/store/sqlite/migrate-sqlite.ts'
import { MIGRATIONS_TABLE } from '#db/store/migrations.ts'
import { CopyProblem } from './copy-problem.ts'
import {
  columnList,
  keyOf,
  pageStatement,
  quoted,
  ROWS_AT_ONCE,
  SHAPES,
  type Readable,
  type Row,
  type Shape,
  type Source,
  type Target,
} from './copy-rows.ts'
import { schemaAge, type SchemaAge } from './schema-age.ts'

type Connection = Database.Database

/** Every table of the file, also of a Tilts older or newer than this. */
export function tablesIn(connection: Connection): string[] {
  return connection
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`)
    .pluck()
    .all() as string[]
}

/** Null when it is not a database of Tilts. */
export function ageOfSqlite(connection: Connection): SchemaAge | null {
  if (!tablesIn(connection).includes(MIGRATIONS_TABLE)) return null
  return schemaAge('sqlite', connection.prepare(`select created_at from ${MIGRATIONS_TABLE}`).pluck().all().map(Number))
}

/** The first table that holds a row; migrations do not count. */
export function filledTable(connection: Connection): string | null {
  const filled = tablesIn(connection).find(
    (name) => name !== MIGRATIONS_TABLE && connection.prepare(`select 1 from ${quoted(name)} limit 1`).get() !== undefined,
  )
  return filled ?? null
}

function said(value: unknown, { name }: Shape): string | null {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'bigint' || typeof value === 'number') return String(value)
  throw new CopyProblem(`The table ${name} holds a value that is neither text nor a number.`)
}

function readable(connection: Connection): Readable {
  const statements = new Map<string, Database.Statement>()

  function prepared(shape: Shape, after: boolean): Database.Statement {
    const text = pageStatement(shape, after, ROWS_AT_ONCE, () => '?')
    const known = statements.get(text) ?? connection.prepare(text).raw().safeIntegers()
    statements.set(text, known)
    return known
  }

  return {
    count: (shape) =>
      Promise.resolve(
        connection
          .prepare(`select count(*) from ${quoted(shape.name)}`)
          .pluck()
          .get() as number,
      ),
    page: (shape, after) => {
      const rows = after ? prepared(shape, true).all(...boundKey(shape, after)) : prepared(shape, false).all()
      return Promise.resolve((rows as unknown[][]).map((row) => row.map((value) => said(value, shape))))
    },
  }
}

type Bound = string | number | bigint | null

function bound(text: string | null, kind: Shape['columns'][number]['kind'] | undefined): Bound {
  if (text === null || kind === 'text' || kind === 'json' || kind === undefined) return text
  return kind === 'real' ? Number(text) : BigInt(text)
}

function boundKey(shape: Shape, row: Row): Bound[] {
  return keyOf(shape, row).map((text, index) => bound(text, shape.columns[shape.key[index] ?? -1]?.kind))
}

function counterOf(connection: Connection, { name }: Shape): number {
  return Number(connection.prepare('select seq from sqlite_sequence where name = ?').pluck().get(name) ?? 0)
}

/** One read transaction: what a running site writes meanwhile is not in it. The file is never written. */
export function openSqliteSource(file: string): Source {
  if (!existsSync(file)) throw new CopyProblem(`There is no database at sqlite:${file}.`)
  const connection = new Database(file, { readonly: true, fileMustExist: true })
  try {
    connection.pragma('busy_timeout = 10000')
    connection.exec('BEGIN')
    const age = ageOfSqlite(connection)
    return {
      ...readable(connection),
      age,
      counter: (shape) => Promise.resolve(counterOf(connection, shape)),
      close: () => {
        connection.close()
        return Promise.resolve()
      },
    }
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Before anything is written into it, its own migration included. */
function refuseUnlessEmpty(file: string): void {
  if (!existsSync(dirname(file))) throw new CopyProblem(`The folder of sqlite:${file} is not there: make it first.`)
  if (!existsSync(file) || statSync(file).size === 0) return
  const connection = new Database(file, { readonly: true })
  try {
    if (tablesIn(connection).length > 0 && ageOfSqlite(connection) === null) {
      throw new CopyProblem(`sqlite:${file} is a database of another program.`)
    }
    refuseFilled(connection, file)
  } finally {
    connection.close()
  }
}

function refuseFilled(connection: Connection, file: string): void {
  const filled = filledTable(connection)
  if (filled !== null) throw new CopyProblem(`sqlite:${file} is not empty (the table ${filled} has rows): move into an empty database.`)
}

/** Migrated, empty, and in one transaction until `commit`. */
export function openSqliteTarget(file: string): Target {
  refuseUnlessEmpty(file)
  const connection = new Database(file)
  try {
    chmodSync(file, 0o600)
    connection.pragma('journal_mode = WAL')
    connection.pragma('busy_timeout = 10000')
    migrateSqlite(connection)
    connection.exec('BEGIN IMMEDIATE')
    refuseFilled(connection, file)
  } catch (error) {
    connection.close()
    throw error
  }
  const inserts = new Map(
    SHAPES.map((shape) => {
      const marks = shape.columns.map(() => '?').join(', ')
      return [shape.name, connection.prepare(`insert into ${quoted(shape.name)} (${columnList(shape)}) values (${marks})`)]
    }),
  )
  return {
    ...readable(connection),
    insert: (shape, rows) => {
      const statement = inserts.get(shape.name)
      for (const row of rows) statement?.run(...row.map((text, index) => bound(text, shape.columns[index]?.kind)))
      return Promise.resolve()
    },
    setCounter: ({ name }, last) => {
      const { changes } = connection.prepare('update sqlite_sequence set seq = ? where name = ?').run(last, name)
      if (changes === 0) connection.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(name, last)
      return Promise.resolve()
    },
    commit: () => {
      connection.exec('COMMIT')
      // Into the file itself, and on the disk when this returns.
      connection.pragma('wal_checkpoint(TRUNCATE)')
      return Promise.resolve()
    },
    close: () => {
      connection.close()
      return Promise.resolve()
    },
  }
}
