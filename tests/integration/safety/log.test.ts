// The log is read by people who may know nothing of anybody: no error writes a value of a row into it.
import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openLog } from '#app/process/log.ts'
import * as tables from '#db/schema/index.ts'
import { NOW, testApp } from '#tests/support/app.ts'

function aLog() {
  const lines: string[] = []
  return { lines, log: openLog({ level: 'info', now: () => NOW, write: (line) => lines.push(line) }) }
}

const NAME = 'Visvaldis Neesošais'

/** What drizzle throws on an engine that answers later: its message repeats every value. */
function aFailedQuery(value: string): Error {
  return new DrizzleQueryError('insert into "account" values (?)', [value], new Error(`constraint failed for ${value}`))
}

test('a query that failed is written down without its values', () => {
  const { log, lines } = aLog()
  const thrown = aFailedQuery(NAME)
  expect(thrown.stack).toContain(NAME)
  log.incident('one', thrown)
  expect(lines).toHaveLength(1)
  expect(lines.join()).toContain('"stack":["')
  expect(lines.join()).not.toMatch(/Visvaldis|Neeso/)
})

test('a value that is written to look like a line of a stack stays out too', () => {
  const { log, lines } = aLog()
  const sly = `a\n    at ${NAME} (nowhere.js:1:1)\n    at b`
  for (const thrown of [aFailedQuery(sly), new Error(sly), new Error('x', { cause: new Error(sly) }), sly]) log.incident('one', thrown)
  expect(lines).toHaveLength(4)
  expect(lines.join()).not.toMatch(/Visvaldis|Neeso/)
})

test('a constraint that was broken is named, the row that broke it is not', async () => {
  const { store } = await testApp()
  const { log, lines } = aLog()
  const values = { id: 'x', name: NAME, email: 'UPPER@example.test', passwordHash: '', createdAt: NOW }
  const thrown: unknown = await store.write((tx) => tx.insert(tables.account).values(values)).catch((error: unknown) => error)
  log.incident('one', thrown)
  expect(lines.join()).toContain('account_email_check')
  expect(lines.join()).not.toMatch(/Visvaldis|Neeso|UPPER/)
})
