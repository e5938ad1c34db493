// What a search may ask, checked as the server checks it: one code for each parameter.
import { isStrings, type Json, type JsonObject } from './json.ts'
import { Refusal, unknownToDouble } from './refusal.ts'
import type { Strategy } from './matching.ts'

export type SearchParams = {
  q: string | null
  offset: number
  limit: number
  page: number | null
  hitsPerPage: number | null
  attributesToRetrieve: string[] | null
  attributesToSearchOn: string[] | null
  filter: Json
  sort: string[]
  distinct: string | null
  facets: string[] | null
  matchingStrategy: Strategy
  showRankingScore: boolean
  showRankingScoreDetails: boolean
}

/** Parameters of the server that this double cannot answer, and the values with which they ask for nothing. */
const UNKNOWN: Record<string, readonly Json[]> = {
  attributesToCrop: [],
  cropLength: [10],
  cropMarker: ['…'],
  attributesToHighlight: [],
  highlightPreTag: ['<em>'],
  highlightPostTag: ['</em>'],
  showMatchesPosition: [false],
  rankingScoreThreshold: [],
  locales: [],
  hybrid: [],
  vector: [],
  retrieveVectors: [false],
  media: [],
  personalize: [],
  useNetwork: [false],
  showPerformanceDetails: [false],
}
const STRATEGIES: readonly Strategy[] = ['last', 'all', 'frequency']
const KNOWN = [
  'q',
  'offset',
  'limit',
  'page',
  'hitsPerPage',
  'attributesToRetrieve',
  'attributesToSearchOn',
  'filter',
  'sort',
  'distinct',
  'facets',
  'matchingStrategy',
  'showRankingScore',
  'showRankingScoreDetails',
]

function kindOf(value: Json): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'number') return Number.isInteger(value) ? (value < 0 ? 'a negative integer' : 'a positive integer') : 'a number'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function wrong(name: string, wanted: string, value: Json): Refusal {
  const found = `but found ${kindOf(value)}: \`${JSON.stringify(value)}\``
  return new Refusal(`invalid_search_${snake(name)}`, `Invalid value type at \`.${name}\`: expected ${wanted}, ${found}`)
}

function reader(body: JsonObject) {
  const read = <T>(name: string, wanted: string, fits: (value: Json) => value is T & Json, fallback: T): T => {
    const value = body[name]
    if (value === undefined || value === null) return fallback
    if (!fits(value)) throw wrong(name, wanted, value)
    return value
  }
  const isText = (value: Json): value is string => typeof value === 'string'
  const isTruth = (value: Json): value is boolean => typeof value === 'boolean'
  const isCount = (value: Json): value is number => Number.isInteger(value) && Number(value) >= 0
  const isTexts = (value: Json): value is string[] => isStrings(value)
  return {
    text: (name: string) => read<string | null>(name, 'a string', isText, null),
    truth: (name: string) => read<boolean>(name, 'a boolean', isTruth, false),
    count: <T extends number | null>(name: string, fallback: T) => read<number | T>(name, 'a positive integer', isCount, fallback),
    texts: (name: string) => read<string[] | null>(name, 'an array', isTexts, null),
  }
}

function refuseUnknown(body: JsonObject, more: readonly string[]): void {
  for (const [name, value] of Object.entries(body)) {
    if (KNOWN.includes(name) || more.includes(name) || value === null) continue
    const harmless = UNKNOWN[name]
    if (harmless === undefined) {
      const known = [...KNOWN, ...Object.keys(UNKNOWN), ...more].map((one) => `\`${one}\``).join(', ')
      throw new Refusal('bad_request', `Unknown field \`${name}\`: expected one of ${known}`)
    }
    if (!harmless.includes(value)) throw unknownToDouble(`the search parameter \`${name}\``)
  }
}

/** @param more parameters of the route itself. */
export function searchParams(body: JsonObject, more: readonly string[] = []): SearchParams {
  refuseUnknown(body, more)
  const read = reader(body)
  const strategy = STRATEGIES.find((one) => one === (read.text('matchingStrategy') ?? 'last'))
  if (!strategy) {
    const known = '`last`, `all`, `frequency`'
    const message = `Unknown value \`${read.text('matchingStrategy') ?? ''}\` at \`.matchingStrategy\`: expected one of ${known}`
    throw new Refusal('invalid_search_matching_strategy', message)
  }
  return {
    q: read.text('q'),
    offset: read.count('offset', 0),
    limit: read.count('limit', 20),
    page: read.count('page', null),
    hitsPerPage: read.count('hitsPerPage', null),
    attributesToRetrieve: read.texts('attributesToRetrieve'),
    attributesToSearchOn: read.texts('attributesToSearchOn'),
    filter: body.filter ?? null,
    sort: read.texts('sort') ?? [],
    distinct: read.text('distinct'),
    facets: read.texts('facets'),
    matchingStrategy: strategy,
    showRankingScore: read.truth('showRankingScore'),
    showRankingScoreDetails: read.truth('showRankingScoreDetails'),
  }
}
