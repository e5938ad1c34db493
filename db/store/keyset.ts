// Keyset pagination: a page begins after the last row of the page before it, read from an index in the list's order, so that every page costs the same.
import { and, count, desc, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { MOST_COUNTED, ROWS_A_PAGE } from '#app/domain/shared/lists.ts'
import type { Db } from './store.ts'

/**
 * A list: rows of a table by one column that is never null, then by id. `parts` follow one another. Within a part the rows of all lanes are
 * merged; a lane is a condition whose rows an index has in the list's order, and no row is in two lanes.
 */
export type Keyset = {
  table: SQLiteTable
  by: SQLiteColumn
  id: SQLiteColumn
  newestFirst?: boolean
  parts: readonly (readonly (SQL | undefined)[])[]
}

/** Of a row in its list. */
export type Position = { part: number; at: number | string; id: string }
type Side = 'after' | 'before'
/** What an address says of a page: before or after which row it is. */
type Cursor = Position & { side: Side }

/** `previous` and `next` are values of `at` in addresses; null where the list ends. */
export type PageOf<Row> = { rows: Row[]; previous: string | null; next: string | null }

const LONGEST_CURSOR = 2000

function textOf({ side, part, at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([side, part, at, id])).toString('base64url')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    // Mistyped or cut off: the first page.
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0')
const isValueOf = (kind: 'number' | 'string', value: unknown): value is number | string =>
  kind === 'number' ? Number.isSafeInteger(value) : isText(value)

/** From an address, so it may hold anything. Null, which means the first page, unless it is a position in a list of this kind. */
function cursorOf(text: string, kind: 'number' | 'string', parts: number): Cursor | null {
  const read = text === '' || text.length > LONGEST_CURSOR ? null : parsed(text)
  if (!Array.isArray(read) || read.length !== 4) return null
  const [side, part, at, id] = read as unknown[]
  if ((side !== 'after' && side !== 'before') || typeof part !== 'number' || !Number.isInteger(part) || part < 0 || part >= parts)
    return null
  return isValueOf(kind, at) && isText(id) ? { side, part, at, id } : null
}

/** The nearest rows on one side of a position, nearest first; without a position, of the whole list. */
type Ask<Row> = (side: Side, from: Position | null, most: number) => Promise<Row[]>

async function pageFrom<Row extends Position>(ask: Ask<Row>, cursor: Cursor | null): Promise<PageOf<Row>> {
  const shown = (rows: Row[], more: { previous: boolean; next: boolean }): PageOf<Row> => {
    const [first, last] = [rows[0], rows.at(-1)]
    return {
      rows,
      previous: more.previous && first ? textOf({ ...first, side: 'before' }) : null,
      next: more.next && last ? textOf({ ...last, side: 'after' }) : null,
    }
  }
  const most = ROWS_A_PAGE + 1
  if (cursor?.side === 'before') {
    const before = await ask('before', cursor, most)
    if (before.length >= ROWS_A_PAGE) return shown(before.slice(0, ROWS_A_PAGE).reverse(), { previous: before.length === most, next: true })
  }
  // Back at the beginning, where rows may have been added or removed: the first page is always a full one.
  const from = cursor?.side === 'after' ? cursor : null
  const after = await ask('after', from, most)
  if (after.length > 0 || from === null) return shown(after.slice(0, ROWS_A_PAGE), { previous: from !== null, next: after.length === most })
  // All rows after this position are gone: the last page.
  const last = await ask('before', null, most)
  return shown(last.slice(0, ROWS_A_PAGE).reverse(), { previous: last.length === most, next: false })
}

function lane(
  db: Db,
  { table, by, id, newestFirst = false }: Keyset,
  where: SQL | undefined,
  side: Side,
  from: Position | null,
  most: number,
) {
  const down = newestFirst === (side === 'after')
  const beyond = from && sql`(${by}, ${id}) ${sql.raw(down ? '<' : '>')} (${from.at}, ${from.id})`
  return db
    .select({ at: sql<number | string>`${by}`.as('at'), id: sql<string>`${id}`.as('id') })
    .from(table)
    .where(and(where, beyond ?? undefined))
    .orderBy(...(down ? [desc(by), desc(id)] : [by, id]))
    .limit(most)
}

type Lane = ReturnType<typeof lane>

const together = (lanes: readonly Lane[]): SQL =>
  sql.join(
    lanes.map((one, index) => sql`select * from ${one.as(`lane${String(index)}`)}`),
    sql` union all `,
  )

function askStore(db: Db, list: Keyset): Ask<Position> {
  const askPart = async (part: number, side: Side, from: Position | null, most: number): Promise<Position[]> => {
    const lanes = (list.parts[part] ?? []).map((where) => lane(db, list, where, side, from, most))
    const [only] = lanes
    if (!only) return []
    const order = sql.raw((list.newestFirst ?? false) === (side === 'after') ? '"at" desc, "id" desc' : '"at", "id"')
    const rows =
      lanes.length === 1
        ? await only
        : await db
            .select({ at: sql<number | string>`"at"`, id: sql<string>`"id"` })
            .from(sql`(${together(lanes)}) as merged`)
            .orderBy(order)
            .limit(most)
    return rows.map((row) => ({ part, ...row }))
  }
  return async (side, from, most) => {
    const rows: Position[] = []
    const step = side === 'after' ? 1 : -1
    const start = from?.part ?? (side === 'after' ? 0 : list.parts.length - 1)
    for (let part = start; part in list.parts && rows.length < most; part += step)
      rows.push(...(await askPart(part, side, part === from?.part ? from : null, most - rows.length)))
    return rows
  }
}

/** The ids on one page of a list, in order. @param at from the address; '' or anything broken is the first page */
export async function pageOfIds(db: Db, list: Keyset, at: string): Promise<PageOf<string>> {
  const kind = list.by.dataType === 'number' ? 'number' : 'string'
  const { rows, ...links } = await pageFrom(askStore(db, list), cursorOf(at, kind, list.parts.length))
  return { rows: rows.map(({ id }) => id), ...links }
}

/** The same page of rows that had to be read one by one anyway. @param rows the whole list in its order, oldest first, by number */
export async function pageOfRows<Row extends Position & { at: number }>(rows: readonly Row[], at: string): Promise<PageOf<Row>> {
  const parts = (rows.at(-1)?.part ?? 0) + 1
  const compare = (row: Position, from: Position) =>
    row.part - from.part || Number(row.at) - Number(from.at) || (row.id < from.id ? -1 : row.id > from.id ? 1 : 0)
  const ask: Ask<Row> = (side, from, most) => {
    const beyond = from === null ? rows : rows.filter((row) => (side === 'after' ? compare(row, from) > 0 : compare(row, from) < 0))
    return Promise.resolve(side === 'after' ? beyond.slice(0, most) : beyond.slice(-most).reverse())
  }
  return pageFrom(ask, cursorOf(at, 'number', Math.max(parts, 2)))
}

/** Rows that were read by their ids, in the order of the ids; those that no longer exist are left out. */
export function inOrderOf<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many rows there are, counted no further than one more than `MOST_COUNTED`: "more than a thousand" costs the same at any size. */
export async function countUpTo(db: Db, list: Keyset): Promise<number> {
  const most = MOST_COUNTED + 1
  // In the list's order, so that they are counted in its index.
  const lanes = list.parts.flat().map((where) => lane(db, list, where, 'after', null, most))
  if (lanes.length === 0) return 0
  const [row] = await db.select({ rows: count() }).from(sql`(${together(lanes)} limit ${most}) as counted`)
  return row?.rows ?? 0
}

/** The same, without counting a list that is all on this page. */
export async function totalWith(db: Db, list: Keyset, page: PageOf<unknown>): Promise<number> {
  return page.previous === null && page.next === null ? page.rows.length : countUpTo(db, list)
}
