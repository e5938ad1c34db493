// Starts the site: one web process, or with --nodes several beside each other, and prints where it is.
import cluster from 'node:cluster'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { announce } from '#app/commands/announce.ts'
import { readConfig, type Config } from './config.ts'
import { NodeCluster, readNodes, type NodeMessage } from './cluster.ts'
import { explainStartError } from './preflight.ts'
import { listen, serveAlone, serveBeside } from './serve.ts'
import type { OpenPages } from './pages.ts'
import { openResources } from './site.ts'

function explain(error: unknown, config: Config): string {
  const sentence = explainStartError(error, config)
  return sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function end(...lines: string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(1)
}

async function runAlone(config: Config, openPages?: OpenPages): Promise<void> {
  const { app, port, stop } = await serveAlone(config, openPages)
  // A second signal from somebody impatient ends it at once.
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.stdout.write(await announce(app, config, port))
}

/** One of several. What stops its start is printed once, by the process that started it. */
async function runBeside(config: Config): Promise<void> {
  const send = (message: NodeMessage, done?: () => void) => process.send?.(message, undefined, undefined, done)
  // Ctrl-C reaches every process of the terminal; the one that started us says what is to be done.
  process.on('SIGINT', () => undefined)
  try {
    const { port, stop } = await serveBeside(config)
    process.on('SIGTERM', stop)
    send({ serves: port })
  } catch (error) {
    const sentence = explainStartError(error, config)
    if (sentence === null) throw error
    send({ problem: sentence }, () => process.exit(1))
  }
}

/** Nothing is written and no process started for a port that is taken. */
async function checkPort(config: Config): Promise<void> {
  if (config.port === 0) return
  const server = createServer()
  await listen(server, config)
  await new Promise((resolve) => server.close(resolve))
}

async function runNodes(config: Config, count: number): Promise<void> {
  await checkPort(config)
  // Once, before the first of them asks.
  const { store, log } = await openResources(config, { seed: true })
  const nodes = new NodeCluster(count, (ended) => {
    log.info('node_ended', ended)
  })
  const stop = () => void nodes.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  void nodes.failed.then(async (sentence) => {
    process.stderr.write(`${sentence}\n`)
    await nodes.stop()
    process.exit(1)
  })
  const port = await nodes.up
  process.stdout.write(await announce({ store, demo: config.mode === 'demo' }, config, port))
  await store.close()
}

/** @param args after `npm start --`. @param openPages for another way to the pages than the built site. */
export async function main(args: readonly string[] = process.argv.slice(2), openPages?: OpenPages): Promise<void> {
  const wanted = readNodes(args)
  if (!wanted.ok) end(wanted.problem)
  const read = readConfig(process.env)
  if (!read.ok) end(...read.problems.map(({ variable, message }) => `${variable}: ${message}`))
  const { config } = read
  // It serves the source code, and trusts whoever opens it.
  if (openPages && config.mode !== 'demo') end('npm run dev is for developing, on demo data: start without TILTS_MODE.')
  if (wanted.nodes > 1 && config.databaseUrl === null)
    end(
      `--nodes ${String(wanted.nodes)} needs PostgreSQL, since only one process writes a SQLite file: set DATABASE_URL, or start without --nodes.`,
    )
  try {
    if (cluster.isWorker) await runBeside(config)
    else if (wanted.nodes > 1) await runNodes(config, wanted.nodes)
    else await runAlone(config, openPages)
  } catch (error) {
    end(explain(error, config))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
