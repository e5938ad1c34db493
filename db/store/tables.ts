// Every table, parents before children.
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '#db/schema/index.ts'

function parentsOf(table: SQLiteTable): SQLiteTable[] {
  return getTableConfig(table)
    .foreignKeys.map((key) => key.reference().foreignTable)
    .filter((parent) => parent !== table)
}

function inOrder(tables: readonly SQLiteTable[]): SQLiteTable[] {
  const ordered = new Set<SQLiteTable>()
  const add = (table: SQLiteTable) => {
    if (ordered.has(table)) return
    parentsOf(table).forEach(add)
    ordered.add(table)
  }
  tables.forEach(add)
  return [...ordered]
}

export const TABLES: readonly SQLiteTable[] = inOrder(
  Object.values(schema as Record<string, unknown>).filter((value): value is SQLiteTable => is(value, SQLiteTable)),
)
