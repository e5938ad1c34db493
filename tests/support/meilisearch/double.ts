// A Meilisearch server (as v1.50 behaves) in the test's own process, on a port of its own, for the real client to talk to.
// No part of it is Meilisearch's code. What is only believed of it stands in the heads of its modules.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import {
  controlOf,
  delayOf,
  endTask,
  hangs,
  noFaults,
  once,
  refusalFor,
  sendInTurn,
  type Control,
  type Faults,
  type RouteName,
} from './faults.ts'
import type { Json } from './json.ts'
import { errorBody, Refusal } from './refusal.ts'
import { answerTo, routeFor, type Found } from './routes.ts'
import type { Answer, Call, State } from './state.ts'
import { begin, newQueue, nextTask } from './tasks.ts'

export type DoubleOptions = {
  /** Without one anybody may do anything, as on a server without a master key. */
  key?: string
  now?: () => number
  version?: string
  /** How long a task waits, and then how long it is `processing`. */
  taskMs?: number
}

export type MeilisearchDouble = { url: string; close(): Promise<void>; control: Control }

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://double')
  const contentType = request.headers['content-type'] ?? ''
  const text = await textOf(request)
  return { method: request.method ?? 'GET', path: url.pathname, parts: {}, query: url.searchParams, contentType, text }
}

function checkKey(key: string | undefined, request: IncomingMessage, found: Found | null): void {
  if (key === undefined || found?.route === 'GET /health') return
  const { authorization } = request.headers
  if (authorization === undefined) {
    const must = 'It must use the bearer authorization method.'
    throw new Refusal('missing_authorization_header', `The Authorization header is missing. ${must}`)
  }
  if (authorization !== `Bearer ${key}`) throw new Refusal('invalid_api_key', 'The provided API key is invalid.')
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text === '' ? null : text
  }
}

/** @throws what is no refusal: a fault of the double itself must fail the test that met it. */
function answer(state: State, faults: Faults, work: () => Answer, route: RouteName | null): Answer {
  const planned = faults.unavailable ? { status: 503, error: errorBody('too_many_search_requests', 'Down.') } : refusalFor(faults, route)
  if (planned) return { status: planned.status, body: planned.error }
  try {
    if (once(faults.twice, route)) work()
    return work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, body: error.body }
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/** Moves tasks on by itself: waiting, processing, done, each after a moment. */
function worker(state: State, faults: Faults, taskMs: number): { wake(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null
  const wake = () => {
    if (timer !== null || faults.paused || state.queue.waiting.size === 0) return
    timer = setTimeout(move, taskMs)
    timer.unref()
  }
  const move = () => {
    timer = null
    const task = nextTask(state.queue)
    if (task && !faults.paused) {
      if (task.status === 'enqueued') begin(state.queue, task)
      else endTask(state, faults, task)
    }
    wake()
  }
  return { wake, stop: () => clearTimeout(timer ?? undefined) }
}

export async function startMeilisearchDouble({
  key,
  now = Date.now,
  version = '1.50.0',
  taskMs = 1,
}: DoubleOptions = {}): Promise<MeilisearchDouble> {
  const state: State = { indexes: new Map(), queue: newQueue(now), now, version, partial: 'no', features: { containsFilter: false } }
  const faults = noFaults()
  const { wake, stop: stopWorking } = worker(state, faults, taskMs)
  state.queue.arrived = wake

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const call = await callOf(request)
    const found = routeFor(call.method, call.path)
    const route = found?.route ?? null
    faults.seen.push({ method: call.method, path: call.path, route, query: Object.fromEntries(call.query), body: parsed(call.text) })
    if (hangs(faults, route)) return
    const work = () => {
      checkKey(key, request, found)
      return answerTo(state, found, call)
    }
    const done = answer(state, faults, work, route)
    const late = delayOf(faults, route)
    if (late > 0) await new Promise((resolve) => setTimeout(resolve, late))
    if (once(faults.dropped, route)) request.socket.destroy()
    else sendInTurn(faults, () => send(response, done))
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // The other side went away in the middle of what it was saying.
      if (request.socket.destroyed) return
      console.error(error)
      send(response, { status: 500, body: errorBody('internal', String(error)) })
    })
  })
  // The test's own work may hold up this process for longer than a connection is usually kept.
  server.keepAliveTimeout = 0
  server.requestTimeout = 0
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  let port = 0
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      if (server.listening) {
        resolve()
        return
      }
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as AddressInfo).port
        resolve()
      })
    })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await listen()
  const close = async () => {
    stopWorking()
    await stop()
  }
  return { url: `http://127.0.0.1:${port}`, close, control: controlOf(state, faults, { listen, stop, wake }) }
}
