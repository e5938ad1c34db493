// The settings of an index: what they are by default, and how a change is merged into them.
import { z } from 'zod'
import { Refusal } from './refusal.ts'

const texts = z.array(z.string())
const features = z.strictObject({
  facetSearch: z.boolean(),
  filter: z.strictObject({ equality: z.boolean(), comparison: z.boolean() }),
})

const settings = z.strictObject({
  displayedAttributes: texts.default(['*']),
  searchableAttributes: texts.default(['*']),
  filterableAttributes: z.array(z.union([z.string(), z.strictObject({ attributePatterns: texts, features })])).default([]),
  sortableAttributes: texts.default([]),
  rankingRules: texts.default(['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness']),
  stopWords: texts.default([]),
  separatorTokens: texts.default([]),
  nonSeparatorTokens: texts.default([]),
  dictionary: texts.default([]),
  synonyms: z.record(z.string(), texts).default({}),
  distinctAttribute: z.string().nullable().default(null),
  proximityPrecision: z.enum(['byWord', 'byAttribute']).default('byWord'),
  typoTolerance: z
    .strictObject({
      enabled: z.boolean().default(true),
      minWordSizeForTypos: z.strictObject({ oneTypo: z.int(), twoTypos: z.int() }).default({ oneTypo: 5, twoTypos: 9 }),
      disableOnWords: texts.default([]),
      disableOnAttributes: texts.default([]),
      disableOnNumbers: z.boolean().default(false),
    })
    .prefault({}),
  faceting: z
    .strictObject({
      maxValuesPerFacet: z.int().default(100),
      sortFacetValuesBy: z.record(z.string(), z.enum(['alpha', 'count'])).default({ '*': 'alpha' }),
    })
    .prefault({}),
  pagination: z.strictObject({ maxTotalHits: z.int().default(1000) }).prefault({}),
  searchCutoffMs: z.int().nullable().default(null),
  localizedAttributes: z.array(z.unknown()).nullable().default(null),
  facetSearch: z.boolean().default(true),
  prefixSearch: z.enum(['indexingTime', 'disabled']).default('indexingTime'),
})
export type Settings = z.infer<typeof settings>

export const DEFAULT_SETTINGS: Settings = settings.parse({})

const MERGED = ['typoTolerance', 'faceting', 'pagination'] as const

/** Null puts a setting back to its default. @throws Refusal when there is no such setting, or no such value of it. */
export function changedSettings(current: Settings, change: Record<string, unknown>): Settings {
  const merged = MERGED.filter((name) => change[name]).map((name) => [name, { ...current[name], ...(change[name] as object) }])
  const read = settings.safeParse({ ...current, ...change, ...Object.fromEntries(merged) })
  if (read.success) return read.data
  const [issue] = read.error.issues
  const name = String(issue?.path[0] ?? '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  throw new Refusal(name === '' ? 'bad_request' : `invalid_settings_${name}`, issue?.message ?? '')
}

/** Whether documents are filtered by this field so: names as they are, without patterns. @param by any way when nothing is said */
export function isFilterable({ filterableAttributes }: Settings, field: string, by?: 'equality' | 'comparison'): boolean {
  return filterableAttributes.some((rule) =>
    typeof rule === 'string' ? rule === field : rule.attributePatterns.includes(field) && (by === undefined || rule.features.filter[by]),
  )
}
