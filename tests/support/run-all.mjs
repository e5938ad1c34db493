// `npm test`: installs, builds, lints, checks the types and runs every test; ends with one line `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeProblem } from '../../app/commands/node-version.mjs'
import { ROOT, SetUpProblem, buildIfNeeded, installIfNeeded } from '../../app/commands/set-up.mjs'

const STAGE_LIMIT_MS = 10 * 60_000
const reports = mkdtempSync(join(tmpdir(), 'tilts-test-'))
let passed = 0
let failed = 0
/** @type {string[]} */
const durations = []

try {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new SetUpProblem(problem)
  await timed('install', () => installIfNeeded(ROOT, console.log))
  // Two at a time: all three are slow and none uses more than one core.
  const [lint, { built, types }] = await Promise.all([timed('lint', lintAndLayout), buildThenTypes()])
  count('lint', lint)
  count('typecheck', types)
  await vitest('unit and integration', ['unit', 'integration', 'postgres'])
  if (built) await vitest('faults', ['faults'])
  if (built && (await chromiumReady())) await vitest('browser', ['e2e', 'e2e-postgres'])
} catch (error) {
  failed += 1
  console.error(error instanceof SetUpProblem ? error.message : error)
} finally {
  rmSync(reports, { recursive: true, force: true })
}
console.log(`Seconds: ${durations.join(', ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

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
  const types = await timed('typecheck', () => run(bin('typescript', 'bin/tsc'), ['--noEmit']))
  return { built, types }
}

/** ESLint and prettier count as one: the way the text looks. */
async function lintAndLayout() {
  const eslint = await run(bin('eslint', 'bin/eslint.js'), ['.'])
  const prettier = await run(bin('prettier', 'bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.'])
  return { ok: eslint.ok && prettier.ok, output: eslint.output + prettier.output }
}

/**
 * Counts the tests of one vitest run from its report; a file that cannot even be loaded counts as one failure.
 * @param {string} name
 * @param {string[]} projects
 */
async function vitest(name, projects) {
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
  ]
  const { ok } = await timed(name, () => run(bin('vitest', 'vitest.mjs'), args, 'inherit'))
  const counted = tally(file)
  passed += counted.passed
  // On every machine the other tests are skipped for the engine alone; a fault that could not be made here is to be seen.
  if (name === 'faults') for (const skipped of counted.skipped) console.log(`NOT TRIED on this machine: ${skipped}`)
  // A run can fail without a failing test: no test was found, an error came after the last one, or the time was up.
  failed += ok || counted.failed > 0 ? counted.failed : 1
}

/** @param {string} file */
function tally(file) {
  /** @type {{ status: string, assertionResults: { status: string, fullName: string }[] }[]} */
  let files = []
  try {
    files = JSON.parse(readFileSync(file, 'utf8')).testResults
  } catch {
    return { passed: 0, failed: 0, skipped: [] }
  }
  const tests = files.flatMap((one) => one.assertionResults)
  const results = tests.map((result) => result.status)
  const unloadable = files.filter((one) => one.status === 'failed' && !one.assertionResults.some((result) => result.status === 'failed'))
  return {
    passed: results.filter((status) => status === 'passed').length,
    failed: results.filter((status) => status === 'failed').length + unloadable.length,
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
  return join(ROOT, 'node_modules', name, path)
}

/**
 * @param {string} script
 * @param {string[]} args
 * @param {'pipe' | 'inherit'} out
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(script, args, out = 'pipe') {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      stdio: ['ignore', out, out],
      timeout: STAGE_LIMIT_MS,
      env: process.env,
    })
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
