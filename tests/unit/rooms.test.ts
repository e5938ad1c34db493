// Keeps the rooms apart: who may import whom, what the rules may touch, how long a file grows, what it is called.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** `app` is what lies directly in app/: the site map, the addresses, the root (a route as well) and the entries. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  i18n: ['domain'],
  forms: ['domain', 'i18n'],
  components: ['forms', 'domain', 'i18n', 'paths'],
  db: ['domain'],
  search: ['db', 'domain'],
  server: ['db', 'search', 'forms', 'domain', 'i18n', 'paths'],
  routes: ['server', 'components', 'db', 'search', 'forms', 'domain', 'i18n', 'paths'],
  paths: ['domain'],
  app: ['server', 'components', 'routes', 'db', 'forms', 'domain', 'i18n', 'paths'],
}
const FORBIDDEN_NAMES = ['util', 'utils', 'helper', 'helpers', 'misc', 'common', 'manager', 'service']

const FILES = ['app', 'db', 'search', 'tests']
  .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => join(top, path)))
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const SOURCE = FILES.filter(({ path }) => !path.startsWith('tests/'))

function roomOf(path: string): string {
  const [top = '', second = '', third] = path.split('/')
  if (top !== 'app') return top
  if (third !== undefined) return second
  return second === 'paths.ts' ? 'paths' : 'app'
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/\bfrom '([^']+)'|\bimport\(?\s*'([^']+)'/g)].map((found) => found[1] ?? found[2] ?? '')
}

function inProject(path: string, imported: string): string | null {
  if (imported.startsWith('#')) return imported.slice(1)
  return imported.startsWith('.') ? join(dirname(path), imported) : null
}

test('every room imports only from the rooms below it', () => {
  const wrong = SOURCE.flatMap(({ path, text }) =>
    importsOf(text).flatMap((imported) => {
      const target = inProject(path, imported)
      const allowed = target === null || roomOf(target) === roomOf(path) || MAY_IMPORT[roomOf(path)]?.includes(roomOf(target))
      return allowed ? [] : [`${path} imports ${imported}`]
    }),
  )
  expect(wrong).toEqual([])
})

test('the rules of the domain reach neither the machine nor a package', () => {
  const domain = SOURCE.filter(({ path }) => roomOf(path) === 'domain')
  const wrong = domain.flatMap(({ path, text }) =>
    importsOf(text).flatMap((name) => (inProject(path, name) ? [] : [`${path} imports ${name}`])),
  )
  expect(wrong).toEqual([])
})

test('a route knows no table and no schema of a form: it asks the rooms that do', () => {
  const routes = SOURCE.filter(({ path }) => roomOf(path) === 'routes')
  const wrong = routes.flatMap(({ path, text }) =>
    importsOf(text).flatMap((name) =>
      /^(zod|drizzle-orm|better-sqlite3|#db\/schema\/|#db\/store\/)/.test(name) ? [`${path} imports ${name}`] : [],
    ),
  )
  expect(wrong).toEqual([])
})

test('no file is longer than 300 lines', () => {
  const long = FILES.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length })).filter(({ lines }) => lines > 300)
  expect(long).toEqual([])
})

test('every file is named for what it holds, in kebab-case', () => {
  const wrong = FILES.map(({ path }) => path).filter((path) => {
    // The names in app/i18n are namespaces of keys: `common` holds the words that every page says.
    if (/^app\/i18n\/..\/common\.ts$/.test(path)) return false
    const parts = path.split('/').flatMap((part) => part.split(/[.-]/))
    return parts.some((part) => FORBIDDEN_NAMES.includes(part)) || /[A-Z_ ]/.test(path)
  })
  expect(wrong).toEqual([])
})
