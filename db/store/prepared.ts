// Queries whose SQL never changes: built once for each connection, afterwards only given their values.
import { Column, getTableName, is, sql, type Placeholder } from 'drizzle-orm'
import type { Db } from './store.ts'

/** What stands in the query where a value will be. */
export type Slots<Name extends string> = { readonly [Key in Name]: Placeholder<Key> }
export type Values<Name extends string> = Readonly<Record<Name, string | number | null>>

type Decoder = { mapFromDriverValue(value: unknown): unknown }
type Field = Decoder | { decoder: Decoder } | { sql: { decoder: Decoder } }
/** What drizzle prepares, on either engine: `fields` says where each cell of an answer belongs and how it is read. */
type Built = {
  values(values: object): unknown
  run(values: object): unknown
  fields?: readonly { path: readonly string[]; field: Field }[]
  joinsNotNullableMap?: Readonly<Record<string, boolean>>
}
type Reader = (cells: readonly unknown[]) => unknown

function decoderOf(field: Field): Decoder | null {
  if (!('mapFromDriverValue' in field)) return 'decoder' in field ? field.decoder : field.sql.decoder
  return field.mapFromDriverValue === Column.prototype.mapFromDriverValue ? null : field
}

/** drizzle finds out anew for every cell what it is; here once for each query. Null when the query answers nothing. */
function readerOf({ fields, joinsNotNullableMap = {} }: Built): Reader | null {
  const plan = fields?.map(({ path: [name = '', inner, ...deeper], field }) => {
    const mayBeMissing = is(field, Column) && joinsNotNullableMap[getTableName(field.table)] === false
    if (deeper.length > 0 || (inner !== undefined && mayBeMissing)) {
      throw new Error(`A prepared query names the columns of a joined table one by one: ${name}`)
    }
    return { name, inner, decoder: decoderOf(field) }
  })
  if (!plan) return null
  return (cells) => {
    const row: Record<string, unknown> = {}
    let index = 0
    for (const { name, inner, decoder } of plan) {
      const cell = cells[index]
      index += 1
      const value = cell === null || decoder === null ? cell : decoder.mapFromDriverValue(cell)
      if (inner === undefined) row[name] = value
      else ((row[name] ??= {}) as Record<string, unknown>)[inner] = value
    }
    return row
  }
}

/** @param names of the values. @param build a query with a slot for every value. @returns how to ask it, on a reader or in a transaction. */
export function prepared<Name extends string, Answer>(
  names: readonly Name[],
  build: (db: Db, slots: Slots<Name>) => { prepare(): unknown } & PromiseLike<Answer>,
): (db: Db, values: Values<Name>) => Promise<Answer> {
  const slots = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Slots<Name>
  const known = new WeakMap<Db, { query: Built; read: Reader | null }>()
  return async (db, values) => {
    let found = known.get(db)
    if (!found) {
      const query = build(db, slots).prepare() as Built
      found = { query, read: readerOf(query) }
      known.set(db, found)
    }
    const { query, read } = found
    if (!read) return (await query.run(values)) as Answer
    const rows = (await query.values(values)) as unknown[][]
    return rows.map(read) as Answer
  }
}

/** A page of a list, and the most that one statement is asked for. */
const LIST_SIZES = [25, 500] as const
type Sized<Answer> = { size: number; names: readonly string[]; ask: (db: Db, values: Values<string>) => Promise<Answer> }

/** The same for a list of 1 to 500 ids. A shorter list says its last id again, so that two statements serve every length. */
export function preparedList<Name extends string, Answer>(
  names: readonly Name[],
  build: (db: Db, ids: Placeholder[], slots: Slots<Name>) => { prepare(): unknown } & PromiseLike<Answer>,
): (db: Db, ids: readonly string[], values: Values<Name>) => Promise<Answer> {
  const sized = LIST_SIZES.map((size): Sized<Answer> => {
    const idNames = Array.from({ length: size }, (_, index) => `id${String(index)}`)
    const ids = idNames.map((name) => sql.placeholder(name))
    return {
      size,
      names: idNames,
      ask: prepared<string, Answer>([...names, ...idNames], (db, slots) => build(db, ids, slots)),
    }
  })
  return (db, ids, values) => {
    const fitting = sized.find(({ size }) => ids.length <= size)
    const last = ids.at(-1)
    if (!fitting || last === undefined) throw new Error(`A list of ${String(ids.length)} ids cannot be asked for at once`)
    const given = Object.fromEntries(fitting.names.map((name, index) => [name, ids[index] ?? last]))
    return fitting.ask(db, { ...values, ...given })
  }
}
