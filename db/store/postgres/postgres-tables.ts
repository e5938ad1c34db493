// The PostgreSQL tables, derived from the one definition in db/schema: same names, same constraints, PostgreSQL's own types.
import { getTableColumns, is, SQL } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  doublePrecision,
  foreignKey,
  index,
  json,
  pgTable,
  primaryKey,
  uniqueIndex,
  type AnyPgColumn,
  type PgColumnBuilderBase,
  type PgTable,
} from 'drizzle-orm/pg-core'
import { getTableConfig, type AnySQLiteColumn, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { TABLES } from '../tables.ts'

/** Compared byte by byte, as SQLite does, whatever the locale of the database: order and equality are the same on both. */
const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

/** JSON stays the text it was, so that both engines give back the same keys in the same order. */
function typed(column: SQLiteColumn) {
  switch (column.columnType) {
    case 'SQLiteText':
      return plainText(column.name)
    case 'SQLiteTextJson':
      return json(column.name)
    case 'SQLiteInteger': {
      const whole = bigint(column.name, { mode: 'number' })
      return 'autoIncrement' in column && column.autoIncrement === true ? whole.generatedByDefaultAsIdentity() : whole
    }
    case 'SQLiteBoolean':
      return boolean(column.name)
    case 'SQLiteReal':
      return doublePrecision(column.name)
    default:
      throw new Error(`No PostgreSQL type is chosen for ${column.columnType} (${column.name})`)
  }
}

function derived(column: SQLiteColumn): PgColumnBuilderBase {
  let builder: ReturnType<typeof plainText> = typed(column) as never
  if (column.notNull && !column.primary) builder = builder.notNull()
  if (column.primary) builder = builder.primaryKey()
  if (column.hasDefault && column.default !== undefined) builder = builder.default(column.default as never)
  return builder
}

/** By database name. */
export function postgresTables(): Record<string, PgTable> {
  const made = new Map<string, PgTable>()

  function columnOf(column: AnySQLiteColumn): AnyPgColumn {
    const table = made.get(getTableConfig(column.table).name)
    const found = table && Object.values(getTableColumns(table)).find(({ name }) => name === column.name)
    if (!found) throw new Error(`No PostgreSQL column stands for ${column.name}`)
    return found
  }

  for (const source of TABLES) {
    const { name, indexes, checks, primaryKeys, foreignKeys } = getTableConfig(source)
    const columns = Object.fromEntries(
      Object.entries(getTableColumns(source)).map(([key, column]) => [key, derived(column as SQLiteColumn)]),
    )
    const table: PgTable = pgTable(name, columns, (own) => [
      ...indexes.map(({ config }) => {
        const on = config.columns.map((column) => {
          if (is(column, SQL)) return column
          const indexed = Object.values(own).find((one) => one.name === column.name)
          if (!indexed) throw new Error(`No PostgreSQL column stands for ${column.name}`)
          return indexed
        })
        const [first, ...rest] = on as unknown as [AnyPgColumn, ...AnyPgColumn[]]
        const built = (config.unique ? uniqueIndex(config.name) : index(config.name)).on(first, ...rest)
        return config.where ? built.where(config.where) : built
      }),
      ...checks.map((one) => check(one.name, one.value)),
      ...primaryKeys.map((key) => {
        const [first, ...rest] = key.columns.map(columnOf) as [AnyPgColumn, ...AnyPgColumn[]]
        return primaryKey({ name: key.getName(), columns: [first, ...rest] as never })
      }),
      ...foreignKeys.map((key) => {
        const { columns: from, foreignColumns: to } = key.reference()
        return foreignKey({
          name: key.getName(),
          columns: from.map(columnOf) as never,
          foreignColumns: to.map(columnOf) as never,
        }).onDelete(key.onDelete ?? 'no action')
      }),
    ])
    made.set(name, table)
  }
  return Object.fromEntries(made)
}
