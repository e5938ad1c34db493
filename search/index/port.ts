// The vacancy index as the house sees it: ids out, never rows. The loader reloads the rows with visibility applied again.
import type { Spot } from '#app/domain/vacancy.ts'
import type { Shift, SupportOffered } from '#app/domain/work.ts'
import type { KeepUp } from '#db/follower.ts'

export type VacancyQuery = {
  words: string
  near: { spot: Spot; radiusKm: number } | null
  municipality: string | null
  /** ISCO-08 codes; empty = any. */
  occupations: readonly string[]
  groups: readonly string[]
  shifts: readonly Shift[]
  support: readonly SupportOffered[]
  /** Only vacancies whose employer has said what it accepts. */
  acceptanceStated: boolean
  sort: 'relevance' | 'newest' | 'pay' | 'distance'
  page: number
  pageSize: number
  /** Caseworkers also find closed vacancies. */
  visibilities: readonly ('public' | 'closed')[]
}

export type Facets = {
  occupation: Record<string, number>
  group: Record<string, number>
  municipality: Record<string, number>
  shift: Record<string, number>
  support: Record<string, number>
  acceptanceStated: number
}

export type VacancyHits = {
  total: number
  /** In order, one page. */
  ids: string[]
  /** Straight-line kilometres from `near`, by id; none when `near` is null or the vacancy has no place. */
  distanceKm: Record<string, number>
  facets: Facets
  /** How the words were understood, when not every one was met as typed. */
  relaxed: 'none' | 'typos' | 'some_words'
}

export type VacancyIndex = {
  readonly engine: string
  /** Rejects with `IndexDown` when it cannot answer: never an empty answer for a failure. */
  search(query: VacancyQuery): Promise<VacancyHits>
  /** Brings itself up to the change feed. Called before each answer; safe to call at any time. */
  catchUp(): Promise<void>
  /** Follows the feed without being asked, until it is stopped. */
  keepUp: KeepUp
  ping(): Promise<void>
}

export class IndexDown extends Error {
  override readonly name = 'IndexDown'
}

/** Told by its name: the engine and the pages may hold two copies of the class (docs/decisions/0003). */
export function isIndexDown(error: unknown): boolean {
  return error instanceof Error && error.name === 'IndexDown'
}
