// The vacancy index as the application sees it: it returns ids, never rows. The loader reads the rows with what the person may see.
import type { OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { EngineName } from '#app/domain/search/search-engine.ts'
import type { SynonymRule } from '#app/domain/search/synonym.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import type { CefrLevel, Contract, Shift, SupportOffered } from '#app/domain/vacancies/job-terms.ts'
import type { KeepUp } from '#db/change-feed/follower.ts'

export type VacancyQuery = {
  words: string
  near: { coordinates: Coordinates; radiusKm: number } | null
  municipality: string | null
  /** ISCO-08 codes; an occupation and a whole group chosen together widen each other. Empty = any, here and below. */
  occupations: readonly string[]
  groups: readonly string[]
  /** Any one of them is enough. */
  shifts: readonly Shift[]
  contracts: readonly Contract[]
  /** All of them must be offered. */
  support: readonly SupportOffered[]
  /** Gross cents for a full month; vacancies that state no pay are left out. Null = any. */
  payFromCents: number | null
  /** The highest level of Latvian that may be a must; vacancies that ask for none pass. Null = any. */
  latvianUpTo: CefrLevel | null
  /** Only vacancies whose employer has said what it accepts. */
  acceptanceStated: boolean
  /** Families of which the employer has said `accept`, all of them. Caseworkers alone may ask. */
  accepts: readonly OffenceFamily[]
  publishedSince: Instant | null
  sort: 'relevance' | 'newest' | 'pay' | 'distance'
  page: number
  pageSize: number
  /** Caseworkers also find closed vacancies. */
  visibilities: readonly ('public' | 'closed')[]
}

/** The query without words and filters. */
export const EVERY_VACANCY: VacancyQuery = {
  words: '',
  near: null,
  municipality: null,
  occupations: [],
  groups: [],
  shifts: [],
  contracts: [],
  support: [],
  payFromCents: null,
  latvianUpTo: null,
  acceptanceStated: false,
  accepts: [],
  publishedSince: null,
  sort: 'relevance',
  page: 1,
  pageSize: 20,
  visibilities: ['public'],
}

/**
 * Exact counts of the vacancies each choice of a filter would give, with the other filters as they are. Where any one chosen value is enough, the
 * other values chosen in the same filter are ignored; support and `accepts` must all be met, so theirs are kept. A level of Latvian counts lower ones too.
 */
export type Facets = {
  occupation: Record<string, number>
  group: Record<string, number>
  municipality: Record<string, number>
  shift: Record<string, number>
  contract: Record<string, number>
  support: Record<string, number>
  latvian: Record<string, number>
  acceptanceStated: number
  accepts: Record<string, number>
}

/** How the answer differs from what was typed: words were corrected, or left out. */
export type Relaxed = 'none' | 'typos' | 'some_words'

export { type EngineName } from '#app/domain/search/search-engine.ts'

/**
 * Why an answer is less than it should be: `engine_down` another engine than the usual one answered; `partial` the engine ran out of time;
 * `behind` changes made since `asOf` are not indexed yet.
 */
export type Degraded = 'engine_down' | 'partial' | 'behind'

export type VacancyHits = {
  total: number
  /** In order, one page: by tier (all words in the title, in title and facts, anywhere), then newest, then id, unless sorted otherwise. */
  ids: string[]
  /** Straight-line kilometres from `near`, by id; none when `near` is null or the vacancy has no place. */
  distanceKm: Record<string, number>
  facets: Facets
  relaxed: Relaxed
  /** The typed words with corrections; null when nothing was corrected. */
  corrected: string | null
  /** Typed words that were left out. */
  left: string[]
  /** What to highlight in the texts shown. */
  highlightTerms: HighlightTerms
  engine: EngineName
  degraded: Degraded[]
  asOf: Instant
}

/** The stems and prefixes that were searched for. */
export type HighlightTerms = { stems: string[]; prefixes: string[] }

export type Suggestion = { text: string; vacancies: number }

/** The state of an engine, for `/readyz`, metrics and `npm run search -- status`. */
export type IndexState = {
  engine: EngineName
  /** False when the usual engine is not the one that answers. */
  usual: boolean
  documents: number
  asOf: Instant
  analysis: number
}

/** What a change of the synonym rules would do: rule `without` taken away, `rule` put in. */
export type SynonymChange = { without: string | null; rule: SynonymRule | null }
/** Vacancies that a search for the phrase finds without and with the change, public and closed. `newIds`: found only with it, the newest first. */
export type SynonymPreview = { phrase: string; before: number; after: number; newIds: string[] }

export type VacancyIndex = {
  /** Rejects with `IndexDown` when it cannot answer: never an empty answer for a failure. */
  search: (query: VacancyQuery) => Promise<VacancyHits>
  /** Completions of what is being typed, best first. @param language of who types: occupations are offered in another one only when in this one there is none. */
  suggest: (typed: string, language: 'lv' | 'ru' | 'en', most: number) => Promise<Suggestion[]>
  /** Changes nothing. @param most of the `newIds` of each phrase. */
  previewSynonyms: (change: SynonymChange, phrases: string[], most: number) => Promise<SynonymPreview[]>
  /** Applies the change feed; safe to call at any time. */
  catchUp: () => Promise<void>
  /** Follows the change feed in the background until it is stopped. */
  keepUp: KeepUp
  ping: () => Promise<void>
  state: () => Promise<IndexState>
  close: () => Promise<void>
}

export class IndexDown extends Error {
  override readonly name = 'IndexDown'
}

/** Checked by name: the engine and the pages may have two copies of the class (docs/decisions/0003). */
export function isIndexDown(error: unknown): boolean {
  return error instanceof Error && error.name === 'IndexDown'
}
