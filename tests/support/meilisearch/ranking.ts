// The order of the answer: the ranking rules one after the other, then the internal number. Not here: proximity and wordPosition, which change no set.
import { columnOf, capacityOf, type SearchIndex } from './indexes.ts'
import { ranksOf } from './columns.ts'
import { sortsPlaces } from './attribute-patterns.ts'
import { badLatitude, badLongitude, finiteFloat, metresBetween, type Point } from './geo.ts'
import type { CostRule, Match, Strategy } from './matching.ts'
import type { Term } from './query.ts'
import { Refusal } from './refusal.ts'

export type Sort = { field: string; direction: 'asc' | 'desc' } | { point: Point; direction: 'asc' | 'desc' }

/** Lower comes first. */
export type Key = (match: Match) => number

const RESERVED = ['_geo', '_geoDistance', '_geoPoint', '_geoRadius', '_geoBoundingBox']

function refuse(message: string): Refusal {
  return new Refusal('invalid_search_sort', message)
}

export function parsedSort(text: string): Sort {
  const [, member = '', direction] = /^(.*):(asc|desc)$/s.exec(text) ?? []
  if (direction !== 'asc' && direction !== 'desc') {
    throw refuse(`Invalid syntax for the sort parameter: expected expression ending by \`:asc\` or \`:desc\`, found \`${text}\`.`)
  }
  const reserved = `\`${member}\` is a reserved keyword and thus can't be used as a sort expression.`
  if (member.startsWith('_geoPoint')) return { point: sortPoint(member), direction }
  if (RESERVED.includes(member) || /^_geo(Radius|BoundingBox|Distance)?\(/.test(member)) {
    const use = 'Use the _geoPoint(latitude, longitude) built-in rule to sort on _geo field coordinates.'
    throw refuse(member.startsWith('_geoDistance') ? reserved : `${reserved} ${use}`)
  }
  return { field: member, direction }
}

function sortPoint(member: string): Point {
  const [, first = '', second = ''] = /^_geoPoint\(([^,]*),([^,]*)\)$/.exec(member) ?? []
  const [lat, lng] = [finiteFloat(first.trim()), finiteFloat(second.trim())]
  if (lat === null || lng === null) {
    const wanted = 'expected expression formated like `_geoPoint(latitude, longitude)` and ending by `:asc` or `:desc`'
    throw refuse(`Invalid syntax for the geo parameter: ${wanted}, found \`${member}\`.`)
  }
  const wrong = badLatitude(lat) ?? badLongitude(lng)
  if (wrong !== null) throw refuse(wrong)
  return { lat, lng }
}

/** @throws when the index does not sort by it. */
export function checkedSorts({ settings }: SearchIndex, sorts: readonly Sort[]): void {
  if (sorts.length > 0 && !settings.rankingRules.includes('sort')) {
    throw refuse('You must specify where `sort` is listed in the rankingRules setting to use the sort parameter at search time.')
  }
  for (const sort of sorts) {
    const field = 'field' in sort ? sort.field : '_geo'
    if ('field' in sort ? settings.sortableAttributes.includes(field) : sortsPlaces(settings)) continue
    const known = settings.sortableAttributes
    const none = 'This index does not have configured sortable attributes.'
    const available = known.length === 0 ? none : `Available sortable attributes are: \`${known.join(', ')}\`.`
    throw refuse(`Attribute \`${field}\` is not sortable. ${available}`)
  }
}

function placeKey(index: SearchIndex, { point, direction }: { point: Point; direction: 'asc' | 'desc' }): Key {
  const sign = direction === 'asc' ? 1 : -1
  return ({ doc }) => {
    const own = index.points.get(doc)
    return own ? sign * metresBetween(point, own) : Infinity
  }
}

function fieldKey(index: SearchIndex, field: string, direction: 'asc' | 'desc'): Key {
  const ranks = ranksOf(columnOf(index, field), direction, capacityOf(index))
  return ({ doc }) => ranks[doc] ?? 0
}

export function sortKeys(index: SearchIndex, sorts: readonly Sort[]): Key[] {
  return sorts.map((sort) => ('field' in sort ? fieldKey(index, sort.field, sort.direction) : placeKey(index, sort)))
}

/** Which costs the way through the query is chosen by. */
export function costRules(rankingRules: readonly string[]): CostRule[] {
  const rules = rankingRules.flatMap((rule): CostRule[] => {
    if (rule === 'typo' || rule === 'exactness') return [rule]
    return rule === 'attribute' || rule === 'attributeRank' ? ['attribute'] : []
  })
  return [...new Set(rules)]
}

/** 0 when a field is the query and nothing else, 1 when one begins with it. */
function exactAttribute({ documents }: SearchIndex, terms: readonly Term[], fields: number): Key {
  const wanted = terms.flatMap((term) => (term.kind === 'word' ? [term.word] : term.words))
  return ({ doc, dropped }) => {
    if (dropped > 0) return 2
    let best = 2
    for (const [bit, { words, places }] of documents[doc]?.placed ?? []) {
      if ((fields & (1 << bit)) === 0 || !wanted.every((word, at) => words[at] === word && places[at] === at)) continue
      best = Math.min(best, words.length === wanted.length ? 0 : 1)
    }
    return best
  }
}

export type Question = { terms: readonly Term[]; strategy: Strategy; sorts: readonly Sort[]; fields: number }

export function keysOf(index: SearchIndex, { terms, strategy, sorts, fields }: Question): Key[] {
  const asked = terms.length > 0
  const costs = costRules(index.settings.rankingRules)
  const sorted = new Set<string>()
  const keys: Key[] = []
  let words = !asked || strategy === 'all'
  for (const rule of index.settings.rankingRules) {
    const own = /^(.+):(asc|desc)$/.exec(rule)
    if (own) {
      const [, field = '', direction] = own
      if (!sorted.has(field)) keys.push(fieldKey(index, field, direction === 'desc' ? 'desc' : 'asc'))
      sorted.add(field)
    } else if (rule === 'sort') {
      keys.push(...sortKeys(index, sorts))
      for (const sort of sorts) if ('field' in sort) sorted.add(sort.field)
    } else if (asked) {
      // The server puts `words` before the first rule that looks at them.
      if (!words) keys.push(({ dropped }) => dropped)
      words = true
      const at = costs.indexOf(rule === 'attributeRank' ? 'attribute' : (rule as CostRule))
      if (rule === 'exactness') keys.push(exactAttribute(index, terms, fields))
      if (at !== -1) keys.push(({ cost }) => cost[at] ?? 0)
    }
  }
  return keys
}

type Row = { match: Match; known: number[] }

function compared(match: Match, { match: other, known }: Row, keys: readonly Key[]): number {
  for (const [at, key] of keys.entries()) {
    const own = key(match)
    const others = (known[at] ??= key(other))
    if (own !== others) return own < others ? -1 : 1
  }
  return match.doc - other.doc
}

/** The first `most` in order: all others are only compared with the last of these. */
export function ordered(matches: readonly Match[], keys: readonly Key[], most = Infinity): Match[] {
  if (most * 4 > matches.length) {
    const rows = matches.map((match) => ({ match, known: keys.map((key) => key(match)) }))
    rows.sort((one, other) => {
      const at = one.known.findIndex((key, place) => key !== other.known[place])
      return at === -1 ? one.match.doc - other.match.doc : (one.known[at] ?? 0) < (other.known[at] ?? 0) ? -1 : 1
    })
    return rows.slice(0, most).map(({ match }) => match)
  }
  const rows: Row[] = []
  for (const match of matches) {
    const last = rows[most - 1]
    if (most === 0 || (last && compared(match, last, keys) > 0)) continue
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = rows[middle]
      if (other && compared(match, other, keys) > 0) low = middle + 1
      else high = middle
    }
    rows.splice(low, 0, { match, known: [] })
    rows.length = Math.min(rows.length, most)
  }
  return rows.map(({ match }) => match)
}
