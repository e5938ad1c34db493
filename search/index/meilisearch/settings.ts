// How Meilisearch is to index and rank vacancies: owned by this file, applied by a task of its own, known by a key.
import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'
import type { SynonymRule } from '#app/domain/search/synonym.ts'
import { WORD_FIELDS } from '../document.ts'
import { meaningsOf } from '#search/index/query/synonyms.ts'

/**
 * Any change of what is below takes the next number. While nodes of two versions run side by side during an upgrade the newer one's settings
 * stay: an older node never puts its own back.
 */
export const SETTINGS_VERSION = 1

/** Longer than any search should take, and well within what a reader waits: what it has by then is answered, less well ordered. */
export const SEARCH_CUTOFF_MS = 500
/** Meilisearch looks at no more words of a query than this. */
export const MOST_WORDS = 10
/** Every page that the form can ask for (100,000 of 20): the cap would otherwise end the list before its own total. */
const MOST_HITS = 2_000_000
/** More than there are occupations, groups and municipalities together: a count that is cut off is a count that is wrong. */
const MOST_FACET_VALUES = 2000

const compared = { facetSearch: false, filter: { equality: false, comparison: true } }
const matched = { facetSearch: false, filter: { equality: true, comparison: false } }

/**
 * The order, as near to the port's as these rules come. A chosen sort goes first, for a page sorted by pay is sorted by pay. Then the fields the
 * words stand in, then newest, then id. What differs: Meilisearch adds up the fields of all words (title 0, meta 1, body 2). "All in the
 * title" comes first in both; below that title + body (2) stands beside meta + meta (2), where the port would put the second first.
 *
 * Typing errors are corrected by the query plan, the same for both engines: Meilisearch's own tolerance would bring similar
 * words in beside matching ones, into the totals and between the rows of a sorted page, and would not say so.
 */
const OWNED = {
  rankingRules: ['sort', 'words', 'attributeRank', 'publishedAt:desc', 'order:asc'],
  searchableAttributes: [...WORD_FIELDS],
  filterableAttributes: [
    { attributePatterns: ['publishedAt', 'expiresAt', 'monthlyCents'], features: compared },
    {
      attributePatterns: ['visibility', 'occupation', 'group', 'municipality', 'shifts', 'contract', 'support', 'accepts', 'stated'],
      features: matched,
    },
    { attributePatterns: ['latvian'], features: { facetSearch: false, filter: { equality: true, comparison: true } } },
    '_geo',
  ],
  sortableAttributes: ['publishedAt', 'monthlyCents', 'order', '_geo'],
  displayedAttributes: ['id', 'rev', '_geo'],
  stopWords: [],
  typoTolerance: { enabled: false, disableOnNumbers: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  proximityPrecision: 'byAttribute',
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: MOST_HITS },
  facetSearch: false,
  prefixSearch: 'indexingTime',
  separatorTokens: [],
  nonSeparatorTokens: [],
  dictionary: [],
  distinctAttribute: null,
  localizedAttributes: null,
  searchCutoffMs: SEARCH_CUTOFF_MS,
} satisfies Settings

/** The same synonyms as in the query plan, a phrase a key. */
export function synonymsOf(rules: readonly SynonymRule[]): Record<string, string[]> {
  const rows = [...meaningsOf(rules)].map(([phrase, also]) => [phrase, also.map((stems) => stems.join(' ')).sort()] as const)
  return Object.fromEntries(rows.filter(([, also]) => also.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function settingsOf(rules: readonly SynonymRule[]): Settings {
  return { ...OWNED, synonyms: synonymsOf(rules) }
}

function digest(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('base64url').slice(0, 12)
}

const OWNED_KEY = `${String(SETTINGS_VERSION)}.${digest(OWNED)}`

/** Version, what this file owns, and the synonyms. */
export function settingsKey(rules: readonly SynonymRule[]): string {
  return `${OWNED_KEY}.${digest(synonymsOf(rules))}`
}

/** Whether an index with that key answers as this version of the program expects; synonyms that are late make it late, not wrong. */
export function answersAlike(key: string): boolean {
  return key.startsWith(`${OWNED_KEY}.`)
}

/** Whether a newer version of the program has set it up. */
export function isNewer(key: string): boolean {
  const version = Number(key.split('.')[0])
  return Number.isInteger(version) && version > SETTINGS_VERSION
}
