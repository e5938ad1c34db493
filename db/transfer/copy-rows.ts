// What source and target of a copy share: rows in a form that both engines have, the statements that read them in order, and their checksum.
import { createHash } from 'node:crypto'
import { getTableConfig, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { TABLES } from '#db/store/tables.ts'
import type { SchemaAge } from './schema-age.ts'

/** In the order of `columns`: text and JSON as they are, integers in decimal digits (beyond 2^53 too), booleans as 1 and 0. */
export type Row = readonly (string | null)[]
export type Kind = 'text' | 'json' | 'integer' | 'boolean' | 'real'
export type Shape = {
  name: string
  columns: readonly { name: string; kind: Kind }[]
  /** Indexes of the primary key's columns. */
  key: readonly number[]
  /** The auto-increment column, which never gives a number twice. */
  counter: string | null
}

const KINDS: Readonly<Record<string, Kind>> = {
  SQLiteText: 'text',
  SQLiteTextJson: 'json',
  SQLiteInteger: 'integer',
  SQLiteBoolean: 'boolean',
  SQLiteReal: 'real',
}

function kindOf(column: Pick<SQLiteColumn, 'columnType' | 'name'>): Kind {
  const kind = KINDS[column.columnType]
  if (!kind) throw new Error(`It is not chosen how to copy ${column.columnType} (${column.name})`)
  return kind
}

/** Parents before children. */
export const SHAPES: readonly Shape[] = TABLES.map((source) => {
  const { name, columns, primaryKeys } = getTableConfig(source)
  const together = primaryKeys[0]?.columns
  const keyed = together ?? columns.filter((column) => column.primary)
  if (keyed.length === 0) throw new Error(`The table ${name} has no primary key to read it by`)
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, kind: kindOf(column) })),
    key: keyed.map((column) => columns.findIndex((one) => one.name === column.name)),
    counter: columns.find((column) => 'autoIncrement' in column && column.autoIncrement === true)?.name ?? null,
  }
})

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function columnList({ columns }: Shape): string {
  return columns.map(({ name }) => quoted(name)).join(', ')
}

function keyColumns({ columns, key }: Shape): string {
  return key.map((index) => quoted(columns[index]?.name ?? '')).join(', ')
}

/** Rows in the order of the primary key, which both engines compare byte by byte: all from the beginning, or those after a row. */
export function pageStatement(shape: Shape, after: boolean, limit: number, parameter: (index: number) => string): string {
  const keys = keyColumns(shape)
  const where = after ? `where (${keys}) > (${shape.key.map((_, index) => parameter(index)).join(', ')}) ` : ''
  return `select ${columnList(shape)} from ${quoted(shape.name)} ${where}order by ${keys} limit ${String(limit)}`
}

export function keyOf({ key }: Shape, row: Row): (string | null)[] {
  return key.map((index) => row[index] ?? null)
}

export type Readable = {
  count: (shape: Shape) => Promise<number>
  /** The next rows after this one, at most ROWS_AT_ONCE. */
  page: (shape: Shape, after: Row | null) => Promise<Row[]>
}

export type Source = Readable & {
  /** Null when it is not a database of Tilts. */
  age: SchemaAge | null
  /** The last number that the table's counter gave. */
  counter: (shape: Shape) => Promise<number>
  close: () => Promise<void>
}

export type Target = Readable & {
  insert: (shape: Shape, rows: readonly Row[]) => Promise<void>
  setCounter: (shape: Shape, last: number) => Promise<void>
  commit: () => Promise<void>
  /** Rolls back whatever was not committed. */
  close: () => Promise<void>
}

/** So many are in memory at a time. */
export const ROWS_AT_ONCE = 2000

/** Every row once, in the order of the primary key. */
export async function* pagesOf(readable: Readable, shape: Shape): AsyncGenerator<Row[]> {
  for (let last: Row | null = null; ;) {
    const rows = await readable.page(shape, last)
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_AT_ONCE) return
    last = rows.at(-1) ?? null
  }
}

export type Checksum = { add: (rows: readonly Row[]) => void; result: () => { rows: number; sha256: string } }

/** The same for the same rows on every engine. */
export function openChecksum(): Checksum {
  const hash = createHash('sha256')
  let count = 0
  return {
    add: (rows) => {
      count += rows.length
      hash.update(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    },
    result: () => ({ rows: count, sha256: hash.digest('hex') }),
  }
}
