// Starts the site: configuration, store, followers, server. Everything a request needs is made here and handed on.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import { seedReference } from '#db/seed/reference.ts'
import { seedDemo } from '#db/seed/seed.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import { openEmbeddedIndex } from '#search/index/embedded.ts'
import { openMatchBoard } from '#search/match/board.ts'
import { readConfig, type Config } from './config.ts'
import type { App } from './context.ts'
import { startChores } from './chores.ts'
import { announce } from './cli/announce.ts'
import { buildHttp } from './http.ts'
import { openLog } from './log.ts'
import { explainStartError, loadKeys, prepareDataFolder, StartProblem } from './preflight.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

async function openApp(config: Config, port: number): Promise<App> {
  prepareDataFolder(config)
  const keys = loadKeys(config)
  const store = openSqlite(join(config.dataFolder, 'tilts.sqlite'))
  const now = () => Date.now()
  const master = Buffer.from(keys.vaultKey)
  await seedReference(store, now())
  if (config.demo) await seedDemo(store, master, now())
  return {
    store,
    master,
    index: openEmbeddedIndex(store, now),
    board: openMatchBoard(store),
    demo: config.mode === 'demo',
    sessionSecrets: keys.sessionSecrets,
    baseUrl: config.publicUrl ?? `http://${config.host}:${String(port)}`,
    log: openLog({ level: config.log, now, write: (line) => process.stdout.write(`${line}\n`) }),
    now,
  }
}

async function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : config.port)
    })
  })
}

async function openSite(app: App): Promise<RequestListener> {
  const buildFile = join(ROOT, 'build', 'server', 'index.js')
  if (!existsSync(buildFile)) throw new StartProblem('The site is not built yet: `npm start` builds it.')
  const build = (await import(pathToFileURL(buildFile).href)) as ServerBuild
  const handler = createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: (request, response) => ({
      ...app,
      nonce: String(response.locals.nonce),
      requestId: app.store.newId(),
      client: request.ip ?? '',
    }),
  })
  return buildHttp({
    handler: (request, response, next) => {
      void handler(request, response, next)
    },
    clientFolder: join(ROOT, 'build', 'client'),
    newNonce: () => randomBytes(16).toString('base64url'),
    secure: app.baseUrl.startsWith('https:'),
    onFault: (error) => {
      app.log.incident(app.store.newId(), error, { area: 'http' })
    },
  })
}

/** Takes the port first, so that a busy one is told before anything is written; early requests wait until the site is open. */
async function start(config: Config): Promise<{ app: App; server: Server; port: number }> {
  let open: (site: RequestListener) => void = () => undefined
  const site = new Promise<RequestListener>((resolve) => {
    open = resolve
  })
  const server = createServer((request, response) => void site.then((answer) => answer(request, response)))
  const port = await listen(server, config)
  const app = await openApp(config, port)
  await app.index.catchUp()
  open(await openSite(app))
  return { app, server, port }
}

const SHUTDOWN_MS = 10_000

export async function main(): Promise<void> {
  const read = readConfig(process.env)
  if (!read.ok) {
    for (const { variable, message } of read.problems) process.stderr.write(`${variable}: ${message}\n`)
    process.exit(1)
  }
  try {
    const { app, server, port } = await start(read.config)
    // Node would print the error's words, which may hold values of a row, and end the site for everybody.
    process.on('unhandledRejection', (error) => {
      app.log.incident(app.store.newId(), error, { area: 'unhandled' })
    })
    const stopChores = startChores(app)
    process.stdout.write(await announce(app, read.config, port))
    const stop = () => {
      stopChores()
      setTimeout(() => {
        process.exit(0)
      }, SHUTDOWN_MS).unref()
      server.close(() => {
        void app.store.close().then(() => process.exit(0))
      })
      server.closeIdleConnections()
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  } catch (error) {
    const sentence = explainStartError(error, read.config)
    process.stderr.write(`${sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`)
    process.exit(1)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
