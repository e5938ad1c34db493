import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeProblem, nodeWarning } from '#app/commands/node-version.mjs'
import { installForNode20, sqliteFits } from '#app/commands/node20/install.mjs'
import {
  buildStamp,
  firstError,
  installEnvironment,
  installIfNeeded,
  installedByHand,
  lastLines,
  lockStamp,
  quietly,
} from '#app/commands/set-up.mjs'

let root = ''
let said: string[] = []

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tilts-set-up-'))
  said = []
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function say(line: string): void {
  said.push(line)
}

/** A project whose only package is a folder beside it, so that npm needs no network. */
function projectWithOnePackage(version = '1.0.0'): void {
  write('part/package.json', JSON.stringify({ name: 'part', version }))
  const own = { name: 'whole', version: '1.0.0', dependencies: { part: 'file:part' } }
  write('package.json', JSON.stringify(own))
  const packages = { '': own, part: { version }, 'node_modules/part': { resolved: 'part', link: true } }
  write('package-lock.json', JSON.stringify({ name: 'whole', version: '1.0.0', lockfileVersion: 3, requires: true, packages }))
}

describe('a person with an old Node.js', () => {
  test.each(['14.21.3', '18.20.4', '20.18.9', '21.7.3', '22.13.1', '23.5.0'])('%s is told in one sentence what is needed', (version) => {
    expect(nodeProblem(version)).toBe(
      `Tilts needs Node.js 20.19, 22.14, 24 or newer, and this is Node.js ${version}: install a newer one from https://nodejs.org and try again.`,
    )
  })

  test.each(['20.19.0', '20.20.2', '22.14.0', '23.6.0', '24.0.0', '24.1.0', '27.0.0'])('%s is new enough', (version) => {
    expect(nodeProblem(version)).toBeNull()
  })
})

describe('a person with a Node.js that nobody tried', () => {
  test.each(['23.11.1', '25.0.0', '27.1.0'])('%s is warned in one sentence', (version) => {
    expect(nodeWarning(version)).toBe(`Tilts was tried on Node.js 20, 22, 24 and not on ${version}: if something fails, take one of these.`)
  })

  test.each(['20.19.0', '22.14.0', '24.1.0'])('%s was tried', (version) => {
    expect(nodeWarning(version)).toBeNull()
  })
})

describe('packages', () => {
  test('are installed at the first start, and not again while the lockfile stays the same', { timeout: 60_000 }, async () => {
    projectWithOnePackage()
    await installIfNeeded(root, say)
    expect(existsSync(join(root, 'node_modules', 'part', 'package.json'))).toBe(true)
    await installIfNeeded(root, say)
    expect(said).toEqual(['Installing packages (first start, about a minute)…'])
  })

  test('are installed again when the lockfile has changed', { timeout: 60_000 }, async () => {
    projectWithOnePackage()
    await installIfNeeded(root, say)
    projectWithOnePackage('1.0.1')
    await installIfNeeded(root, say)
    expect(said[1]).toBe('Installing packages again, they have changed (about a minute)…')
    expect(readFileSync(join(root, 'node_modules', '.tilts-lock'), 'utf8')).toBe(lockStamp(root))
  })

  test('that somebody installed by hand from this lockfile are taken as they are', async () => {
    const packages = { '': {}, 'node_modules/a': { version: '2.0.0' }, 'node_modules/elsewhere': { version: '1.0.0', optional: true } }
    write('package-lock.json', JSON.stringify({ packages }))
    write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '2.0.0' } } }))
    await installIfNeeded(root, say)
    expect(said).toEqual([])
  })

  test('of another version are not taken for installed', () => {
    write('package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '2.0.0' } } }))
    write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.9.9' } } }))
    expect(installedByHand(root)).toBe(false)
  })

  test('are installed again when the better-sqlite3 among them is for another Node.js', { timeout: 60_000 }, async () => {
    projectWithOnePackage()
    await installIfNeeded(root, say)
    const other = process.versions.node.startsWith('20.') ? '13.2.0' : '12.11.1'
    write('node_modules/better-sqlite3/package.json', JSON.stringify({ version: other }))
    await installIfNeeded(root, say)
    expect(said).toHaveLength(2)
    expect(existsSync(join(root, 'node_modules', 'better-sqlite3'))).toBe(false)
  })

  test('that cannot be installed show the end of what npm said', { timeout: 60_000 }, async () => {
    write('package.json', JSON.stringify({ name: 'whole', version: '1.0.0', dependencies: { part: 'file:part' } }))
    write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: { '': {} } }))
    await expect(installIfNeeded(root, say)).rejects.toThrow(/^The packages could not be installed\. It said:\n/)
    expect(existsSync(join(root, 'node_modules', '.tilts-lock'))).toBe(false)
  })

  test('compile with the headers that lie beside the running Node.js', () => {
    write('include/node/node.h', '')
    expect(installEnvironment({ A: '1' }, join(root, 'bin', 'node'))).toEqual({ A: '1', npm_config_nodedir: root })
  })

  test('compile as the operator says when the operator says where the headers are', () => {
    write('include/node/node.h', '')
    expect(installEnvironment({ npm_config_nodedir: '/opt/node' }, join(root, 'bin', 'node'))).toEqual({ npm_config_nodedir: '/opt/node' })
    expect(installEnvironment({}, join(root, 'elsewhere', 'bin', 'node'))).toEqual({})
  })
})

describe('better-sqlite3', () => {
  test.each([
    ['12.11.1', '20.19.0', true],
    ['13.2.0', '20.19.0', false],
    ['12.11.1', '24.1.0', false],
    ['13.2.0', '24.1.0', true],
  ])('%s on Node.js %s: %s', (version, node, fits) => {
    write('node_modules/better-sqlite3/package.json', JSON.stringify({ version }))
    expect(sqliteFits(root, node)).toBe(fits)
  })

  // Goes with Node 20.
  test('for Node 20 takes the place of the other, with the packages that it needs', async () => {
    write('app/commands/node20/package.json', '{}')
    write('app/commands/node20/package-lock.json', '{}')
    write('node_modules/better-sqlite3/package.json', JSON.stringify({ version: '13.2.0' }))
    await installForNode20(root, say, async (folder) => {
      write(join(relative(root, folder), 'node_modules/better-sqlite3/package.json'), JSON.stringify({ version: '12.11.1' }))
      write(join(relative(root, folder), 'node_modules/bindings/package.json'), '{}')
    })
    expect(sqliteFits(root, '20.19.0')).toBe(true)
    expect(readdirSync(join(root, 'node_modules'))).toEqual(['better-sqlite3'])
    expect(existsSync(join(root, 'node_modules/better-sqlite3/node_modules/bindings'))).toBe(true)
  })
})

describe('the build', () => {
  test('is made again when a file changes, appears or moves', () => {
    write('app/root.tsx', 'one')
    const first = buildStamp(root)
    write('app/root.tsx', 'two')
    const changed = buildStamp(root)
    write('app/routes/x.y/z.tsx', '')
    const grown = buildStamp(root)
    rmSync(join(root, 'app/routes/x.y/z.tsx'))
    write('app/routes/z.tsx', '')
    expect(new Set([first, changed, grown, buildStamp(root)]).size).toBe(4)
  })

  test('is kept when files were only touched, or changed where the build does not look', () => {
    write('app/root.tsx', 'one')
    const first = buildStamp(root)
    utimesSync(join(root, 'app/root.tsx'), 1, 1)
    write('tests/unit/x.test.ts', '')
    write('data/tilts.db', '')
    expect(buildStamp(root)).toBe(first)
  })
})

describe('a command that fails', () => {
  const here = { cwd: '.', env: process.env, excerpt: lastLines }

  test('shows its last twenty lines and nothing before them', async () => {
    const script = 'for (let i = 1; i <= 50; i++) console.log(`line ${i}`); process.exit(3)'
    const failure: unknown = await quietly('It broke', process.execPath, ['-e', script], here).catch((error: unknown) => error)
    expect(String(failure)).toContain('It broke. It said:\nline 31\n')
    expect(String(failure)).toMatch(/line 50$/)
  })

  test('that does not exist is named', async () => {
    await expect(quietly('It broke', join(root, 'no-such-command'), [], here)).rejects.toThrow(/^It broke: .*ENOENT/)
  })

  test('of npm shows the reason and not the pages on how npm is used', () => {
    const usage = Array.from({ length: 40 }, () => 'npm error   --some-option').join('\n')
    expect(lastLines(`npm error code EUSAGE\nnpm error out of sync\nnpm error Usage:\n${usage}`)).toBe(
      'npm error code EUSAGE\nnpm error out of sync',
    )
  })

  test('of the build shows the first error and not the list of files after it', () => {
    const files = Array.from({ length: 90 }, (_, at) => `  'file-${at}.ts',`).join('\n')
    const shown = firstError(`vite building…\n12 modules\nerror during build:\nCould not resolve "./x"\n${files}`)
    expect(shown).toMatch(/^error during build:\nCould not resolve "\.\/x"\n/)
    expect(shown.split('\n')).toHaveLength(20)
  })
})
