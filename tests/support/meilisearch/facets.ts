// Counts beside the choices: how many of the found documents hold each value, and the range of the numbers. After the server's source.
import { filterablePatterns, isFilterable, rulingOn } from './attribute-patterns.ts'
import { textsInOrder, type Column } from './columns.ts'
import type { DocSet } from './doc-set.ts'
import { columnOf, type SearchIndex } from './indexes.ts'
import { Refusal } from './refusal.ts'

export type Facets = {
  facetDistribution: Record<string, Record<string, number>>
  facetStats: Record<string, { min: number; max: number }>
}

function checkFacets({ settings }: SearchIndex, facets: readonly string[], code: string): void {
  const wrong = facets.filter((facet) => facet !== '*' && !isFilterable(facet, settings.filterableAttributes)).sort()
  const [first] = wrong
  if (first === undefined) return
  const patterns = filterablePatterns(settings.filterableAttributes)
  const none = 'This index does not have configured filterable attributes.'
  const known = patterns.length === 0 ? none : `Available filterable attributes patterns are: \`${patterns.join(', ')}\`.`
  const rule = rulingOn(first, settings.filterableAttributes)?.rule
  const hint = `but this rule does not enable filtering.\nHint: enable filtering in rule #${rule} by modifying the features.filter object`
  const before = `\nHint: prepend another rule matching \`${first}\` with appropriate filter features before rule #${rule}`
  const matched = `Attribute \`${first}\` matched rule #${rule} in filterableAttributes, ${hint}${before}`
  const one = rule === undefined ? `Attribute \`${first}\` is not filterable. ${known}` : matched
  const many = `Attributes \`${wrong.join(', ')}\` are not filterable. ${known}`
  throw new Refusal(code, `Invalid facet distribution: ${wrong.length === 1 ? one : many}`)
}

function countIn(docs: Iterable<number>, found: DocSet): number {
  let count = 0
  for (const doc of docs) count += found[doc] ?? 0
  return count
}

/** Number values first, then texts in their order, each text as its first document writes it. */
function valuesOf(column: Column, found: DocSet): [string, number][] {
  const numbers = [...column.numbers].sort(([one], [other]) => one - other)
  const values = numbers.map(([value, docs]): [string, number] => [String(value), countIn(docs, found)])
  for (const text of textsInOrder(column)) {
    const docs = column.texts.get(text) ?? new Map<number, string>()
    const first = Math.min(...[...docs.keys()].filter((doc) => found[doc] === 1))
    values.push([docs.get(first) ?? text, countIn(docs.keys(), found)])
  }
  return values.filter(([, count]) => count > 0)
}

/** @param code the search route and multi-search name the same refusal differently. */
export function facetsOf(index: SearchIndex, facets: readonly string[], found: DocSet, code = 'invalid_search_facets'): Facets {
  checkFacets(index, facets, code)
  const { faceting, filterableAttributes } = index.settings
  const all = [...index.knownFields].filter((field) => isFilterable(field, filterableAttributes)).sort()
  const result: Facets = { facetDistribution: {}, facetStats: {} }
  for (const field of facets.includes('*') ? all : [...facets].sort()) {
    const column = columnOf(index, field)
    const values = valuesOf(column, found)
    const order = faceting.sortFacetValuesBy[field] ?? faceting.sortFacetValuesBy['*']
    if (order === 'count') values.sort(([, one], [, other]) => other - one)
    result.facetDistribution[field] = Object.fromEntries(values.slice(0, faceting.maxValuesPerFacet))
    const numbers = [...column.numbers].filter(([, docs]) => countIn(docs, found) > 0).map(([number]) => number)
    if (numbers.length > 0) result.facetStats[field] = { min: Math.min(...numbers), max: Math.max(...numbers) }
  }
  return result
}
