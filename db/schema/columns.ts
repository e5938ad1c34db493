// Column spellings shared by every table.
import { sql, type SQL } from 'drizzle-orm'
import { check, integer, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** Epoch milliseconds, UTC. */
export const instant = (name: string) => integer(name)
/** `YYYY-MM-DD`. */
export const day = (name: string) => text(name)
/** Shut by the vault before it reaches this column. */
export const encrypted = (name: string) => text(name)

const quoted = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

/** The database restates the vocabulary: the column holds one of these words. */
export function oneOf(name: string, column: AnySQLiteColumn, values: readonly string[]) {
  return check(name, sql`${column} in (${quoted(values)})`)
}

/** A move is one of these pairs. */
export function pairOf(name: string, from: AnySQLiteColumn, to: AnySQLiteColumn, pairs: readonly { from: string; to: string }[]) {
  return check(name, sql`${from} || '>' || ${to} in (${quoted(pairs.map((pair) => `${pair.from}>${pair.to}`))})`)
}

export function must(name: string, condition: SQL) {
  return check(name, condition)
}
