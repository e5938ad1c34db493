// What a server does only when its experimental features are switched on; of these the double knows the filters within texts.
import { filterOf, type Filter } from './filter-grammar.ts'
import { isObject, type JsonObject } from './json.ts'
import { Refusal, unknownToDouble } from './refusal.ts'

export type Features = { containsFilter: boolean }

function withinTexts(filter: Filter): string | null {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.of.map(withinTexts).find((found) => found !== null) ?? null
  if (filter.kind === 'not') return withinTexts(filter.of)
  if (filter.kind === 'starts') return 'STARTS WITH'
  return filter.kind === 'contains' ? 'CONTAINS' : null
}

/** @throws BadFilter, and a refusal when it uses what is not switched on. */
export function allowedFilter(value: unknown, { containsFilter }: Features): Filter | null {
  const filter = filterOf(value)
  const operator = filter === null || containsFilter ? null : withinTexts(filter)
  if (operator === null) return filter
  const needs = 'requires enabling the `contains filter` experimental feature. See https://github.com/orgs/meilisearch/discussions/763'
  throw new Refusal('feature_not_enabled', `Using \`${operator}\` in a filter ${needs}`)
}

export function changeFeatures(features: Features, body: unknown): JsonObject {
  if (!isObject(body)) throw new Refusal('bad_request', 'Invalid value type: expected an object')
  for (const [name, value] of Object.entries(body)) {
    if (name !== 'containsFilter') throw unknownToDouble(`the feature \`${name}\``)
    features.containsFilter = value === true
  }
  return { ...features }
}
