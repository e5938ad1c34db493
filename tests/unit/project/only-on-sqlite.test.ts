// Keeps the list of tests that need no PostgreSQL true.
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ONLY_ON_SQLITE } from '#tests/support/postgres/only-on-sqlite.ts'

test('every test that is kept from PostgreSQL by its name is there', () => {
  expect(ONLY_ON_SQLITE.filter((path) => !existsSync(path))).toEqual([])
})
