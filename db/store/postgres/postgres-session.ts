// Runs drizzle's SQLite dialect on PostgreSQL: with numbered parameters, and with values as SQLite returns them.
import { createHash } from 'node:crypto'
import { BaseSQLiteDatabase, SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { SQLiteRemoteSession } from 'drizzle-orm/sqlite-proxy'
import type { CustomTypesConfig, QueryArrayConfig, QueryArrayResult } from 'pg'
import type { Db } from '../store.ts'

class NumberedDialect extends SQLiteAsyncDialect {
  override escapeParam(index: number): string {
    return `$${String(index + 1)}`
  }
}

const dialect = new NumberedDialect()

const BOOLEAN = 16
const NUMBERS: readonly number[] = [20, 21, 23, 26, 700, 701, 1700]

/** As db/schema decodes them: numbers as numbers, booleans as 1 and 0, everything else (JSON too) as text. */
const types: CustomTypesConfig = {
  getTypeParser: (oid: number) => {
    if (oid === BOOLEAN) return (text: string) => (text === 't' ? 1 : 0)
    if (NUMBERS.includes(oid)) return Number
    return (text: string) => text
  },
}

/** Statements that one process prepares under a name; others are sent unprepared, so that lists of every length do not fill up the connection. */
const MOST_NAMES = 500
const MOST_PARAMETERS = 60
const names = new Map<string, string>()

function nameOf(text: string, parameters: number): string | undefined {
  const known = names.get(text)
  if (known !== undefined || parameters > MOST_PARAMETERS || names.size >= MOST_NAMES) return known
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** PostgreSQL refuses NUL. Forms remove it, so only an address can hold one; it then matches nothing, as on SQLite. */
function withoutNul(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value
}

export type Asking = { query: (config: QueryArrayConfig) => Promise<QueryArrayResult> }

/** One for each connection, so that its next transaction finds the queries prepared for it (`prepared.ts`). */
const dbs = new WeakMap<Asking, Db>()

/** drizzle's queries, sent to a client or a pool. */
export function asDb(asking: Asking): Db {
  const known = dbs.get(asking)
  if (known) return known
  const session = new SQLiteRemoteSession(
    async (text, values, method) => {
      const name = nameOf(text, values.length)
      const { rows } = await asking.query({
        text,
        values: values.map(withoutNul),
        rowMode: 'array',
        types,
        ...(name === undefined ? {} : { name }),
      })
      return { rows: method === 'get' ? (rows[0] ?? []) : rows }
    },
    dialect,
    undefined,
    undefined,
  )
  const db = new BaseSQLiteDatabase('async', dialect, session, undefined) as unknown as Db
  dbs.set(asking, db)
  return db
}
