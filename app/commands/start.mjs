// `npm start`: checks Node.js, installs and builds what is missing, and serves. An old Node.js must be able to read this file.
// With --nodes it starts itself once more for each web process.
import cluster from 'node:cluster'
import { nodeProblem, nodeWarning } from './node-version.mjs'

const parent = process.ppid
const problem = nodeProblem(process.versions.node)
if (problem) {
  console.error(problem)
  process.exitCode = 1
} else {
  void start()
}

async function start() {
  const { ROOT, SetUpProblem, buildIfNeeded, installIfNeeded } = await import('./set-up.mjs')
  process.chdir(ROOT)
  try {
    if (cluster.isPrimary) {
      const warning = nodeWarning(process.versions.node)
      if (warning) console.warn(warning)
      await installIfNeeded(ROOT, console.log)
      await buildIfNeeded(ROOT, console.log)
    }
  } catch (error) {
    console.error(error instanceof SetUpProblem ? error.message : `Setting up failed: ${String(error)}`)
    process.exit(1)
  }
  process.env['NODE_ENV'] = 'production'
  // The server runs in this very process: nothing between it and the signals, and its exit code is ours.
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import('../process/main.ts')
  await main()
  // Those it started leave with it by themselves.
  if (cluster.isPrimary && process.env['npm_lifecycle_event']) stopWithParent()
}

/** npm hands SIGTERM to the shell between us, and the shell dies without handing it on: the server would stay behind with the port. */
function stopWithParent() {
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
