// PostgreSQL does not index what refers to another table: each such column must begin an index of ours, or asking and deleting read everything.
import { getTableConfig, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { is, SQL } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { TABLES } from '#db/store/tables.ts'

const REFERENCES = TABLES.flatMap((table) => {
  const { name, foreignKeys, indexes, primaryKeys, columns } = getTableConfig(table)
  const first = (all: readonly (SQLiteColumn | SQL)[]) => all.slice(0, 1).flatMap((column) => (is(column, SQL) ? [] : [column.name]))
  const served = new Set([
    ...columns.filter((column) => column.primary).map((column) => column.name),
    ...primaryKeys.flatMap((key) => first(key.columns)),
    ...indexes.flatMap((one) => first(one.config.columns as SQLiteColumn[])),
  ])
  return foreignKeys.map((key) => {
    const [column] = key.reference().columns
    return [`${name}.${column?.name ?? ''}`, served.has(column?.name ?? '')] as const
  })
})

test.each(REFERENCES)('%s begins an index', (_name, isServed) => {
  expect(isServed).toBe(true)
})
