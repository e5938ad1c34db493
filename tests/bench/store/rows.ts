// Rows on their way into a database: made one by one, as the driver wants them.
import { getTableColumns, type InferInsertModel } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

export type Cell = string | number | null
export type Part = { table: SQLiteTable; rows: () => Iterable<Cell[]> }

/** As drizzle's insert would write them: defaults filled in, JSON as text, booleans as 1 and 0. */
export function part<Table extends SQLiteTable>(table: Table, make: () => Iterable<InferInsertModel<Table>>): Part {
  const columns = Object.entries(getTableColumns(table))
  return {
    table,
    rows: function* () {
      for (const row of make()) {
        const given: Record<string, unknown> = row
        yield columns.map(([key, column]) => {
          const value: unknown = given[key] ?? (column.default as unknown) ?? null
          return value === null ? null : (column.mapToDriverValue(value) as Cell)
        })
      }
    },
  }
}
