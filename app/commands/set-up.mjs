// Installs and builds what is missing or stale, for `npm start` and `npm test`; only Node's own modules, because it runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installForNode20, sqliteFits } from './node20/install.mjs'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const BUILT_FROM = ['app', 'db', 'search', 'package.json', 'package-lock.json', 'vite.config.ts', 'remix.config.js', 'tsconfig.json']
const LINES_SHOWN = 20

/** A step that failed; the message is for the person at the terminal and needs no stack. */
export class SetUpProblem extends Error {}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function installIfNeeded(root, say) {
  const modules = join(root, 'node_modules')
  const stamp = join(modules, '.tilts-lock')
  const wanted = lockStamp(root)
  const first = !existsSync(modules)
  const fits = sqliteFits(root)
  if (fits && readOr(stamp, '') === wanted) return
  if (!fits || existsSync(stamp) || !installedByHand(root)) {
    say(first ? 'Installing packages (first start, about a minute)…' : 'Installing packages again, they have changed (about a minute)…')
    await npmCi(root)
    if (!sqliteFits(root)) await installForNode20(root, say, npmCi)
  }
  writeFileSync(stamp, wanted)
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function buildIfNeeded(root, say) {
  const stamp = join(root, 'build', '.stamp')
  const wanted = buildStamp(root)
  if (readOr(stamp, '') === wanted) return
  say('Building…')
  // A build that is broken off must not pass for a finished one.
  rmSync(stamp, { force: true })
  const remix = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js')
  await quietly('The site could not be built', process.execPath, [remix, 'vite:build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    excerpt: firstError,
  })
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/**
 * Changes with the lockfiles and with the Node.js that native packages were compiled for.
 * @param {string} root
 */
export function lockStamp(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const onNode20 = readOr(join(root, 'app', 'commands', 'node20', 'package-lock.json'), '')
  const hash = createHash('sha256').update(lock).update(onNode20).digest('hex')
  return `${hash} ${process.platform}-${process.arch}-${process.versions.modules}`
}

/**
 * Changes with the content of anything the build reads.
 * @param {string} root
 */
export function buildStamp(root) {
  const hash = createHash('sha256')
  for (const path of BUILT_FROM.flatMap((name) => filesUnder(root, name))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * Whether somebody has run `npm ci` or `npm install` from this very lockfile: npm leaves a note of what it installed.
 * @param {string} root
 */
export function installedByHand(root) {
  const lock = packagesIn(join(root, 'package-lock.json'))
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  return (
    Object.keys(installed).length > 0 &&
    Object.entries(lock).every(([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version)
  )
}

/**
 * @param {string} folder
 * @param {string[]} more
 */
function npmCi(folder, ...more) {
  const [command, args] = npm(['ci', '--include=dev', ...more])
  const options = { cwd: folder, env: installEnvironment(process.env, process.execPath), excerpt: lastLines }
  return quietly('The packages could not be installed', command, args, options)
}

/**
 * Points node-gyp at the headers beside the running Node.js, so that better-sqlite3 compiles without downloading them.
 * @template {Record<string, string | undefined>} Env
 * @param {Env} env
 * @param {string} nodePath
 * @returns {Env & { npm_config_nodedir?: string }}
 */
export function installEnvironment(env, nodePath) {
  const nodedir = dirname(dirname(nodePath))
  const headers = existsSync(join(nodedir, 'include', 'node', 'node.h'))
  return headers && !env['npm_config_nodedir'] ? { ...env, npm_config_nodedir: nodedir } : env
}

/**
 * The command that runs npm: the very npm that runs this script, when one does.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npm(args) {
  const cli = process.env['npm_execpath']
  return cli?.endsWith('.js') ? [process.execPath, [cli, ...args]] : ['npm', args]
}

/**
 * Runs a command without showing what it prints, unless it fails: then the excerpt that tells why.
 * @param {string} failure
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, excerpt: (output: string) => string }} options
 * @returns {Promise<void>}
 */
export function quietly(failure, command, args, { cwd, env, excerpt }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    })
    let output = ''
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output = (output + chunk.toString()).slice(-50_000)
    }
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      child.kill(signal)
      process.exit(1)
    }
    process.once('SIGTERM', stop).once('SIGINT', stop)
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => reject(new SetUpProblem(`${failure}: ${error.message}`)))
    child.on('close', (code) => {
      process.off('SIGTERM', stop).off('SIGINT', stop)
      if (code === 0) resolve()
      else reject(new SetUpProblem(`${failure}. It said:\n${excerpt(output)}`))
    })
  })
}

/**
 * npm follows some errors with pages on how it is used, which would push the reason out of sight.
 * @param {string} output
 */
export function lastLines(output) {
  const [reason = ''] = output.split('\nnpm error Usage:')
  return reason.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n')
}

/**
 * A build tells the reason first and then everything it was doing.
 * @param {string} output
 */
export function firstError(output) {
  const lines = output.trimEnd().split('\n')
  const at = lines.findIndex((line) => /error|failed/i.test(line))
  return lines.slice(Math.max(at, 0)).slice(0, LINES_SHOWN).join('\n')
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {string[]} paths below the root, in an order that does not depend on the disk
 */
function filesUnder(root, name) {
  const found = statSync(join(root, name), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [name]
  return readdirSync(join(root, name))
    .filter((entry) => !entry.startsWith('.'))
    .sort()
    .flatMap((entry) => filesUnder(root, `${name}/${entry}`))
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesIn(file) {
  return JSON.parse(readOr(file, '{}')).packages ?? {}
}

/**
 * @param {string} file
 * @param {string} missing
 */
function readOr(file, missing) {
  return existsSync(file) ? readFileSync(file, 'utf8') : missing
}
