// Every address the double answers, and who answers it. What the real server has besides these is refused loudly, not with an empty answer.
import { DOCUMENT_ROUTES, uidIn } from './document-routes.ts'
import { indexOrRefuse } from './documents.ts'
import { changeFeatures } from './features.ts'
import { INDEX_ROUTES, statsOf } from './index-routes.ts'
import { checkedUid } from './index-work.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { Refusal, unknownToDouble } from './refusal.ts'
import { jsonBody, objectBody } from './request-body.ts'
import { searchAnswer } from './search.ts'
import { searchParams } from './search-params.ts'
import type { Answer, Call, Handler, State } from './state.ts'
import { TASK_ROUTES } from './task-routes.ts'

function searched(
  state: State,
  uid: string,
  body: JsonObject,
  more: readonly string[] = [],
  facetCode = 'invalid_search_facets',
): JsonObject {
  const { partial, features } = state
  const params = searchParams(body, more)
  return searchAnswer({ uid, index: indexOrRefuse(state.indexes, uid), partial, features, facetCode }, params)
}

function severalSearches(state: State, call: Call): Answer {
  const { queries, federation, ...more } = objectBody(call)
  if (federation !== undefined && federation !== null) throw unknownToDouble('federated search')
  const [unknown] = Object.keys(more)
  if (unknown !== undefined) throw new Refusal('bad_request', `Unknown field \`${unknown}\`: expected one of \`queries\`, \`federation\``)
  if (!Array.isArray(queries)) throw new Refusal('bad_request', 'Missing field `queries`')
  const results = queries.map((query, at) => {
    try {
      if (!isObject(query)) throw new Refusal('bad_request', 'Invalid value type: expected an object')
      const { indexUid, ...body } = query
      if (indexUid === undefined) throw new Refusal('missing_index_uid', `Missing field \`indexUid\` inside \`.queries[${at}]\``)
      const uid = checkedUid(indexUid)
      return { indexUid: uid, ...searched(state, uid, body, ['federationOptions'], 'invalid_multi_search_facets') }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // One bad query refuses them all, and says which it was; an index that is not there is then no 404.
      throw new Refusal(error.body.code, `Inside \`.queries[${at}]\`: ${error.message}`, error.status === 404 ? 400 : error.status)
    }
  })
  return { status: 200, body: { results } }
}

/** A search by GET says the same in words. */
function fromQuery(query: URLSearchParams): JsonObject {
  const lists = ['attributesToRetrieve', 'attributesToSearchOn', 'facets', 'sort']
  const counts = ['offset', 'limit', 'page', 'hitsPerPage']
  return Object.fromEntries(
    [...query].map(([name, value]): [string, Json] => {
      if (lists.includes(name)) return [name, name === 'sort' ? value.split(/,(?=[^,]*:(?:asc|desc))/) : value.split(',')]
      if (counts.includes(name)) return [name, Number(value)]
      return [name, value === 'true' || value === 'false' ? value === 'true' : value]
    }),
  )
}

const SERVER_ROUTES: Record<string, Handler> = {
  'GET /health': () => ({ status: 200, body: { status: 'available' } }),
  'GET /version': ({ version }) => ({
    status: 200,
    body: { commitSha: 'double', commitDate: '2026-07-16T00:00:00Z', pkgVersion: version },
  }),
  'GET /experimental-features': ({ features }) => ({ status: 200, body: { ...features } }),
  'PATCH /experimental-features': ({ features }, call) => ({ status: 200, body: changeFeatures(features, jsonBody(call)) }),
  'GET /stats': (state) => {
    const indexes = Object.fromEntries([...state.indexes].map(([uid, index]) => [uid, statsOf(state, uid, index)]))
    const latest = Math.max(0, ...[...state.indexes.values()].map(({ updatedAt }) => updatedAt))
    const lastUpdate = latest === 0 ? null : new Date(latest).toISOString()
    return { status: 200, body: { databaseSize: 0, usedDatabaseSize: 0, lastUpdate, indexes } }
  },
  'POST /indexes/:uid/search': (state, call) => ({ status: 200, body: searched(state, uidIn(call), objectBody(call)) }),
  'GET /indexes/:uid/search': (state, call) => ({ status: 200, body: searched(state, uidIn(call), fromQuery(call.query)) }),
  'POST /multi-search': severalSearches,
}

export const ROUTES: Record<string, Handler> = { ...SERVER_ROUTES, ...INDEX_ROUTES, ...DOCUMENT_ROUTES, ...TASK_ROUTES }

const PATTERNS = Object.keys(ROUTES).map((route) => {
  const [method = '', path = ''] = route.split(' ')
  return { route, method, pattern: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }
})

export type Found = { route: string; parts: Record<string, string> }

/** Fixed words win over names, so `documents/fetch` is no document. */
export function routeFor(method: string, path: string): Found | null {
  const fitting = PATTERNS.filter((one) => one.method === method && one.pattern.test(path))
  const best = fitting.sort((one, other) => one.route.split(':').length - other.route.split(':').length)[0]
  if (!best) return null
  const groups = best.pattern.exec(path)?.groups ?? {}
  return { route: best.route, parts: Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)])) }
}

export function answerTo(state: State, found: Found | null, call: Call): Answer {
  if (!found) throw unknownToDouble(`${call.method} ${call.path}`)
  const handler = ROUTES[found.route]
  if (!handler) throw unknownToDouble(found.route)
  return handler(state, { ...call, parts: found.parts })
}
