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
const LOCKFILES = ['package-lock.json', 'app/commands/node20/package-lock.json']

/** Where Node.js would look for a package from a folder, nearest first. */
function placesOf(name: string, from: string): string[] {
  const parts = from.split('/node_modules/')
  return ['', ...parts.map((_, at) => `${parts.slice(0, at + 1).join('/node_modules/')}/`)].map(
    (folder) => `${folder.replace(/^\//, '')}node_modules/${name}`,
  )
}

test.each(LOCKFILES)('%s: a person on any machine can install; what a package needs on some other system is locked too', (file) => {
  const locked = z.object({ packages }).parse(JSON.parse(readFileSync(file, 'utf8'))).packages
  const missing = Object.entries(locked).flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) =>
      placesOf(name, from).some((place) => place in locked) ? [] : [`${from} needs ${name}`],
    ),
  )
  expect(missing).toEqual([])
})

test.each(LOCKFILES)('%s names no host to install from', (file) => {
  expect(readFileSync(file, 'utf8')).not.toContain('"resolved": "http')
})
