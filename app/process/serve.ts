// One web process: opens the site, serves it, and leaves when it is told to, with every request answered.
import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { startJobs, writeSearches } from './background-jobs.ts'
import type { Config } from './config.ts'
import type { App } from '#app/server/context.ts'
import { buildDoor, type Door } from './drain.ts'
import { openApp, openGround, openSite } from './site.ts'

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

async function leave(app: App, door: Door, stopJobs: () => Promise<void>): Promise<never> {
  const jobsStopped = stopJobs()
  const cut = await door.close(REQUESTS_MS)
  if (cut > 0) app.log.incident(app.store.newId(), new RequestsCutOff(), { area: 'stop', requests: cut })
  // Requests that were still inside have searched as well.
  const rest = jobsStopped
    .then(() => writeSearches(app))
    .then(() => app.store.close())
    .catch(() => undefined)
  await Promise.race([rest, pause(REST_MS)])
  process.exit(0)
}

function serving(app: App, door: Door, port: number): Serving {
  // Node would print the error's words, which may hold values of a row, and end the site for everybody.
  process.on('unhandledRejection', (error) => {
    app.log.incident(app.store.newId(), error, { area: 'unhandled' })
  })
  const stopJobs = startJobs(app)
  let leaving = false
  return {
    app,
    port,
    stop: () => {
      if (!leaving) void leave(app, door, stopJobs)
      leaving = true
    },
  }
}

/** The only one: takes the port first, so that a busy one is told before anything is written; early requests wait until the site is open. */
export async function serveAlone(config: Config): Promise<Serving> {
  const door = buildDoor()
  const port = await listen(door.server, config)
  const app = await openApp(await openGround(config, { seed: true }), config, port)
  door.open(await openSite(app, door))
  return serving(app, door, port)
}

/** One of several: takes requests only when it can answer them, since the others can meanwhile. */
export async function serveBeside(config: Config): Promise<Serving> {
  const door = buildDoor()
  const ground = await openGround(config, { seed: false })
  const app = await openApp(ground, config, config.port)
  const site = await openSite(app, door)
  const port = await listen(door.server, config)
  // The port is known only now when any free one was asked for.
  if (config.port === 0 && config.publicUrl === null) app.baseUrl = `http://${config.host}:${String(port)}`
  door.open(site)
  return serving(app, door, port)
}
