// What documents hold at one field, arranged for filters, facets and sorting; made when first asked for, kept up afterwards.
// After Meilisearch's extraction: numbers, texts (trimmed, lower case, decomposed), truth values as texts; null and empty only outside lists.
import { valuesAt, type JsonObject } from './json.ts'

export type Column = {
  field: string
  /** Plain form → document → the form in which it was written. */
  texts: Map<string, Map<number, string>>
  numbers: Map<number, Set<number>>
  nulls: Set<number>
  empties: Set<number>
  present: Set<number>
  ranks: { asc: Int32Array | null; desc: Int32Array | null }
}

const MOST_TEXT_BYTES = 468

export function plainText(text: string): string {
  const plain = text.trim().normalize('NFKD').toLowerCase()
  if (Buffer.byteLength(plain) <= MOST_TEXT_BYTES) return plain
  let cut = plain.slice(0, MOST_TEXT_BYTES)
  while (Buffer.byteLength(cut) > MOST_TEXT_BYTES) cut = cut.slice(0, -1)
  return cut
}

export function emptyColumn(field: string): Column {
  const none = { nulls: new Set<number>(), empties: new Set<number>(), present: new Set<number>() }
  return { field, texts: new Map(), numbers: new Map(), ...none, ranks: { asc: null, desc: null } }
}

type Facts = { texts: string[]; numbers: number[]; isNull: boolean; isEmpty: boolean; isPresent: boolean }

function factsAt(fields: JsonObject, path: string): Facts {
  const facts: Facts = { texts: [], numbers: [], isNull: false, isEmpty: false, isPresent: false }
  for (const { value, base } of valuesAt(fields, path)) {
    facts.isPresent = true
    if (value === null) facts.isNull ||= base
    else if (value === '' || (typeof value === 'object' && Object.keys(value).length === 0)) facts.isEmpty ||= base
    for (const item of Array.isArray(value) ? value.flat(Infinity as 1) : [value]) {
      if (typeof item === 'number') facts.numbers.push(item)
      else if (typeof item === 'boolean') facts.texts.push(String(item))
      else if (typeof item === 'string' && item !== '') facts.texts.push(item)
    }
  }
  if ((path === '_geo.lat' || path === '_geo.lng') && facts.texts.length > 0) facts.numbers.push(...facts.texts.splice(0).map(Number))
  return facts
}

export function addToColumn(column: Column, doc: number, fields: JsonObject): void {
  const { texts, numbers, isNull, isEmpty, isPresent } = factsAt(fields, column.field)
  column.ranks = { asc: null, desc: null }
  if (isNull) column.nulls.add(doc)
  if (isEmpty) column.empties.add(doc)
  if (isPresent) column.present.add(doc)
  for (const text of texts) {
    const plain = plainText(text)
    const docs = column.texts.get(plain) ?? new Map<number, string>()
    column.texts.set(plain, docs.set(doc, text))
  }
  for (const number of numbers) column.numbers.set(number, (column.numbers.get(number) ?? new Set()).add(doc))
}

export function removeFromColumn(column: Column, doc: number, fields: JsonObject): void {
  const { texts, numbers } = factsAt(fields, column.field)
  column.ranks = { asc: null, desc: null }
  for (const set of [column.nulls, column.empties, column.present]) set.delete(doc)
  for (const text of texts) {
    const docs = column.texts.get(plainText(text))
    docs?.delete(doc)
    if (docs?.size === 0) column.texts.delete(plainText(text))
  }
  for (const number of numbers) {
    const docs = column.numbers.get(number)
    docs?.delete(doc)
    if (docs?.size === 0) column.numbers.delete(number)
  }
}

/** Plain forms in the server's order, which is that of their bytes. */
export function textsInOrder(column: Column): string[] {
  return [...column.texts.keys()].sort((one, other) => (one < other ? -1 : 1))
}

/** The place of each document: numbers before texts whatever the direction, what has neither last. */
export function ranksOf(column: Column, direction: 'asc' | 'desc', capacity: number): Int32Array {
  const known = column.ranks[direction]
  if (known?.length === capacity) return known
  const ranks = new Int32Array(capacity).fill(capacity + 1)
  const sign = direction === 'asc' ? 1 : -1
  const numbers = [...column.numbers].sort(([one], [other]) => sign * (one - other)).map(([, docs]) => [...docs])
  const texts = textsInOrder(column).map((text) => [...(column.texts.get(text)?.keys() ?? [])])
  if (direction === 'desc') texts.reverse()
  for (const [rank, docs] of [...numbers, ...texts].entries()) {
    // A list stands where its first value in this direction puts it.
    for (const doc of docs) if (ranks[doc] === capacity + 1) ranks[doc] = rank
  }
  column.ranks[direction] = ranks
  return ranks
}
