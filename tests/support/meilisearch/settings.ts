// The settings of an index: defaults, what may be said, what a change leaves as it was. Defaults as the server of v1.50 reports them.
import { isObject, isStrings, type Json, type JsonObject } from './json.ts'
import { Refusal, unknownToDouble } from './refusal.ts'

export type FilterableRule =
  string | { attributePatterns: string[]; features: { facetSearch: boolean; filter: { equality: boolean; comparison: boolean } } }

export type Settings = {
  displayedAttributes: string[]
  searchableAttributes: string[]
  filterableAttributes: FilterableRule[]
  sortableAttributes: string[]
  rankingRules: string[]
  stopWords: string[]
  nonSeparatorTokens: string[]
  separatorTokens: string[]
  dictionary: string[]
  synonyms: Record<string, string[]>
  distinctAttribute: string | null
  proximityPrecision: 'byWord' | 'byAttribute'
  typoTolerance: {
    enabled: boolean
    minWordSizeForTypos: { oneTypo: number; twoTypos: number }
    disableOnWords: string[]
    disableOnAttributes: string[]
    disableOnNumbers: boolean
  }
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, 'alpha' | 'count'> }
  pagination: { maxTotalHits: number }
  embedders: JsonObject
  searchCutoffMs: number | null
  localizedAttributes: Json
  facetSearch: boolean
  prefixSearch: 'indexingTime' | 'disabled'
}

export const PLAIN_RANKING_RULES: readonly string[] = [
  'words',
  'typo',
  'proximity',
  'attribute',
  'attributeRank',
  'sort',
  'wordPosition',
  'exactness',
]

export function defaultSettings(): Settings {
  return {
    displayedAttributes: ['*'],
    searchableAttributes: ['*'],
    filterableAttributes: [],
    sortableAttributes: [],
    rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
    stopWords: [],
    nonSeparatorTokens: [],
    separatorTokens: [],
    dictionary: [],
    synonyms: {},
    distinctAttribute: null,
    proximityPrecision: 'byWord',
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnWords: [],
      disableOnAttributes: [],
      disableOnNumbers: false,
    },
    faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
    pagination: { maxTotalHits: 1000 },
    embedders: {},
    searchCutoffMs: null,
    localizedAttributes: null,
    facetSearch: true,
    prefixSearch: 'indexingTime',
  }
}

/** `PATCH` merges these; everything else is replaced. */
export const MERGED: readonly string[] = ['typoTolerance', 'faceting', 'pagination', 'embedders']

const REFUSAL_NAMES: Record<string, string> = { searchCutoffMs: 'search_cutoff_ms' }

export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function refuse(name: string, message: string): Refusal {
  return new Refusal(`invalid_settings_${REFUSAL_NAMES[name] ?? kebab(name).replaceAll('-', '_')}`, message)
}

type Check = (value: Json, name: string) => string | null

const strings: Check = (value) => (isStrings(value) ? null : 'expected an array of strings')
const whole: Check = (value) => (Number.isInteger(value) && Number(value) >= 0 ? null : 'expected a positive integer')
const oneOf =
  (...words: string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? null : `expected one of ${words.map((word) => `\`${word}\``).join(', ')}`

function filterable(value: Json): string | null {
  if (!Array.isArray(value)) return 'expected an array'
  for (const rule of value) {
    if (typeof rule === 'string') continue
    if (!isObject(rule) || !isStrings(rule.attributePatterns)) return 'expected a string or an object with `attributePatterns`'
    const unknown = Object.keys(rule).find((key) => key !== 'attributePatterns' && key !== 'features')
    if (unknown !== undefined) return `Unknown field \`${unknown}\`: expected one of \`attributePatterns\`, \`features\``
  }
  return null
}

function rankingRules(value: Json): string | null {
  if (!isStrings(value)) return 'expected an array of strings'
  const wrong = value.find((rule) => !PLAIN_RANKING_RULES.includes(rule) && !/^.+:(asc|desc)$/.test(rule))
  if (wrong === undefined) return null
  const valid =
    'Valid ranking rules are words, typo, sort, proximity, attribute, attributeRank, wordPosition, exactness and custom ranking rules.'
  return `\`${wrong}\` ranking rule is invalid. ${valid}`
}

function typoTolerance(value: Json): string | null {
  if (!isObject(value)) return 'expected an object'
  const sizes = value.minWordSizeForTypos
  if (!isObject(sizes)) return null
  const [one, two] = [sizes.oneTypo, sizes.twoTypos]
  if (typeof one !== 'number' || typeof two !== 'number' || (one <= two && two <= 255)) return null
  const rule = '`oneTypo` and `twoTypos` fields should be between `0` and `255`, and `twoTypos` should be greater or equals to `oneTypo`'
  return `\`minWordSizeForTypos\` setting is invalid. ${rule} but found \`oneTypo: ${one}\` and twoTypos: ${two}\`.`
}

const CHECKS: Record<keyof Settings, Check> = {
  displayedAttributes: strings,
  searchableAttributes: strings,
  filterableAttributes: filterable,
  sortableAttributes: strings,
  rankingRules,
  stopWords: strings,
  nonSeparatorTokens: strings,
  separatorTokens: strings,
  dictionary: strings,
  synonyms: (value) => (isObject(value) && Object.values(value).every(isStrings) ? null : 'expected an object of arrays of strings'),
  distinctAttribute: (value) => (typeof value === 'string' ? null : 'expected a string'),
  proximityPrecision: oneOf('byWord', 'byAttribute'),
  typoTolerance,
  faceting: (value) => (isObject(value) ? whole(value.maxValuesPerFacet ?? 0, '') : 'expected an object'),
  pagination: (value) => (isObject(value) ? whole(value.maxTotalHits ?? 0, '') : 'expected an object'),
  embedders: (value) => (isObject(value) ? null : 'expected an object'),
  searchCutoffMs: whole,
  localizedAttributes: (value) => (Array.isArray(value) ? null : 'expected an array'),
  facetSearch: (value) => (typeof value === 'boolean' ? null : 'expected a boolean'),
  prefixSearch: oneOf('indexingTime', 'disabled'),
}

export function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(CHECKS, name)
}

/** @throws what the server answers at once, before any task. */
export function checkedSettings(body: unknown): JsonObject {
  if (!isObject(body)) throw new Refusal('bad_request', 'Invalid value type: expected an object')
  for (const [name, value] of Object.entries(body)) {
    if (name === 'foreignKeys' || name === 'chat') throw unknownToDouble(`the setting \`${name}\``)
    if (!isSetting(name)) {
      const known = Object.keys(CHECKS).map((key) => `\`${key}\``)
      throw new Refusal('bad_request', `Unknown field \`${name}\`: expected one of ${known.join(', ')}`)
    }
    if (value === null) continue
    const wrong = CHECKS[name](value, name)
    if (wrong !== null) throw refuse(name, `Invalid value at \`.${name}\`: ${wrong}`)
    if ((name === 'embedders' || name === 'dictionary') && Object.keys(value).length > 0) throw unknownToDouble(`the setting \`${name}\``)
  }
  return body
}

function merged(old: JsonObject, change: JsonObject, fallback: JsonObject): JsonObject {
  const result = { ...old }
  for (const [key, value] of Object.entries(change)) {
    const [before, standard] = [result[key], fallback[key]]
    if (value === null && standard !== undefined) result[key] = standard
    else if (isObject(value) && isObject(before)) result[key] = merged(before, value, isObject(standard) ? standard : {})
    else result[key] = value
  }
  return result
}

function wholeRule(rule: Json): Json {
  if (!isObject(rule)) return rule
  const features = isObject(rule.features) ? rule.features : {}
  const filter = { equality: true, comparison: false, ...(isObject(features.filter) ? features.filter : {}) }
  return { attributePatterns: rule.attributePatterns ?? [], features: { facetSearch: features.facetSearch ?? false, filter } }
}

/** @param change checked already. */
export function changedSettings(old: Settings, change: JsonObject): Settings {
  const defaults = defaultSettings() as unknown as JsonObject
  const result = structuredClone(old) as unknown as JsonObject
  for (const [name, value] of Object.entries(change)) {
    const [before, standard] = [result[name], defaults[name]]
    if (value === null && standard !== undefined) result[name] = standard
    else if (MERGED.includes(name) && isObject(value) && isObject(before) && isObject(standard))
      result[name] = merged(before, value, standard)
    else if (name === 'filterableAttributes' && Array.isArray(value)) result[name] = value.map(wholeRule)
    else result[name] = value
  }
  for (const name of ['stopWords', 'nonSeparatorTokens', 'separatorTokens', 'dictionary', 'sortableAttributes']) {
    const list = result[name]
    if (isStrings(list)) result[name] = [...new Set(list)].sort()
  }
  return result as unknown as Settings
}
