// One web process: opens the site, serves it, and shuts down gracefully, with every request answered.
import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { startJobs, writeSearches } from './background-jobs.ts'
import type { Config } from './config.ts'
import type { App } from '#app/server/context.ts'
import { buildGracefulServer, type GracefulServer } from './graceful-server.ts'
import { openBuiltPages, type OpenPages } from './pages.ts'
import { openApp, openResources, openSite } from './site.ts'

/** Within ten seconds of the signal, whatever happens: after that a supervisor kills. */
const REQUESTS_MS = 8500
const REST_MS = 1000

class RequestsCutOff extends Error {
  override readonly name = 'RequestsCutOff'
}

export type Serving = { app: App; port: number; stop: () => void }

export async function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : config.port)
    })
  })
}

async function shutDown(app: App, server: GracefulServer, stopJobs: () => Promise<void>): Promise<never> {
  const jobsStopped = stopJobs()
  const cut = await server.close(REQUESTS_MS)
  if (cut > 0) app.log.incident(app.store.newId(), new RequestsCutOff(), { area: 'stop', requests: cut })
  // The requests that were answered meanwhile have searched as well.
  const rest = jobsStopped
    .then(() => writeSearches(app))
    .then(() => app.store.close())
    .catch(() => undefined)
  await Promise.race([rest, pause(REST_MS)])
  process.exit(0)
}

function serving(app: App, server: GracefulServer, port: number): Serving {
  // Node would print the error's words, which may hold values of a row, and end the site for everybody.
  process.on('unhandledRejection', (error) => {
    app.log.incident(app.store.newId(), error, { area: 'unhandled' })
  })
  const stopJobs = startJobs(app)
  let shuttingDown = false
  return {
    app,
    port,
    stop: () => {
      if (!shuttingDown) void shutDown(app, server, stopJobs)
      shuttingDown = true
    },
  }
}

/** The only one: takes the port first, so that a busy one is reported before anything is written; early requests wait until the site is open. */
export async function serveAlone(config: Config, openPages: OpenPages = openBuiltPages): Promise<Serving> {
  const server = buildGracefulServer()
  const port = await listen(server.http, config)
  const app = await openApp(await openResources(config, { seed: true }), config, port)
  server.answerWith(openSite(app, await openPages(server.http), server.isClosing))
  return serving(app, server, port)
}

/** One of several: takes requests only when it can answer them, since the others can meanwhile. */
export async function serveBeside(config: Config): Promise<Serving> {
  const server = buildGracefulServer()
  const app = await openApp(await openResources(config, { seed: false }), config, config.port)
  const site = openSite(app, await openBuiltPages(server.http), server.isClosing)
  const port = await listen(server.http, config)
  // The port is known only now when any free one was asked for.
  if (config.port === 0 && config.publicUrl === null) app.baseUrl = `http://${config.host}:${String(port)}`
  server.answerWith(site)
  return serving(app, server, port)
}
