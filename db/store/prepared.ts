// Prepared queries: the SQL is built once for each connection, each call only binds its values.
import { Column, getTableName, is, sql, type Placeholder } from 'drizzle-orm'
import type { Db } from './store.ts'

/** The placeholder of each value. */
export type Slots<Name extends string> = { readonly [Key in Name]: Placeholder<Key> }
export type Values<Name extends string> = Readonly<Record<Name, string | number | null>>

type Decoder = { mapFromDriverValue: (value: unknown) => unknown }
type Field = Decoder | { decoder: Decoder } | { sql: { decoder: Decoder } }
/** What drizzle prepares, on either engine: `fields` says where each cell of an answer belongs and how it is read. */
type Built = {
  values: (values: object) => unknown
  run: (values: object) => unknown
  fields?: readonly { path: readonly string[]; field: Field }[]
  joinsNotNullableMap?: Readonly<Record<string, boolean>>
}
type Reader = (cells: readonly unknown[]) => unknown

function decoderOf(field: Field): Decoder | null {
  if (!('mapFromDriverValue' in field)) return 'decoder' in field ? field.decoder : field.sql.decoder
  return field.mapFromDriverValue === Column.prototype.mapFromDriverValue ? null : field
}

/** How the cells of a row are decoded, found out once for each query; drizzle does it for every cell. Null when the query returns no rows. */
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

/** @param names of the values. @param build a query with a placeholder for every value. @returns a function that runs it, on a reader or in a transaction. */
export function prepared<Name extends string, Answer>(
  names: readonly Name[],
  build: (db: Db, slots: Slots<Name>) => { prepare: () => unknown } & PromiseLike<Answer>,
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

/** A page of a list, and the most ids in one statement. */
const LIST_SIZES = [25, 500] as const
type Sized<Answer> = { size: number; names: readonly string[]; ask: (db: Db, values: Values<string>) => Promise<Answer> }

/** The same for a list of 1 to 500 ids. A shorter list repeats its last id, so that two statements serve every length. */
export function preparedList<Name extends string, Answer>(
  names: readonly Name[],
  build: (db: Db, ids: Placeholder[], slots: Slots<Name>) => { prepare: () => unknown } & PromiseLike<Answer>,
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
