// The target of an upsert: PostgreSQL wants bare names where drizzle's SQLite dialect writes "table"."column".
import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

export function conflictOn(...columns: SQLiteColumn[]): SQL {
  return sql.join(
    columns.map((column) => sql.identifier(column.name)),
    sql`, `,
  )
}
