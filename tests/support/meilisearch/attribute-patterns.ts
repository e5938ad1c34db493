// Which setting speaks of which field: plain names reach what is nested in them, patterns may have a star at either end.
import { type FilterableRule, type Settings } from './settings.ts'

export type Features = { facetSearch: boolean; equality: boolean; comparison: boolean }

export function covers(name: string, field: string): boolean {
  return name === '*' || field === name || field.startsWith(`${name}.`)
}

export function patternCovers(pattern: string, field: string): boolean {
  if (pattern.length > 1 && pattern.startsWith('*') && pattern.endsWith('*')) return field.includes(pattern.slice(1, -1))
  if (pattern.length > 1 && pattern.startsWith('*')) return field.endsWith(pattern.slice(1))
  if (pattern.endsWith('*')) return field.startsWith(pattern.slice(0, -1))
  return covers(pattern, field)
}

/** The first rule that matches decides, whatever later ones say. */
export function rulingOn(field: string, rules: readonly FilterableRule[]): { rule: number; features: Features } | null {
  const rule = rules.findIndex((one) =>
    typeof one === 'string' ? covers(one, field) : one.attributePatterns.some((pattern) => patternCovers(pattern, field)),
  )
  const found = rules[rule]
  if (found === undefined) return null
  if (typeof found === 'string') return { rule, features: { facetSearch: true, equality: true, comparison: true } }
  return { rule, features: { facetSearch: found.features.facetSearch, ...found.features.filter } }
}

export function isFilterable(field: string, rules: readonly FilterableRule[]): boolean {
  const found = rulingOn(field, rules)
  return found !== null && (found.features.equality || found.features.comparison)
}

export function filterablePatterns(rules: readonly FilterableRule[]): string[] {
  const names = rules.flatMap((rule) => {
    if (typeof rule === 'string') return [rule]
    return rule.features.filter.equality || rule.features.filter.comparison ? rule.attributePatterns : []
  })
  return [...new Set(names)].sort()
}

/** Only the plain name counts: a pattern `_geo` among granular rules does not switch places on. */
export function filtersPlaces(settings: Settings): boolean {
  return settings.filterableAttributes.includes('_geo')
}

export function sortsPlaces(settings: Settings): boolean {
  return settings.sortableAttributes.includes('_geo')
}
