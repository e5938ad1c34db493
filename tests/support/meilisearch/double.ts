// A Meilisearch server in the test's own process, on a port of its own, for the real client to talk to: its queue, keys and settings are as those of v1.50,
// its answers those of the project's own oracle (`search.ts`).
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Faults, type Route } from './faults.ts'
import type { Document } from './indexes.ts'
import { scopeOf, type Key, type Keys } from './keys.ts'
import { Refusal, unknownToDouble } from './refusal.ts'
import { ROUTES, type Answer, type Call, type Site } from './routes.ts'
import { TaskQueue, type Task, type TaskType } from './tasks.ts'
import { workOffBatch } from './work.ts'

export type DoubleOptions = {
  /** The master key. Without one anybody may do anything. */
  key?: string
  keys?: Readonly<Record<string, Key>>
  version?: string
  /** How long a task waits, and how long its batch then is at work; with 0 it is done before it is answered. */
  taskMs?: number
}

type Seen = { method: string; path: string; route: Route }

const PATTERNS = Object.entries(ROUTES).map(([route, [action, handler]]) => {
  const pattern = new RegExp(`^${route.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
  return { route, action, handler, pattern }
})
type Found = (typeof PATTERNS)[number] & { uid: string | null; id: string }

function matched(asked: string): Found {
  for (const found of PATTERNS) {
    const parts = found.pattern.exec(asked)
    if (parts) return { ...found, uid: parts.groups?.uid ?? null, id: parts.groups?.id ?? '' }
  }
  throw unknownToDouble(asked)
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const sent = Buffer.concat(pieces)
  const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}

function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body)
  const compressed = /\bgzip\b/.test(String(request.headers['accept-encoding']))
  response.writeHead(status, { 'content-type': 'application/json', ...(compressed ? { 'content-encoding': 'gzip' } : {}) })
  response.end(compressed ? gzipSync(text, { level: 1 }) : text)
}

export class MeilisearchDouble extends Faults {
  readonly #site: Site
  readonly #keys: Keys
  readonly #server = createServer((request, response) => void this.#serve(request, response))
  #moments = 0
  #seen: Seen[] = []
  url = ''

  constructor({ key, keys = {}, version = '1.50.0', taskMs = 1 }: DoubleOptions) {
    super()
    const now = () => new Date().toISOString().replace('Z', `${String((this.#moments += 1)).padStart(6, '0')}Z`)
    const indexes: Site['indexes'] = new Map()
    const workOff = (batch: Parameters<typeof workOffBatch>[1]) => workOffBatch(this.#site, batch)
    const queue = new TaskQueue({ now, taskMs, workOff, indexExists: (uid) => indexes.has(uid) })
    this.#site = { indexes, queue, now, planned: new Map(), version, partial: false }
    this.#keys = { master: key ?? null, others: keys }
    // The test's own work may hold up this process for longer than a connection is usually kept.
    Object.assign(this.#server, { keepAliveTimeout: 0, requestTimeout: 0 })
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`
  }

  /** Nobody listens any more, and nothing that waits is done. */
  readonly close = async (): Promise<void> => {
    this.pause()
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://double')
      const method = request.method ?? ''
      const found = matched(`${method} ${path}`)
      const { route } = found
      this.#seen.push({ method, path, route })
      const body = await bodyOf(request)
      if (this.planned('hang', route)) return
      const answer = this.refusal(route) ?? this.#answer(found, request.headers.authorization, { query, body })
      const lateMs = this.lateMs(route)
      if (lateMs > 0) await pause(lateMs)
      if (this.planned('drop', route)) request.socket.destroy()
      else this.inTurn(() => send(request, response, answer))
    } catch (error) {
      if (request.socket.destroyed) return
      // A gap in the double: the test that met it fails.
      console.error(error)
      send(request, response, { status: 500, body: new Refusal('internal', String(error)).body })
    }
  }

  #answer({ route, action, handler, uid, id }: Found, authorization: string | undefined, asked: Pick<Call, 'query' | 'body'>): Answer {
    try {
      const call = { ...asked, id, uid: uid ?? '', may: scopeOf(this.#keys, authorization, action, uid) }
      if (this.planned('twice', route)) handler(this.#site, call)
      return handler(this.#site, call)
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
  }

  /** Tasks wait until `resume`. */
  readonly pause = (): void => this.#site.queue.pause()
  readonly resume = (): void => this.#site.queue.resume()
  /** The batch with the next task of this type fails, and nothing of it is done. */
  readonly failNext = (type: TaskType) => this.#site.planned.set(type, new Refusal('internal', 'Planned by the test.'))
  /** Searches run out of time. */
  readonly partial = () => (this.#site.partial = true)
  /** As after a lost disk: gone without a task. */
  readonly loseIndex = (uid: string) => this.#site.indexes.delete(uid)
  readonly documents = (uid: string): Document[] => [...(this.#site.indexes.get(uid)?.documents.values() ?? [])]
  readonly tasks = (): Task[] => this.#site.queue.list()
  readonly log = (): readonly Seen[] => this.#seen
  readonly forgetLog = () => (this.#seen = [])
}

export async function startMeilisearchDouble(options: DoubleOptions = {}): Promise<MeilisearchDouble> {
  const double = new MeilisearchDouble(options)
  await double.listen()
  return double
}
