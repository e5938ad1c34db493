// The addresses of the server that the site uses, what a key must allow for each, and what is answered.
import { z } from 'zod'
import { neededIndex, type Document, type SearchIndex } from './indexes.ts'
import { invalidKey, type Scope } from './keys.ts'
import { Refusal, unknownToDouble } from './refusal.ts'
import { question, searchAnswer } from './search.ts'
import { changedSettings, DEFAULT_SETTINGS } from './settings.ts'
import { tasksMeant, type Task, type Work } from './tasks.ts'
import type { Server } from './work.ts'

/** `uid` and `id`: of the index and of the document or task that the address names. */
export type Call = { uid: string; id: string; query: URLSearchParams; body: unknown; may: Scope }
export type Answer = { status: number; body: unknown }
export type Site = Server & { version: string; partial: boolean }

type Handler = (server: Site, call: Call) => Answer

const ok = (body: unknown): Answer => ({ status: 200, body })

function accepted({ queue }: Server, indexUid: string | null, work: Work, details: Task['details'] = null): Answer {
  const { uid: taskUid, status, type, enqueuedAt } = queue.add({ indexUid, details, work })
  return { status: 202, body: { taskUid, indexUid, status, type, enqueuedAt } }
}

/** @throws Refusal */
function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  throw new Refusal('bad_request', error.message)
}

function countIn(query: URLSearchParams, name: string, fallback: number): number {
  return read(z.coerce.number().int().nonnegative(), query.get(name) ?? fallback)
}

const document = z.record(z.string(), z.unknown())
const newIndex = z.strictObject({ uid: z.string().regex(/^[\w-]{1,400}$/), primaryKey: z.string().nullable().default(null) })
const swaps = z.array(z.strictObject({ indexes: z.tuple([z.string(), z.string()]), rename: z.boolean().default(false) }))

function page<T>(all: readonly T[], query: URLSearchParams): { results: T[]; offset: number; limit: number; total: number } {
  const [offset, limit] = [countIn(query, 'offset', 0), countIn(query, 'limit', 20)]
  return { results: all.slice(offset, offset + limit), offset, limit, total: all.length }
}

const indexView = (uid: string, { createdAt, primaryKey }: SearchIndex) => ({ uid, createdAt, primaryKey })

function indexList({ indexes }: Server, { query, may }: Call): Answer {
  const all = [...indexes].filter(([uid]) => may(uid)).sort(([a], [b]) => (a < b ? -1 : 1))
  const views = all.map(([uid, index]) => indexView(uid, index))
  return ok(page(views, query))
}

function documents({ indexes }: Server, { uid, query }: Call): Answer {
  const unknown = [...query.keys()].find((name) => !['ids', 'fields', 'offset', 'limit'].includes(name))
  if (unknown !== undefined) throw unknownToDouble(`documents by ${unknown}`)
  const held = neededIndex(indexes, uid).documents
  const [ids, fields] = [query.get('ids')?.split(','), query.get('fields')?.split(',')]
  const chosen = ids ? [...held].filter(([id]) => ids.includes(id)).map(([, one]) => one) : [...held.values()]
  const { results, ...rest } = page(chosen, query)
  const shown = (one: Document) => Object.fromEntries(Object.entries(one).filter(([name]) => fields?.includes(name) ?? true))
  return ok({ ...rest, results: results.map(shown) })
}

function addition(server: Server, { uid, query, body }: Call, merge: boolean): Answer {
  const documents = read(z.array(document), body)
  return accepted(server, uid, { type: 'documentAdditionOrUpdate', documents, primaryKey: query.get('primaryKey'), merge })
}

/** Settings that make no sense are refused before there is a task. */
function settingsChange(server: Server, { uid, body }: Call): Answer {
  const given = read(document, body)
  const change = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? undefined]))
  changedSettings(DEFAULT_SETTINGS, change)
  return accepted(server, uid, { type: 'settingsUpdate', change }, given)
}

function creation(server: Server, { body, may }: Call): Answer {
  const { uid, primaryKey } = read(newIndex, body)
  if (!may(uid)) throw invalidKey()
  return accepted(server, uid, { type: 'indexCreation', primaryKey })
}

function swap(server: Server, { body, may }: Call): Answer {
  const wanted = read(swaps, body)
  if (!wanted.every(({ indexes }) => indexes.every(may))) throw invalidKey()
  return accepted(server, null, { type: 'indexSwap', swaps: wanted }, { swaps: wanted })
}

function search({ indexes, partial }: Site, { body, may }: Call): Answer {
  const { queries } = z.strictObject({ queries: z.array(question) }).parse(body)
  if (!queries.every(({ indexUid }) => may(indexUid))) throw invalidKey()
  return ok({ results: queries.map((asked) => searchAnswer(neededIndex(indexes, asked.indexUid), asked, partial)) })
}

/** Swaps and deletions of tasks are shown to whoever may reach every index. */
function tasksFor({ queue }: Server, may: Scope): Task[] {
  return queue.list().filter(({ indexUid }) => may(indexUid ?? ''))
}

function tasks(server: Server, { query, may }: Call): Answer {
  const meant = tasksMeant(tasksFor(server, may), query, ['limit'])
  const limit = countIn(query, 'limit', 20)
  const results = meant.slice(0, limit)
  return ok({ results, total: meant.length, limit, from: results[0]?.uid ?? null, next: meant[limit]?.uid ?? null })
}

function removal(server: Server, { query, may }: Call): Answer {
  if (query.size === 0) throw new Refusal('missing_task_filters', 'Query parameters to filter the tasks to delete are missing.')
  const uids = tasksMeant(tasksFor(server, may), query).map(({ uid }) => uid)
  return accepted(server, null, { type: 'taskDeletion', uids }, { matchedTasks: uids.length })
}

/** By the action that a key must allow: see `keys.ts`. */
export const ROUTES: Readonly<Record<string, readonly [action: string, handler: Handler]>> = {
  'GET /version': ['version', ({ version }) => ok({ commitSha: 'unknown', commitDate: 'unknown', pkgVersion: version })],
  'POST /multi-search': ['search', search],
  'GET /indexes': ['indexes.get', indexList],
  'POST /indexes': ['indexes.create', creation],
  'GET /indexes/:uid': ['indexes.get', ({ indexes }, { uid }) => ok(indexView(uid, neededIndex(indexes, uid)))],
  'DELETE /indexes/:uid': ['indexes.delete', (server, { uid }) => accepted(server, uid, { type: 'indexDeletion' })],
  'GET /indexes/:uid/stats': ['stats.get', ({ indexes }, { uid }) => ok({ numberOfDocuments: neededIndex(indexes, uid).documents.size })],
  'GET /indexes/:uid/settings': ['settings.get', ({ indexes }, { uid }) => ok(neededIndex(indexes, uid).settings)],
  'PATCH /indexes/:uid/settings': ['settings.update', settingsChange],
  'GET /indexes/:uid/documents': ['documents.get', documents],
  'POST /indexes/:uid/documents': ['documents.add', (server, call) => addition(server, call, false)],
  'PUT /indexes/:uid/documents': ['documents.add', (server, call) => addition(server, call, true)],
  'POST /indexes/:uid/documents/delete-batch': [
    'documents.delete',
    (server, { uid, body }) => accepted(server, uid, { type: 'documentDeletion', ids: read(z.array(z.string()), body) }),
  ],
  'DELETE /indexes/:uid/documents/:id': [
    'documents.delete',
    (server, { uid, id }) => accepted(server, uid, { type: 'documentDeletion', ids: [id] }),
  ],
  'POST /swap-indexes': ['indexes.swap', swap],
  'GET /tasks': ['tasks.get', tasks],
  'DELETE /tasks': ['tasks.delete', removal],
  'GET /tasks/:id': [
    'tasks.get',
    (server, { id, may }) => {
      const task = tasksFor(server, may).find(({ uid }) => String(uid) === id)
      if (!task) throw new Refusal('task_not_found', `Task \`${id}\` not found.`)
      return ok(task)
    },
  ],
}
