// Which documents a filter keeps, and which fields and operators the settings allow in it. After Meilisearch's source.
// Kept as there: a field that no document ever had is empty under every operator, `!=` included; texts compare with texts and numbers with numbers.
import { filterablePatterns, filtersPlaces, isFilterable, rulingOn } from './attribute-patterns.ts'
import { plainText, type Column } from './columns.ts'
import { both, docsOf, either, noDocs, without, type DocSet } from './doc-set.ts'
import type { Filter } from './filter-grammar.ts'
import { BadFilter, badFilter, type Part } from './filter-words.ts'
import { badLatitude, badLongitude, finiteFloat, metresBetween, metresNorthSouth } from './geo.ts'
import { capacityOf, columnOf, type SearchIndex } from './indexes.ts'

type FieldFilter = Extract<Filter, { field: Part }>

export function everything(index: SearchIndex): DocSet {
  index.live ??= Uint8Array.from(index.documents, (document) => (document ? 1 : 0))
  return index.live
}

/** @throws BadFilter */
export function filtered(index: SearchIndex, filter: Filter | null): DocSet {
  const all = everything(index)
  if (!filter) return all
  checkFields(index, filter)
  return run(index, filter, all)
}

function notFilterable(index: SearchIndex, text: string, part: Part, field: string): BadFilter {
  const patterns = filterablePatterns(index.settings.filterableAttributes).map((name) => `\`${name}\``)
  const none = 'This index does not have configured filterable attributes.'
  const known = patterns.length === 0 ? none : `Available filterable attribute patterns are: ${patterns.join(', ')}.`
  return badFilter(text, part.from, part.to, `Attribute \`${field}\` is not filterable. ${known}`)
}

function checkFields(index: SearchIndex, filter: Filter): void {
  if (filter.kind === 'and' || filter.kind === 'or') for (const part of filter.of) checkFields(index, part)
  else if (filter.kind === 'not') checkFields(index, filter.of)
  else if ('field' in filter && !isFilterable(filter.field.value, index.settings.filterableAttributes)) {
    throw notFilterable(index, filter.text, filter.field, filter.field.value)
  }
}

function run(index: SearchIndex, filter: Filter, all: DocSet): DocSet {
  switch (filter.kind) {
    case 'not':
      return without(all, run(index, filter.of, all))
    case 'and':
      return filter.of.map((part) => run(index, part, all)).reduce(both)
    case 'or':
      return filter.of.map((part) => run(index, part, all)).reduce(either)
    case 'radius':
      return within(index, filter)
    case 'box':
      return boxed(index, filter)
    default:
      return index.knownFields.has(filter.field.value) || filter.field.value.startsWith('_geo.')
        ? atField(index, filter, all)
        : noDocs(capacityOf(index))
  }
}

const SIGNS = {
  between: 'TO',
  in: '=',
  starts: 'STARTS WITH',
  contains: 'CONTAINS',
  exists: 'EXISTS',
  null: 'IS NULL',
  empty: 'IS EMPTY',
} as const

function checkOperator(index: SearchIndex, filter: FieldFilter): void {
  const found = rulingOn(filter.field.value, index.settings.filterableAttributes)
  if (!found) return
  const { equality, comparison } = found.features
  const sign = filter.kind === 'compare' ? filter.op : SIGNS[filter.kind]
  const compares = ['>', '>=', '<', '<=', 'TO'].includes(sign)
  const equals = sign === '=' || sign === '!='
  if (compares ? comparison : !equals || equality) return
  const allowed = ['OR', 'AND', 'NOT', ...(equality ? ['=', '!=', 'IN'] : []), ...(comparison ? ['<', '>', '<=', '>=', 'TO'] : [])]
  const { value: field } = filter.field
  throw new BadFilter(
    [
      `Filter operator \`${sign}\` is not allowed for the attribute \`${field}\`.`,
      `  - Note: allowed operators: ${[...allowed, 'IS EMPTY', 'IS NULL', 'EXISTS'].join(', ')}.`,
      `  - Note: field \`${field}\` matched rule #${found.rule} in \`filterableAttributes\``,
      `  - Hint: enable ${compares ? 'comparison' : 'equality'} in rule #${found.rule} by modifying the features.filter object`,
      `  - Hint: prepend another rule matching \`${field}\` with appropriate filter features before rule #${found.rule}`,
    ].join('\n'),
  )
}

function atField(index: SearchIndex, filter: FieldFilter, all: DocSet): DocSet {
  checkOperator(index, filter)
  const column = columnOf(index, filter.field.value)
  const set = (docs: Iterable<number>) => docsOf(capacityOf(index), docs)
  switch (filter.kind) {
    case 'exists':
      return set(column.present)
    case 'null':
      return set(column.nulls)
    case 'empty':
      return set(column.empties)
    case 'in':
      return set(filter.values.flatMap(({ value }) => equalTo(column, value)))
    case 'starts':
      return set(textDocs(column, (text) => text.startsWith(plainText(filter.value.value))))
    case 'contains':
      return set(textDocs(column, (text) => text.includes(plainText(filter.value.value))))
    case 'between':
      return set(between(column, filter.from.value, filter.to.value))
    case 'compare':
      if (filter.op === '!=') return without(all, set(equalTo(column, filter.value.value)))
      return set(filter.op === '=' ? equalTo(column, filter.value.value) : compared(column, filter.op, filter.value.value))
  }
}

function equalTo(column: Column, value: string): number[] {
  const number = finiteFloat(value)
  const numbers = number === null ? undefined : column.numbers.get(number)
  return [...(column.texts.get(plainText(value))?.keys() ?? []), ...(numbers ?? [])]
}

function textDocs(column: Column, fits: (text: string) => boolean): number[] {
  return [...column.texts].flatMap(([text, docs]) => (fits(text) ? [...docs.keys()] : []))
}

function numberDocs(column: Column, fits: (number: number) => boolean): number[] {
  return [...column.numbers].flatMap(([number, docs]) => (fits(number) ? [...docs] : []))
}

const FITS = {
  '>': <T extends string | number>(one: T, other: T) => one > other,
  '>=': <T extends string | number>(one: T, other: T) => one >= other,
  '<': <T extends string | number>(one: T, other: T) => one < other,
  '<=': <T extends string | number>(one: T, other: T) => one <= other,
}

function compared(column: Column, op: keyof typeof FITS, value: string): number[] {
  const number = finiteFloat(value)
  const numbers = number === null ? [] : numberDocs(column, (own) => FITS[op](own, number))
  return [...numbers, ...textDocs(column, (text) => FITS[op](text, value))]
}

function between(column: Column, from: string, to: string): number[] {
  const [low, high] = [finiteFloat(from), finiteFloat(to)]
  const numbers = low === null || high === null ? [] : numberDocs(column, (own) => own >= low && own <= high)
  return [...numbers, ...textDocs(column, (text) => text >= from && text <= to)]
}

function finite(text: string, { value, from, to }: Part): number {
  const number = finiteFloat(value)
  if (number === null) throw badFilter(text, from, to, 'Non finite floats are not supported')
  return number
}

function coordinates(text: string, lat: Part, lng: Part): [number, number] {
  const [north, east] = [finite(text, lat), finite(text, lng)]
  const wrongLat = badLatitude(north)
  if (wrongLat !== null) throw badFilter(text, lat.from, lat.to, wrongLat)
  const wrongLng = badLongitude(east)
  if (wrongLng !== null) throw badFilter(text, lng.from, lng.to, wrongLng)
  return [north, east]
}

function within(index: SearchIndex, { lat, lng, metres, text }: Extract<Filter, { kind: 'radius' }>): DocSet {
  if (!filtersPlaces(index.settings)) throw notFilterable(index, text, lat, '_geo')
  const [north, east] = coordinates(text, lat, lng)
  const radius = finite(text, metres) + Number.EPSILON
  const centre = { lat: north, lng: east }
  const near = noDocs(capacityOf(index))
  for (const [doc, point] of index.points) {
    if (metresNorthSouth(centre, point) <= radius && metresBetween(centre, point) <= radius) near[doc] = 1
  }
  return near
}

function boxed(index: SearchIndex, filter: Extract<Filter, { kind: 'box' }>): DocSet {
  const { text, top, bottom } = filter
  if (!filtersPlaces(index.settings)) throw notFilterable(index, text, top[0], '_geo')
  const [north, east] = coordinates(text, top[0], top[1])
  const [south, west] = coordinates(text, bottom[0], bottom[1])
  if (north < south) {
    throw badFilter(text, bottom[1].from, bottom[1].to, `The top latitude \`${north}\` is below the bottom latitude \`${south}\`.`)
  }
  const inside = [...index.points].filter(([, { lat, lng }]) => {
    const between = east < west ? lng >= west || lng <= east : lng >= west && lng <= east
    return lat >= south && lat <= north && between
  })
  return docsOf(
    capacityOf(index),
    inside.map(([doc]) => doc),
  )
}
