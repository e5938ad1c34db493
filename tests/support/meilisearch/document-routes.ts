// The routes under /indexes/:uid/documents.
import {
  addDocuments,
  chosenFields,
  deleteDocuments,
  documentId,
  documentPage,
  fieldList,
  idsIn,
  indexOrRefuse,
  matchingIds,
  type DocumentsQuery,
} from './documents.ts'
import { allowedFilter, type Features } from './features.ts'
import { filterRefusal } from './filter-words.ts'
import { checkedUid } from './index-work.ts'
import { isStrings, type Json, type JsonObject } from './json.ts'
import { Refusal } from './refusal.ts'
import { countAt, documentsIn, jsonBody, objectBody, textAt } from './request-body.ts'
import type { Answer, Call, Handler, State } from './state.ts'
import { enqueue, enqueuedView, type NewTask } from './tasks.ts'

export function accepted({ queue }: State, task: NewTask): Answer {
  return { status: 202, body: enqueuedView(enqueue(queue, task)) }
}

export function uidIn({ parts }: Call): string {
  return checkedUid(parts.uid)
}

function metadataIn({ query }: Call): string | null {
  return textAt(query, 'customMetadata')
}

function added(merge: boolean): Handler {
  return (state, call) => {
    const uid = uidIn(call)
    const documents = documentsIn(call)
    const primaryKey = textAt(call.query, 'primaryKey')
    const skipCreation = call.query.get('skipCreation') === 'true'
    return accepted(state, {
      indexUid: uid,
      type: 'documentAdditionOrUpdate',
      details: { receivedDocuments: documents.length, indexedDocuments: null },
      undone: { indexedDocuments: 0 },
      customMetadata: metadataIn(call),
      work: () => addDocuments(state.indexes, { uid, documents, primaryKey, merge, skipCreation }, state.now()),
    })
  }
}

type Deletion = { details: JsonObject; ids: (uid: string) => string[] }

function deletion(state: State, call: Call, { details, ids }: Deletion): Answer {
  const uid = uidIn(call)
  return accepted(state, {
    indexUid: uid,
    type: 'documentDeletion',
    details: { ...details, deletedDocuments: null },
    undone: { deletedDocuments: 0 },
    customMetadata: metadataIn(call),
    work: () => deleteDocuments(state.indexes, uid, ids(uid), state.now()),
  })
}

function allIds(state: State, uid: string): string[] {
  return [...indexOrRefuse(state.indexes, uid).byId.keys()]
}

/** What cannot be read is refused at once; what the settings forbid fails the task. */
function filterIn(body: JsonObject, features: Features): Json {
  const { filter } = body
  if (filter === undefined) throw new Refusal('missing_document_filter', 'Missing field `filter`')
  try {
    if (allowedFilter(filter, features) === null) throw new Refusal('invalid_document_filter', 'Sending an empty filter is forbidden.')
  } catch (error) {
    throw filterRefusal(error, 'invalid_document_filter')
  }
  return filter
}

function fetchQuery(body: JsonObject): DocumentsQuery {
  const ids = Array.isArray(body.ids) ? body.ids.map((id) => documentId(id)) : null
  const count = (name: 'offset' | 'limit', fallback: number) => {
    const value = body[name] ?? fallback
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
    throw new Refusal(`invalid_document_${name}`, `Invalid value type at \`.${name}\`: expected a positive integer`)
  }
  const sort = isStrings(body.sort) ? body.sort : []
  return { offset: count('offset', 0), limit: count('limit', 20), fields: fieldList(body.fields), filter: body.filter ?? null, ids, sort }
}

function listed({ indexes, features }: State, call: Call): Answer {
  const { query } = call
  const uid = uidIn(call)
  const ids = query.get('ids')?.split(',') ?? null
  const fields = fieldList(query.get('fields') ?? undefined)
  const sort = query.get('sort')?.split(/,(?=[^,]*:(?:asc|desc))/) ?? []
  const offset = countAt(query, 'offset', 0, 'invalid_document_offset')
  const limit = countAt(query, 'limit', 20, 'invalid_document_limit')
  const page = documentPage(indexOrRefuse(indexes, uid), uid, { offset, limit, fields, filter: query.get('filter'), ids, sort }, features)
  return { status: 200, body: page }
}

export const DOCUMENT_ROUTES: Record<string, Handler> = {
  'GET /indexes/:uid/documents': listed,
  'POST /indexes/:uid/documents/fetch': ({ indexes, features }, call) => {
    const uid = uidIn(call)
    return { status: 200, body: documentPage(indexOrRefuse(indexes, uid), uid, fetchQuery(objectBody(call)), features) }
  },
  'GET /indexes/:uid/documents/:id': ({ indexes }, call) => {
    const id = documentId(call.parts.id ?? '')
    const document = indexOrRefuse(indexes, uidIn(call)).byId.get(id)
    if (!document) throw new Refusal('document_not_found', `Document \`${id}\` not found.`)
    return { status: 200, body: chosenFields(document.fields, fieldList(call.query.get('fields') ?? undefined)) }
  },
  'POST /indexes/:uid/documents': added(false),
  'PUT /indexes/:uid/documents': added(true),
  'DELETE /indexes/:uid/documents': (state, call) => deletion(state, call, { details: {}, ids: (uid) => allIds(state, uid) }),
  'DELETE /indexes/:uid/documents/:id': (state, call) => {
    const id = documentId(call.parts.id ?? '')
    return deletion(state, call, { details: { providedIds: 1, originalFilter: null }, ids: () => [id] })
  },
  'POST /indexes/:uid/documents/delete-batch': (state, call) => {
    const ids = idsIn(jsonBody(call))
    return deletion(state, call, { details: { providedIds: ids.length, originalFilter: null }, ids: () => ids })
  },
  'POST /indexes/:uid/documents/delete': (state, call) => {
    const filter = filterIn(objectBody(call), state.features)
    const details = { providedIds: 0, originalFilter: JSON.stringify(filter) }
    return deletion(state, call, { details, ids: (uid) => matchingIds(indexOrRefuse(state.indexes, uid), uid, filter, state.features) })
  },
}
