// The routes of indexes themselves, their settings, statistics and swaps.
import { accepted, uidIn } from './document-routes.ts'
import { indexOrRefuse } from './documents.ts'
import { changeSettings, checkedSwaps, checkedUid, createIndex, deleteIndex, swapIndexes, updateIndex } from './index-work.ts'
import type { SearchIndex } from './indexes.ts'
import type { Json, JsonObject } from './json.ts'
import { Refusal, unknownToDouble } from './refusal.ts'
import { countAt, jsonBody, objectBody } from './request-body.ts'
import { checkedSettings, defaultSettings, isSetting, kebab, MERGED } from './settings.ts'
import type { Answer, Call, Handler, State } from './state.ts'
import { enqueue, enqueuedView } from './tasks.ts'

function indexView(uid: string, { primaryKey, createdAt, updatedAt }: SearchIndex): JsonObject {
  return { uid, createdAt: new Date(createdAt).toISOString(), updatedAt: new Date(updatedAt).toISOString(), primaryKey }
}

function textIn(body: JsonObject, name: string, code: string): string | null {
  const value = body[name] ?? null
  if (value === null || typeof value === 'string') return value
  throw new Refusal(code, `Invalid value type at \`.${name}\`: expected a string`)
}

function listed({ indexes }: State, { query }: Call): Answer {
  const offset = countAt(query, 'offset', 0, 'invalid_index_offset')
  const limit = countAt(query, 'limit', 20, 'invalid_index_limit')
  const all = [...indexes].sort(([one], [other]) => (one < other ? -1 : 1))
  const results = all.slice(offset, offset + limit).map(([uid, index]) => indexView(uid, index))
  return { status: 200, body: { results, offset, limit, total: all.length } }
}

function created(state: State, call: Call): Answer {
  const body = objectBody(call)
  if (body.uid === undefined) throw new Refusal('missing_index_uid', 'Missing field `uid`')
  const uid = checkedUid(body.uid)
  const primaryKey = textIn(body, 'primaryKey', 'invalid_index_primary_key')
  const work = () => createIndex(state.indexes, uid, primaryKey, state.now())
  return accepted(state, { indexUid: uid, type: 'indexCreation', details: { primaryKey }, undone: {}, work })
}

function updated(state: State, call: Call): Answer {
  const uid = uidIn(call)
  const body = objectBody(call)
  const primaryKey = textIn(body, 'primaryKey', 'invalid_index_primary_key')
  const renamed = body.uid === undefined || body.uid === uid ? null : checkedUid(body.uid)
  const work = () => updateIndex(state.indexes, uid, { primaryKey, uid: renamed }, state.now())
  return accepted(state, { indexUid: uid, type: 'indexUpdate', details: { primaryKey }, undone: {}, work })
}

/** Sizes are made up: nothing here lies on a disk. */
export function statsOf(state: State, uid: string, index: SearchIndex): JsonObject {
  const fieldDistribution: Record<string, number> = {}
  let bytes = 0
  for (const { fields } of index.byId.values()) {
    bytes += JSON.stringify(fields).length
    for (const name of Object.keys(fields)) fieldDistribution[name] = (fieldDistribution[name] ?? 0) + 1
  }
  const { size } = index.byId
  const busy = [...state.queue.waiting.values()].some((task) => task.status === 'processing' && task.indexUid === uid)
  return {
    numberOfDocuments: size,
    rawDocumentDbSize: bytes,
    avgDocumentSize: size === 0 ? 0 : Math.round(bytes / size),
    isIndexing: busy,
    numberOfEmbeddings: 0,
    numberOfEmbeddedDocuments: 0,
    fieldDistribution,
  }
}

function settingsTask(state: State, uid: string, change: JsonObject): Answer {
  const work = () => changeSettings(state.indexes, uid, change, state.now())
  return accepted(state, { indexUid: uid, type: 'settingsUpdate', details: change, undone: {}, work })
}

function settingIn({ parts }: Call) {
  const name = (parts.setting ?? '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  if (isSetting(name) && kebab(name) === parts.setting) return name
  if (name === 'foreignKeys' || name === 'chat') throw unknownToDouble(`the setting \`${name}\``)
  throw new Refusal('not_found', 'Not found')
}

function changedSetting(state: State, call: Call): Answer {
  const name = settingIn(call)
  const wanted = MERGED.includes(name) ? 'PATCH' : 'PUT'
  if (call.method !== wanted) throw new Refusal('method_not_allowed', '')
  return settingsTask(state, uidIn(call), checkedSettings({ [name]: (jsonBody(call) ?? null) as Json }))
}

function resetAll(): JsonObject {
  return Object.fromEntries(Object.keys(defaultSettings()).map((name) => [name, null]))
}

function swapped(state: State, call: Call): Answer {
  const swaps = checkedSwaps(jsonBody(call))
  const details = { swaps: swaps.map(({ indexes, rename }) => ({ indexes: [...indexes], rename })) }
  const task = enqueue(state.queue, {
    indexUid: null,
    type: 'indexSwap',
    details,
    undone: {},
    work: () => swapIndexes(state.indexes, state.queue, swaps, task.uid),
  })
  return { status: 202, body: enqueuedView(task) }
}

export const INDEX_ROUTES: Record<string, Handler> = {
  'GET /indexes': listed,
  'POST /indexes': created,
  'GET /indexes/:uid': ({ indexes }, call) => {
    const uid = uidIn(call)
    return { status: 200, body: indexView(uid, indexOrRefuse(indexes, uid)) }
  },
  'PATCH /indexes/:uid': updated,
  'DELETE /indexes/:uid': (state, call) => {
    const uid = uidIn(call)
    const work = () => deleteIndex(state.indexes, uid)
    return accepted(state, {
      indexUid: uid,
      type: 'indexDeletion',
      details: { deletedDocuments: null },
      undone: { deletedDocuments: 0 },
      work,
    })
  },
  'POST /indexes/:uid/compact': (state, call) => {
    const uid = uidIn(call)
    indexOrRefuse(state.indexes, uid)
    return accepted(state, { indexUid: uid, type: 'indexCompaction', details: null, undone: {}, work: () => ({}) })
  },
  'GET /indexes/:uid/stats': (state, call) => {
    const uid = uidIn(call)
    return { status: 200, body: statsOf(state, uid, indexOrRefuse(state.indexes, uid)) }
  },
  'GET /indexes/:uid/settings': ({ indexes }, call) => {
    const { settings } = indexOrRefuse(indexes, uidIn(call))
    return { status: 200, body: structuredClone(settings) }
  },
  'PATCH /indexes/:uid/settings': (state, call) => settingsTask(state, uidIn(call), checkedSettings(jsonBody(call))),
  'DELETE /indexes/:uid/settings': (state, call) => settingsTask(state, uidIn(call), resetAll()),
  'GET /indexes/:uid/settings/:setting': ({ indexes }, call) => {
    const { settings } = indexOrRefuse(indexes, uidIn(call))
    return { status: 200, body: structuredClone(settings[settingIn(call)]) }
  },
  'PUT /indexes/:uid/settings/:setting': changedSetting,
  'PATCH /indexes/:uid/settings/:setting': changedSetting,
  'DELETE /indexes/:uid/settings/:setting': (state, call) => settingsTask(state, uidIn(call), { [settingIn(call)]: null }),
  'POST /swap-indexes': swapped,
}
