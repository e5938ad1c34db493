// Keeps browser tests from racing with the page: what a press began is waited for before another address is opened.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FILES = ['tests/e2e', 'tests/support/browser', 'tests/faults']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.ts'))

/** A press whose next statement opens an address; `presses` with an address waits for it. */
const OPENED_AT_ONCE = /(?:\.click\(\)|press\('Enter'\)|await presses\((?:(?!'\*\*)[^\n])*\))\n\s*await \w+\.goto\(/g

test('no browser test opens an address right after a press, which would interrupt what the press began', () => {
  const found = FILES.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(OPENED_AT_ONCE)].map(([text]) => `${path}: ${text}`))
  expect(found).toEqual([])
})
