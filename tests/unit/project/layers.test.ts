// Keeps the layout of docs/developing.md: which layer may import which, no cycles, how many files a folder holds, how long a file grows.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const EVERYTHING = ['server', 'process', 'components', 'forms', 'domain', 'i18n', 'paths', 'db', 'search', 'commands']

/** Layer → the layers it may import. `app` is what lies directly in app/: the site map, the root (a route as well) and the entries. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  i18n: ['domain'],
  paths: ['domain'],
  forms: ['domain', 'i18n'],
  components: ['forms', 'domain', 'i18n', 'paths'],
  db: ['domain'],
  search: ['db', 'domain'],
  server: ['db', 'search', 'forms', 'domain', 'i18n', 'paths'],
  routes: ['server', 'components', 'db', 'search', 'forms', 'domain', 'i18n', 'paths'],
  app: ['server', 'components', 'routes', 'db', 'forms', 'domain', 'i18n', 'paths'],
  process: EVERYTHING,
  commands: EVERYTHING,
}
/** Layer → what it may know the types of, though not run: what the process hands in with the context. */
const MAY_KNOW_TYPES: Record<string, readonly string[]> = { server: ['process'] }

const FILES_IN_A_FOLDER = 20
const LINES_IN_A_FILE = 300
const FORBIDDEN_NAMES = ['util', 'utils', 'helper', 'helpers', 'misc', 'common', 'manager', 'service']

const FILES = ['app', 'db', 'search', 'tests']
  .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => join(top, path)))
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const SOURCE = FILES.filter(({ path }) => !path.startsWith('tests/'))

type Import = { name: string; typesOnly: boolean }

function layerOf(path: string): string {
  const [top = '', second = '', third] = path.split('/')
  if (top !== 'app') return top
  if (third !== undefined) return second
  return second === 'paths.ts' ? 'paths' : 'app'
}

function importsOf(text: string): Import[] {
  const found = text.matchAll(/^(?:import|export)\b( type\b)?[^'"]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\(\s*'([^']+)'/gm)
  return [...found].map(([, type, from, bare, called]) => ({ name: from ?? bare ?? called ?? '', typesOnly: type !== undefined }))
}

function inProject(path: string, imported: string): string | null {
  if (imported.startsWith('#')) return imported.slice(1)
  return imported.startsWith('.') ? join(dirname(path), imported) : null
}

function isAllowed(path: string, { name, typesOnly }: Import): boolean {
  const target = inProject(path, name)
  if (target === null) return true
  const [from, to] = [layerOf(path), layerOf(target)]
  return from === to || MAY_IMPORT[from]?.includes(to) === true || (typesOnly && MAY_KNOW_TYPES[from]?.includes(to) === true)
}

/** Each cycle of imports once, as the files it leads through; imports of types alone count, because a reader follows them too. */
function cycles(): string[] {
  const arrows = new Map(
    FILES.map(({ path, text }) => [
      path,
      importsOf(text)
        .map(({ name }) => inProject(path, name))
        .filter((target) => target !== null),
    ]),
  )
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (way.includes(path) || done.has(path)) return
    for (const target of arrows.get(path) ?? []) walk(target, [...way, path])
    done.add(path)
  }
  for (const path of arrows.keys()) walk(path, [])
  return found
}

test('every layer imports only from the layers below it', () => {
  const wrong = SOURCE.flatMap(({ path, text }) =>
    importsOf(text)
      .filter((imported) => !isAllowed(path, imported))
      .map(({ name }) => `${path} imports ${name}: ${layerOf(path)} may import ${(MAY_IMPORT[layerOf(path)] ?? []).join(', ')}`),
  )
  expect(wrong).toEqual([])
})

test('no file imports itself through others', () => {
  expect(cycles()).toEqual([])
})

test('the rules of the domain reach neither the machine nor a package', () => {
  const domain = SOURCE.filter(({ path }) => layerOf(path) === 'domain')
  const wrong = domain.flatMap(({ path, text }) =>
    importsOf(text).flatMap(({ name }) => (inProject(path, name) ? [] : [`${path} imports ${name}`])),
  )
  expect(wrong).toEqual([])
})

test('a route knows no table and no schema of a form: it asks the layers that do', () => {
  const routes = SOURCE.filter(({ path }) => layerOf(path) === 'routes')
  const wrong = routes.flatMap(({ path, text }) =>
    importsOf(text).flatMap(({ name }) =>
      /^(zod|drizzle-orm|better-sqlite3|#db\/schema\/|#db\/store\/)/.test(name) ? [`${path} imports ${name}`] : [],
    ),
  )
  expect(wrong).toEqual([])
})

test('a folder holds few enough files to be read at a glance', () => {
  const counts = new Map<string, number>()
  for (const { path } of FILES) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  const full = [...counts].filter(([, count]) => count > FILES_IN_A_FOLDER)
  const messages = full.map(
    ([folder, count]) => `${folder} holds ${String(count)} files, at most ${String(FILES_IN_A_FOLDER)}: divide it by noun`,
  )
  expect(messages).toEqual([])
})

test('no file is longer than 300 lines', () => {
  const long = FILES.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length })).filter(
    ({ lines }) => lines > LINES_IN_A_FILE,
  )
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
