// A fresh machine installs from the lockfile alone, so the lockfile must be whole.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const packages = z.record(
  z.string(),
  z.object({
    dependencies: z.record(z.string(), z.string()).default({}),
    optionalDependencies: z.record(z.string(), z.string()).default({}),
  }),
)
const text = readFileSync('package-lock.json', 'utf8')
const locked = z.object({ packages }).parse(JSON.parse(text)).packages

/** Where Node.js would look for a package from a folder, nearest first. */
function placesOf(name: string, from: string): string[] {
  const parts = from.split('/node_modules/')
  return ['', ...parts.map((_, at) => `${parts.slice(0, at + 1).join('/node_modules/')}/`)].map(
    (folder) => `${folder.replace(/^\//, '')}node_modules/${name}`,
  )
}

test('a person on any machine can install: what a package needs on some other system is locked too', () => {
  const missing = Object.entries(locked).flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) =>
      placesOf(name, from).some((place) => place in locked) ? [] : [`${from} needs ${name}`],
    ),
  )
  expect(missing).toEqual([])
})

test('the lockfile names no host to install from', () => {
  expect(text).not.toContain('"resolved": "http')
})
