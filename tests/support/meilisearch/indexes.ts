// One index: its documents, the words in them, its columns. Plain maps, kept up document by document.
import { addToColumn, emptyColumn, removeFromColumn, type Column } from './columns.ts'
import { filtersPlaces, patternCovers, sortsPlaces } from './attribute-patterns.ts'
import type { DocSet } from './doc-set.ts'
import { pointOf, type Point } from './geo.ts'
import { fieldNames, leaves, type JsonObject } from './json.ts'
import { unknownToDouble } from './refusal.ts'
import { defaultSettings, type Settings } from './settings.ts'
import { placeWords, type Placed } from './words.ts'
import { wordList, type WordList } from './word-list.ts'

export type StoredDocument = { id: string; number: number; fields: JsonObject; placed: Map<number, Placed> }

export type SearchIndex = {
  primaryKey: string | null
  createdAt: number
  updatedAt: number
  settings: Settings
  byId: Map<string, StoredDocument>
  /** By internal number; numbers of deleted documents are taken again, lowest first, as on the server. */
  documents: (StoredDocument | null)[]
  free: number[]
  /** All documents as a set, once asked. */
  live: DocSet | null
  /** Word → document → its fields as bits. */
  postings: Map<string, Map<number, number>>
  list: WordList | null
  /** How words are split in two, once asked; forgotten with every change. */
  splits: Map<string, string[] | null>
  /** Searchable fields met so far; the place here is the bit. */
  wordFields: string[]
  knownFields: Set<string>
  columns: Map<string, Column>
  points: Map<number, Point>
}

const MOST_FIELDS = 31

export function newIndex(primaryKey: string | null, now: number): SearchIndex {
  return {
    primaryKey,
    createdAt: now,
    updatedAt: now,
    settings: defaultSettings(),
    byId: new Map(),
    documents: [],
    free: [],
    live: null,
    postings: new Map(),
    list: null,
    splits: new Map(),
    wordFields: [],
    knownFields: new Set(),
    columns: new Map(),
    points: new Map(),
  }
}

export function capacityOf(index: SearchIndex): number {
  return index.documents.length
}

/** The place of a field among the searchable ones, 0 the most important; null when it is not searched. All alike when all are searched. */
export function fieldRank(settings: Settings, field: string): number | null {
  if (settings.searchableAttributes.includes('*')) return 0
  const rank = settings.searchableAttributes.findIndex((pattern) => patternCovers(pattern, field))
  return rank === -1 ? null : rank
}

function bitOf(index: SearchIndex, field: string): number {
  const known = index.wordFields.indexOf(field)
  if (known !== -1) return known
  if (index.wordFields.length === MOST_FIELDS) throw unknownToDouble(`more than ${MOST_FIELDS} searchable fields`)
  return index.wordFields.push(field) - 1
}

function placedWords(index: SearchIndex, fields: JsonObject): Map<number, Placed> {
  const placed = new Map<number, Placed>()
  for (const [field, text] of leaves(fields)) {
    if (fieldRank(index.settings, field) === null) continue
    const bit = bitOf(index, field)
    const into = placed.get(bit) ?? { words: [], places: [] }
    placeWords(text, index.settings, into)
    placed.set(bit, into)
  }
  return placed
}

function post(index: SearchIndex, { number, placed }: StoredDocument): void {
  index.splits.clear()
  for (const [bit, { words }] of placed) {
    for (const word of words) {
      let docs = index.postings.get(word)
      if (docs === undefined) {
        docs = new Map()
        index.postings.set(word, docs)
        index.list = null
      }
      docs.set(number, (docs.get(number) ?? 0) | (1 << bit))
    }
  }
}

function unpost(index: SearchIndex, { number, placed }: StoredDocument): void {
  index.splits.clear()
  for (const { words } of placed.values()) {
    for (const word of words) {
      const docs = index.postings.get(word)
      docs?.delete(number)
      if (docs?.size !== 0) continue
      index.postings.delete(word)
      index.list = null
    }
  }
}

export function keepsPlaces(settings: Settings): boolean {
  return filtersPlaces(settings) || sortsPlaces(settings)
}

export function putDocument(index: SearchIndex, id: string, fields: JsonObject): void {
  const old = index.byId.get(id)
  if (old) forget(index, old)
  const number = old?.number ?? index.free.shift() ?? index.documents.length
  const document: StoredDocument = { id, number, fields, placed: placedWords(index, fields) }
  index.byId.set(id, document)
  index.documents[number] = document
  index.live = null
  for (const name of fieldNames(fields)) index.knownFields.add(name)
  post(index, document)
  for (const column of index.columns.values()) addToColumn(column, number, fields)
  notePlace(index, document)
}

function notePlace(index: SearchIndex, { id, number, fields }: StoredDocument): void {
  const point = keepsPlaces(index.settings) && fields._geo !== undefined ? pointOf(id, fields._geo) : null
  if (point) index.points.set(number, point)
  else index.points.delete(number)
}

function forget(index: SearchIndex, document: StoredDocument): void {
  unpost(index, document)
  for (const column of index.columns.values()) removeFromColumn(column, document.number, document.fields)
  index.points.delete(document.number)
}

export function dropDocument(index: SearchIndex, id: string): boolean {
  const document = index.byId.get(id)
  if (!document) return false
  forget(index, document)
  index.byId.delete(id)
  index.documents[document.number] = null
  index.live = null
  index.free.splice(index.free.findLastIndex((number) => number < document.number) + 1, 0, document.number)
  return true
}

/** After other settings: everything is read again. */
export function reindex(index: SearchIndex): void {
  index.postings.clear()
  index.columns.clear()
  index.points.clear()
  index.wordFields = []
  index.list = null
  index.splits.clear()
  for (const document of index.byId.values()) {
    document.placed = placedWords(index, document.fields)
    post(index, document)
    notePlace(index, document)
  }
}

export function columnOf(index: SearchIndex, field: string): Column {
  const known = index.columns.get(field)
  if (known) return known
  const column = emptyColumn(field)
  for (const { number, fields } of index.byId.values()) addToColumn(column, number, fields)
  index.columns.set(field, column)
  return column
}

export function listOf(index: SearchIndex): WordList {
  return (index.list ??= wordList(index.postings.keys()))
}
