// Goes with Node 20: puts the last better-sqlite3 that runs there in the place of the one in the lockfile, which needs Node-API 10 and ends the process.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const PINNED = ['package.json', 'package-lock.json']

/**
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {(folder: string, ...more: string[]) => Promise<void>} npmCi
 */
export async function installForNode20(root, say, npmCi) {
  say('Compiling better-sqlite3 for Node.js 20 (about a minute and a half; newer Node.js need not)…')
  const modules = join(root, 'node_modules')
  const beside = join(modules, '.node20')
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(beside)
  for (const name of PINNED) cpSync(join(root, 'app', 'commands', 'node20', name), join(beside, name))
  // Its script fetches a binary where there is one, and else compiles.
  await npmCi(beside, '--ignore-scripts=false')
  const whole = join(beside, 'better-sqlite3')
  renameSync(join(beside, 'node_modules', 'better-sqlite3'), whole)
  renameSync(join(beside, 'node_modules'), join(whole, 'node_modules'))
  rmSync(join(modules, 'better-sqlite3'), { recursive: true, force: true })
  renameSync(whole, join(modules, 'better-sqlite3'))
  rmSync(beside, { recursive: true })
}

/**
 * Whether the better-sqlite3 that is installed is the one for this Node.js.
 * @param {string} root
 */
export function sqliteFits(root, node = process.versions.node) {
  const file = join(root, 'node_modules', 'better-sqlite3', 'package.json')
  return !existsSync(file) || JSON.parse(readFileSync(file, 'utf8')).version.startsWith('12.') === node.startsWith('20.')
}
