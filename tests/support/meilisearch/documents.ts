// Documents in and out: their ids, the primary key and how it is guessed, one bad document that fails its whole task, reading pages of them.
// Known from the source, except (guessed) that an index made for a task that then fails stays.
import { pointOf } from './geo.ts'
import { allowedFilter, type Features } from './features.ts'
import { filtered } from './filter-run.ts'
import { filterRefusal } from './filter-words.ts'
import { capacityOf, columnOf, dropDocument, keepsPlaces, newIndex, putDocument, type SearchIndex, type StoredDocument } from './indexes.ts'
import { isStrings, valuesAt, type Json, type JsonObject } from './json.ts'
import { numbersOf } from './doc-set.ts'
import { ranksOf } from './columns.ts'
import { parsedSort } from './ranking.ts'
import { Refusal } from './refusal.ts'

export type Indexes = Map<string, SearchIndex>

export function indexOrRefuse(indexes: Indexes, uid: string): SearchIndex {
  const index = indexes.get(uid)
  if (!index) throw new Refusal('index_not_found', `Index \`${uid}\` not found.`)
  return index
}

export function madeIndex(indexes: Indexes, uid: string, now: number): SearchIndex {
  const index = indexes.get(uid) ?? newIndex(null, now)
  indexes.set(uid, index)
  return index
}

/** Errors of the indexer name the index. */
function about(uid: string, code: string, message: string): Refusal {
  return new Refusal(code, `Index \`${uid}\`: ${message}`)
}

function guessedKey(uid: string, [first]: readonly JsonObject[]): string {
  const names = Object.keys(first ?? {}).filter((name) => name.toLowerCase().endsWith('id'))
  const [name, second] = names.sort()
  const advice = 'Please specify the primary key manually using the `primaryKey` query parameter.'
  if (name === undefined) {
    const message = `The primary key inference failed as the engine did not find any field ending with \`id\` in its name. ${advice}`
    throw about(uid, 'index_primary_key_no_candidate_found', message)
  }
  if (second === undefined) return name
  const found = `the engine found ${names.length} fields ending with \`id\` in their names: '${name}' and '${second}'`
  throw about(uid, 'index_primary_key_multiple_candidates_found', `The primary key inference failed as ${found}. ${advice}`)
}

function primaryKeyFor(uid: string, index: SearchIndex, documents: readonly JsonObject[], asked: string | null): string {
  if (index.primaryKey === null) return asked ?? guessedKey(uid, documents)
  if (asked === null || asked === index.primaryKey) return index.primaryKey
  throw about(uid, 'index_primary_key_already_exists', `Index already has a primary key: \`${index.primaryKey}\`.`)
}

export function documentId(value: Json): string {
  if (typeof value === 'number' && Number.isInteger(value)) return String(value)
  if (typeof value === 'string' && /^[a-zA-Z0-9_-]{1,511}$/.test(value)) return value
  const shape =
    'A document identifier can be of type integer or string, only composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-)'
  const rule = `${shape} and underscores (_), and can not be more than 511 bytes.`
  throw new Refusal('invalid_document_id', `Document identifier \`${JSON.stringify(value)}\` is invalid. ${rule}`)
}

function idIn(document: JsonObject, primaryKey: string): string {
  const [found] = valuesAt(document, primaryKey)
  if (found) return documentId(found.value)
  throw new Refusal('missing_document_id', `Document doesn't have a \`${primaryKey}\` attribute: \`${JSON.stringify(document)}\`.`)
}

export type Addition = {
  uid: string
  documents: readonly JsonObject[]
  primaryKey: string | null
  merge: boolean
  skipCreation: boolean
}

/** All of it or, when one document is bad, nothing. */
export function addDocuments(indexes: Indexes, addition: Addition, now: number): JsonObject {
  const { uid, documents, merge, skipCreation } = addition
  const index = madeIndex(indexes, uid, now)
  if (documents.length === 0) return { indexedDocuments: 0 }
  const primaryKey = primaryKeyFor(uid, index, documents, addition.primaryKey)
  const withIds = documents.map((fields) => ({ id: idIn(fields, primaryKey), fields }))
  if (keepsPlaces(index.settings)) {
    for (const { id, fields } of withIds) {
      try {
        if (fields._geo !== undefined) pointOf(id, fields._geo)
      } catch (error) {
        throw error instanceof Refusal ? about(uid, error.body.code, error.message) : error
      }
    }
  }
  index.primaryKey = primaryKey
  index.updatedAt = now
  for (const { id, fields } of withIds) {
    const old = index.byId.get(id)
    if (old || !skipCreation) putDocument(index, id, merge ? { ...old?.fields, ...fields } : fields)
  }
  return { indexedDocuments: documents.length }
}

export function deleteDocuments(indexes: Indexes, uid: string, ids: readonly string[], now: number): JsonObject {
  const index = indexOrRefuse(indexes, uid)
  index.updatedAt = now
  return { deletedDocuments: ids.filter((id) => dropDocument(index, id)).length }
}

export function matchingIds(index: SearchIndex, uid: string, filter: Json, features: Features): string[] {
  try {
    return numbersOf(filtered(index, allowedFilter(filter, features))).flatMap((number) => index.documents[number]?.id ?? [])
  } catch (error) {
    throw filterRefusal(error, 'invalid_document_filter', `Index \`${uid}\`: `)
  }
}

export type DocumentsQuery = { offset: number; limit: number; fields: string[] | null; filter: Json; ids: string[] | null; sort: string[] }

function inOrder(index: SearchIndex, documents: StoredDocument[], sort: readonly string[]): StoredDocument[] {
  const ranks = sort.map(parsedSort).map((one) => {
    if ('point' in one || !index.settings.sortableAttributes.includes(one.field)) {
      const field = 'point' in one ? '_geo' : one.field
      throw new Refusal('invalid_document_sort', `Attribute \`${field}\` is not sortable.`)
    }
    return ranksOf(columnOf(index, one.field), one.direction, capacityOf(index))
  })
  return documents.sort((one, other) => {
    for (const rank of ranks) {
      const difference = (rank[one.number] ?? 0) - (rank[other.number] ?? 0)
      if (difference !== 0) return difference
    }
    return one.number - other.number
  })
}

export function chosenFields(fields: JsonObject, chosen: readonly string[] | null): JsonObject {
  if (!chosen || chosen.includes('*')) return fields
  return Object.fromEntries(Object.entries(fields).filter(([name]) => chosen.includes(name)))
}

export function documentPage(index: SearchIndex, uid: string, query: DocumentsQuery, features: Features): JsonObject {
  const ids = query.filter === null ? [...index.byId.keys()] : matchingIds(index, uid, query.filter, features)
  const wanted = query.ids === null ? ids : ids.filter((id) => query.ids?.includes(id))
  const documents = wanted.flatMap((id) => index.byId.get(id) ?? [])
  const page = inOrder(index, documents, query.sort).slice(query.offset, query.offset + query.limit)
  const results = page.map(({ fields }) => chosenFields(fields, query.fields))
  return { results, offset: query.offset, limit: query.limit, total: documents.length }
}

/** The ids of a deletion; numbers and strings alike. */
export function idsIn(body: unknown): string[] {
  if (!Array.isArray(body)) throw new Refusal('bad_request', 'Invalid value type: expected an array')
  return body.map((id: unknown) => documentId(typeof id === 'number' || typeof id === 'string' ? id : null))
}

export function fieldList(value: unknown): string[] | null {
  if (typeof value === 'string') return value === '' ? null : value.split(',')
  return isStrings(value) ? value : null
}
