// Columns and checks that every table is built from.
import { sql, type SQL } from 'drizzle-orm'
import { check, integer, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** Epoch milliseconds, UTC. */
export const instant = (name: string) => integer(name)
/** `YYYY-MM-DD`. */
export const day = (name: string) => text(name)
/** Text that `encrypt` of db/people/vault.ts returned. */
export const encrypted = (name: string) => text(name)

const quoted = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

/** A check that the column has one of these values: the database enforces what the type says. */
export function oneOf(name: string, column: AnySQLiteColumn, values: readonly string[]) {
  return check(name, sql`${column} in (${quoted(values)})`)
}

/** A check that the two columns are one of these pairs. */
export function pairOf(name: string, from: AnySQLiteColumn, to: AnySQLiteColumn, pairs: readonly { from: string; to: string }[]) {
  return check(name, sql`${from} || '>' || ${to} in (${quoted(pairs.map((pair) => `${pair.from}>${pair.to}`))})`)
}

export function must(name: string, condition: SQL) {
  return check(name, condition)
}
