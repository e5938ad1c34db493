// Which tables hold people or lead to one, by the schema; and which of them a statement touches.
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { TABLES } from '#db/store/tables.ts'
import type { Statement } from '../store/query-log.ts'

/** With a person's id in a column, or with a reference to a table that has one. */
function tablesOfPeople(): string[] {
  const people = new Set(['candidate'])
  // Parents come before children.
  for (const { name, columns, foreignKeys } of TABLES.map((table) => getTableConfig(table))) {
    const parents = foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name)
    if (columns.some((column) => column.name === 'candidate_id') || parents.some((parent) => people.has(parent))) people.add(name)
  }
  return [...people]
}

export const PEOPLE_TABLES: readonly string[] = tablesOfPeople()
const WORDS = PEOPLE_TABLES.map((table) => ({
  table,
  word: new RegExp(`\\b${table}\\b`, 'i'),
  write: new RegExp(`^(insert into|update|delete from) "${table}"`),
}))

/** As `reads proposal` or `writes proposal`. Any mention of a table counts, however the statement is built. */
export function peopleIn({ text }: Statement): string[] {
  return WORDS.filter(({ word }) => word.test(text)).map(({ table, write }) => `${write.test(text) ? 'writes' : 'reads'} ${table}`)
}
