// Every table of the house, parents before children.
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '#db/schema/index.ts'

function parentsOf(table: SQLiteTable): SQLiteTable[] {
  return getTableConfig(table)
    .foreignKeys.map((key) => key.reference().foreignTable)
    .filter((parent) => parent !== table)
}

function inOrder(tables: readonly SQLiteTable[]): SQLiteTable[] {
  const placed = new Set<SQLiteTable>()
  const place = (table: SQLiteTable) => {
    if (placed.has(table)) return
    parentsOf(table).forEach(place)
    placed.add(table)
  }
  tables.forEach(place)
  return [...placed]
}

export const TABLES: readonly SQLiteTable[] = inOrder(
  Object.values(schema as Record<string, unknown>).filter((value): value is SQLiteTable => is(value, SQLiteTable)),
)
