// Every column about people is encrypted, or stands in docs/privacy.md with why it is not.
import { readFileSync } from 'node:fs'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { DATA_CLASSES, PERSONAL_COLUMNS } from '#app/domain/people/data-classes.ts'
import { TABLES } from '#db/store/tables.ts'

/** Of a person, of one of their proposals, or, in the change feed, of anything. */
const ABOUT_PEOPLE = TABLES.map((table) => getTableConfig(table)).filter(
  ({ name, columns }) =>
    ['candidate', 'change', 'duplicate_pair'].includes(name) ||
    columns.some((column) => ['candidate_id', 'proposal_id'].includes(column.name)),
)
const listed = PERSONAL_COLUMNS.flatMap(({ columns }) => columns)

test('every column of a table about people is listed once, and nothing is listed that is not there', () => {
  const there = ABOUT_PEOPLE.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
  expect([...listed].sort()).toEqual(there.sort())
})

test('every class of data has columns', () => {
  expect([...new Set(PERSONAL_COLUMNS.map((group) => group.class))].sort()).toEqual([...DATA_CLASSES].sort())
})

test('the document says of each column what the list says', () => {
  const rows = PERSONAL_COLUMNS.map(({ columns, ...group }) => {
    const tables = [...new Set(columns.map((column) => column.split('.')[0] ?? ''))]
    const named = tables.map((table) => {
      const own = columns.filter((column) => column.startsWith(`${table}.`)).map((column) => column.slice(table.length + 1))
      return `\`${table}\`: ${own.join(', ')}`
    })
    return `| ${group.class} | ${named.join('; ')} | ${group.kept === 'clear' ? group.reason : 'encrypted'} |`
  })
  const document = readFileSync('docs/privacy.md', 'utf8')
  expect(rows.filter((row) => !document.includes(`\n${row}\n`))).toEqual([])
})
