// Makes a test fail when anything wrote to `console.error` while it ran (React's warnings arrive there and nowhere else).
import { afterEach, beforeEach } from 'vitest'
import { format } from 'node:util'

let errors: string[] = []

/** What was written so far in this test; taking it says that the test expected it. */
export function takeConsoleErrors(): string[] {
  const taken = errors
  errors = []
  return taken
}

console.error = (...parts: unknown[]) => {
  errors.push(format(...parts))
}

beforeEach(() => {
  errors = []
})

afterEach(() => {
  const written = takeConsoleErrors()
  if (written.length > 0) throw new Error(`console.error was called:\n${written.join('\n')}`)
})
