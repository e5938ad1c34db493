// The indexes of the server: documents by id, and what a task does to them.
import { z } from 'zod'
import { Refusal, unknownToDouble } from './refusal.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'

export type Document = Readonly<Record<string, unknown>>

/** `documents`: another map after every batch, never the same one changed. */
export type SearchIndex = {
  createdAt: string
  primaryKey: string | null
  settings: Settings
  documents: ReadonlyMap<string, Document>
}
export type Indexes = Map<string, SearchIndex>

export function emptyIndex(at: string, primaryKey: string | null): SearchIndex {
  return { createdAt: at, primaryKey, settings: DEFAULT_SETTINGS, documents: new Map() }
}

export function neededIndex(indexes: Indexes, uid: string): SearchIndex {
  const index = indexes.get(uid)
  if (!index) throw new Refusal('index_not_found', `Index \`${uid}\` not found.`)
  return index
}

export type Addition = {
  documents: readonly Document[]
  primaryKey: string | null
  /** Fields that are not named stay. */
  merge: boolean
}

function idIn(document: Document, primaryKey: string): string {
  const id = document[primaryKey]
  if (id === undefined) throw new Refusal('missing_document_id', `Document doesn't have a \`${primaryKey}\` attribute.`)
  if (typeof id === 'number' && Number.isInteger(id)) return String(id)
  if (typeof id === 'string' && /^[a-zA-Z0-9_-]{1,511}$/.test(id)) return id
  throw new Refusal('invalid_document_id', `Document identifier \`${JSON.stringify(id)}\` is invalid.`)
}

const degrees = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
const point = z.strictObject({ lat: degrees, lng: degrees }).nullish()

/** Found while the documents of all tasks of a batch are indexed together, so all of these tasks fail. */
function checkPoint(id: string, { _geo }: Document, { filterableAttributes, sortableAttributes }: Settings): void {
  if (!filterableAttributes.includes('_geo') && !sortableAttributes.includes('_geo')) return
  if (point.safeParse(_geo).success) return
  throw new Refusal('invalid_document_geo_field', `The \`_geo\` field in the document with the id: \`${id}\` is not a point.`, true)
}

/** All of them, or none when one is refused. */
export function addDocuments(index: SearchIndex, { documents, merge, ...asked }: Addition): SearchIndex {
  const primaryKey = index.primaryKey ?? asked.primaryKey
  if (primaryKey === null) throw unknownToDouble('how the primary key is guessed')
  if (asked.primaryKey !== null && asked.primaryKey !== primaryKey)
    throw new Refusal('index_primary_key_already_exists', `Index already has a primary key: \`${primaryKey}\`.`)
  const held = new Map(index.documents)
  for (const [id, document] of documents.map((one) => [idIn(one, primaryKey), one] as const)) {
    checkPoint(id, document, index.settings)
    held.set(id, merge ? { ...held.get(id), ...document } : document)
  }
  return { ...index, primaryKey, documents: held }
}

export function withoutDocuments(index: SearchIndex, ids: readonly string[]): SearchIndex {
  const documents = new Map(index.documents)
  for (const id of ids) documents.delete(id)
  return { ...index, documents }
}

export type Swap = { indexes: [string, string]; rename: boolean }

/** All pairs or none. */
export function swapIndexes(indexes: Indexes, swaps: readonly Swap[]): void {
  for (const { indexes: pair, rename } of swaps) {
    for (const uid of rename ? pair.slice(0, 1) : pair) neededIndex(indexes, uid)
    if (rename && indexes.has(pair[1])) throw new Refusal('index_already_exists', `Index \`${pair[1]}\` already exists.`)
  }
  for (const { indexes: pair } of swaps) {
    const [left, right] = pair.map((uid) => indexes.get(uid))
    if (left) indexes.set(pair[1], left)
    if (right) indexes.set(pair[0], right)
    else indexes.delete(pair[0])
  }
}
