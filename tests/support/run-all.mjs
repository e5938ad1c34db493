// `npm test`: installs, builds, lints, checks the types and runs every test; ends with one line `N passed, N failed`.
// With the name of a part it runs that part alone: `npm run check`, `npm run test:node24`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeProblem, nodeWarning } from '../../app/commands/node-version.mjs'
import { ROOT, SetUpProblem, buildIfNeeded, installIfNeeded } from '../../app/commands/set-up.mjs'
import { firstStart, withCopyOnNode24 } from './node-24/on-node-24.mjs'

const STAGE_LIMIT_MS = 20 * 60_000
const CACHE = join('node_modules', '.cache', 'check')
const reports = mkdtempSync(join(tmpdir(), 'tilts-test-'))
/** Where a program is run, and by which Node.js. */
const HERE = { node: process.execPath, folder: ROOT, env: process.env }
let passed = 0
let failed = 0
/** @type {string[]} */
const durations = []
/** What failed and how, said again at the end: of a long run often only the last lines are kept. @type {string[]} */
const failures = []

/** @type {Record<string, () => Promise<void>>} */
const PARTS = { all: everything, check, 'node-24': onNode24 }

try {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new SetUpProblem(problem)
  const warning = nodeWarning(process.versions.node)
  if (warning) console.warn(warning)
  const part = PARTS[process.argv[2] ?? 'all']
  if (!part) throw new SetUpProblem(`There is no such part: ${process.argv[2]}; there are ${Object.keys(PARTS).join(', ')}.`)
  await timed('install', () => installIfNeeded(ROOT, console.log))
  await part()
} catch (error) {
  failed += 1
  console.error(error instanceof SetUpProblem ? error.message : error)
} finally {
  rmSync(reports, { recursive: true, force: true })
}
for (const failure of failures) console.log(`FAILED ${failure}`)
console.log(`Seconds: ${durations.join(', ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function everything() {
  // Two at a time: all three are slow and none uses more than one core.
  const [lint, { built, types }] = await Promise.all([timed('lint', () => lintAndLayout()), buildThenTypes()])
  count('lint', lint)
  count('typecheck', types)
  await vitest('unit and integration', ['unit', 'integration', 'postgres'])
  if (built) await vitest('faults', ['faults'])
  if (built && (await chromiumReady())) await vitest('browser', ['e2e', 'e2e-postgres'])
  await onNode24()
}

/** What is quick enough for after every change: looks only at files that changed, so a changed type may show first in `npm test`. */
async function check() {
  const checkTypesAgain = () => checkTypes(['--incremental', '--tsBuildInfoFile', join(CACHE, 'types.tsbuildinfo')])
  const [lint, types] = await Promise.all([timed('lint', () => lintAndLayout({ cached: true })), timed('typecheck', checkTypesAgain)])
  count('lint', lint)
  count('typecheck', types)
  await vitest('unit', ['unit'])
}

async function onNode24() {
  if (process.versions.node.startsWith('24.')) return console.log('\nNothing more to run under Node.js 24: this is Node.js 24.')
  console.log('\nunder Node.js 24')
  if (!(await chromiumReady())) return
  const had = await withCopyOnNode24(async (copy) => {
    const start = await timed('first start on Node.js 24', () => firstStart(copy))
    count('first start', start)
    if (!start.ok) return
    await vitest('main journey on Node.js 24', ['e2e'], ['tests/e2e/main-job.test.ts'], copy)
    // The longest of all, of which none is a question of the Node.js: what no answer may tell, that two engines answer alike after long
    // histories, and that no form and no address brings a page down.
    const without = ['inference/**', 'search/conformance.test.ts', 'safety/hostile.test.ts'].map((files) => `tests/integration/${files}`)
    await vitest(
      'integration on Node.js 24',
      ['integration'],
      without.flatMap((files) => ['--exclude', files]),
      copy,
    )
  })
  if (!had) console.log('NOT TRIED on this machine: Node.js 24, of which there is no package for it')
}

/**
 * @template Result
 * @param {string} stage
 * @param {() => Promise<Result>} work
 */
async function timed(stage, work) {
  const start = performance.now()
  try {
    return await work()
  } finally {
    durations.push(`${stage} ${Math.round((performance.now() - start) / 1000)}`)
  }
}

async function buildThenTypes() {
  const built = await timed('build', () => attempt('build', () => buildIfNeeded(ROOT, console.log)))
  const types = await timed('typecheck', checkTypes)
  return { built, types }
}

function checkTypes(options = /** @type {string[]} */ ([])) {
  return run(bin('typescript', 'bin/tsc'), ['--noEmit', ...options])
}

/** ESLint, prettier and knip count as one: how the text looks, and that nothing in it is unused. */
async function lintAndLayout({ cached = false } = {}) {
  const kept = (/** @type {string} */ name) =>
    cached ? ['--cache', '--cache-strategy', 'content', '--cache-location', join(CACHE, name)] : []
  const eslint = await run(bin('eslint', 'bin/eslint.js'), ['.', ...kept('eslint')])
  const prettier = await run(bin('prettier', 'bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.', ...kept('prettier')])
  const knip = await run(bin('knip', 'bin/knip.js'), [])
  return { ok: eslint.ok && prettier.ok && knip.ok, output: eslint.output + prettier.output + knip.output }
}

/**
 * Counts the tests of one vitest run from its report; a file that cannot even be loaded counts as one failure.
 * @param {string} name
 * @param {string[]} projects
 * @param {string[]} files all of the projects' where none is named; also options of vitest
 */
async function vitest(name, projects, files = [], where = HERE) {
  console.log(`\n${name} tests`)
  const file = join(reports, `${name.replaceAll(' ', '-')}.json`)
  const args = [
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...files,
  ]
  const { ok } = await timed(name, () => run(bin('vitest', 'vitest.mjs'), args, 'inherit', where))
  const counted = tally(file)
  passed += counted.passed
  failures.push(...counted.failures.map((failure) => `${name}: ${failure}`))
  // On every machine the other tests are skipped for the engine alone; a fault that could not be made here is to be seen.
  if (name === 'faults') for (const skipped of counted.skipped) console.log(`NOT TRIED on this machine: ${skipped}`)
  // A run can fail without a failing test: no test was found, an error came after the last one, or the time was up.
  failed += ok || counted.failures.length > 0 ? counted.failures.length : 1
}

/** @param {string} file */
function tally(file) {
  /** @type {{ name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[]} */
  let files = []
  try {
    files = JSON.parse(readFileSync(file, 'utf8')).testResults
  } catch {
    return { passed: 0, failures: [], skipped: [] }
  }
  const tests = files.flatMap((one) => one.assertionResults)
  const unloadable = files.filter((one) => one.status === 'failed' && !one.assertionResults.some((result) => result.status === 'failed'))
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: [
      ...tests.filter(({ status }) => status === 'failed').map((test) => `${test.fullName}\n${test.failureMessages.join('\n')}`),
      ...unloadable.map((one) => `${one.name}\n${one.message}`),
    ],
    skipped: tests.filter(({ status }) => !['passed', 'failed'].includes(status)).map(({ fullName }) => fullName),
  }
}

async function chromiumReady() {
  // Playwright is there only after the installation above.
  const { NO_CHROMIUM, findChromium, installChromium } = await import('./browser/chromium.mjs')
  if (findChromium() !== null) return true
  console.log('Installing a Chromium for the browser tests…')
  if (installChromium(ROOT) !== null) return true
  failed += 1
  console.error(NO_CHROMIUM)
  return false
}

/**
 * A step that enters the count only when it fails.
 * @param {string} name
 * @param {() => Promise<void>} step
 */
async function attempt(name, step) {
  try {
    await step()
    return true
  } catch (error) {
    count(name, { ok: false, output: error instanceof SetUpProblem ? error.message : String(error) })
    return false
  }
}

/**
 * @param {string} name
 * @param {{ ok: boolean, output: string }} result
 */
function count(name, result) {
  console.log(`${name}: ${result.ok ? 'passed' : 'failed'}`)
  if (result.ok) passed += 1
  else {
    failed += 1
    console.log(result.output.trimEnd())
  }
}

/**
 * @param {string} name
 * @param {string} path
 */
function bin(name, path) {
  return join('node_modules', name, path)
}

/**
 * @param {string} script
 * @param {string[]} args
 * @param {'pipe' | 'inherit'} out
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(script, args, out = 'pipe', { node, folder, env } = HERE) {
  return new Promise((resolve) => {
    const child = spawn(node, [script, ...args], { cwd: folder, stdio: ['ignore', out, out], timeout: STAGE_LIMIT_MS, env })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += String(chunk)
      })
    }
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}
