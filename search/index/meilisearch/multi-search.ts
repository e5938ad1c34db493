// One search as a multi-search request to Meilisearch (page and facets), and how its answer is read.
import type { MultiSearchQuery } from 'meilisearch'
import { z } from 'zod'
import { distanceKm } from '#app/domain/places/coordinates.ts'
import { CEFR_LEVELS, type CefrLevel } from '#app/domain/vacancies/job-terms.ts'
import type { Facets, VacancyQuery } from '../port.ts'
import { MeilisearchError } from './errors.ts'
import { allOf, chosen, isOnGlobe, type Counted, type Filters } from './filter.ts'
import { LIVE_INDEX } from './server.ts'
import { SEARCH_CUTOFF_MS } from './settings.ts'
import { levelOf } from '../document.ts'

const COUNTED_BY = {
  kind: ['occupation', 'group'],
  municipality: ['municipality'],
  shift: ['shifts'],
  contract: ['contract'],
  latvian: ['latvian'],
  stated: ['stated'],
} satisfies Record<Counted, string[]>

/** Every vacancy has one visibility, so its counts add up to the total; `totalHits` is capped, they are not. */
const COUNTED_WITH_ALL = ['visibility', 'support', 'accepts']

/** Relevance without words means nearest where a place is known, else newest. */
function sortOf({ sort, near }: VacancyQuery, hasWords: boolean): string[] {
  const asked = sort === 'relevance' && !hasWords ? 'distance' : sort
  // Named here too: otherwise the ranking rules would first order by the fields that match.
  const newest = ['publishedAt:desc', 'order:asc']
  if (asked === 'pay') return ['monthlyCents:desc', ...newest]
  if (asked === 'distance' && near && isOnGlobe(near))
    return [`_geoPoint(${near.coordinates.lat.toFixed(7)}, ${near.coordinates.lon.toFixed(7)}):asc`, ...newest]
  // The ranking rules end in newest and then the id.
  return asked === 'relevance' ? [] : newest
}

function question(q: string, filter: string[]): MultiSearchQuery {
  return { indexUid: LIVE_INDEX, q, filter, matchingStrategy: 'all', attributesToRetrieve: ['id'] }
}

/** The page, and for each filter that is in use a query without it, for its facet. */
export function pageQueries(q: string, query: VacancyQuery, filters: Filters): MultiSearchQuery[] {
  const leftOut = chosen(filters)
  const counted = (Object.keys(COUNTED_BY) as Counted[]).filter((dimension) => !leftOut.includes(dimension))
  const sort = sortOf(query, q.trim() !== '')
  const page: MultiSearchQuery = {
    ...question(q, allOf(filters)),
    facets: [...COUNTED_WITH_ALL, ...counted.flatMap((dimension) => COUNTED_BY[dimension])],
    attributesToRetrieve: query.near ? ['id', '_geo'] : ['id'],
    page: query.page,
    hitsPerPage: query.pageSize,
    ...(sort.length > 0 ? { sort } : {}),
  }
  return [page, ...leftOut.map((dimension) => ({ ...question(q, allOf(filters, dimension)), facets: COUNTED_BY[dimension], limit: 0 }))]
}

/** Counts what the words find for this audience, without filters. */
export function countQuery(q: string, filters: Filters): MultiSearchQuery {
  return { ...question(q, [...filters.seen]), limit: 0 }
}

const counts = z.record(z.string(), z.number())
const result = z.object({
  hits: z.array(z.object({ id: z.string(), _geo: z.object({ lat: z.number(), lng: z.number() }).nullish() })),
  processingTimeMs: z.number(),
  facetDistribution: z.record(z.string(), counts).optional(),
  estimatedTotalHits: z.number().optional(),
  totalHits: z.number().optional(),
})
const answers = z.object({ results: z.array(result) })
export type Result = z.infer<typeof result>

/** Validates the answer. Throws `MeilisearchError` (`unexpected_answer`). */
export function readResults(answer: unknown, questions: number): Result[] {
  const read = answers.safeParse(answer)
  if (!read.success || read.data.results.length !== questions) throw new MeilisearchError('down', 'unexpected_answer')
  return read.data.results
}

export function countIn({ estimatedTotalHits, totalHits }: Result): number {
  return totalHits ?? estimatedTotalHits ?? 0
}

/** Vacancies that ask for no level are within every level. */
function upToEach(byNumber: Record<string, number>): Record<string, number> {
  const within = (level: CefrLevel) =>
    Object.entries(byNumber).reduce((sum, [number, count]) => (Number(number) <= levelOf(level) ? sum + count : sum), 0)
  return Object.fromEntries(CEFR_LEVELS.map((level) => [level, within(level)] as const).filter(([, count]) => count > 0))
}

export type Page = { total: number; ids: string[]; distanceKm: Record<string, number>; facets: Facets; partial: boolean }

/** @param results of `pageQuestions`, in the same order */
export function pageIn(results: readonly Result[], { near }: VacancyQuery): Page {
  const [page, ...others] = results
  if (!page?.facetDistribution) throw new MeilisearchError('down', 'unexpected_answer')
  // The facet of a filter in use is in the result of its own query, and in no other.
  const counted: Record<string, Record<string, number> | undefined> = Object.fromEntries(
    [page, ...others].flatMap(({ facetDistribution }) => Object.entries(facetDistribution ?? {})),
  )
  const of = (attribute: string) => counted[attribute] ?? {}
  const distances = page.hits.flatMap(({ id, _geo }) =>
    near && _geo ? [[id, distanceKm(near.coordinates, { lat: _geo.lat, lon: _geo.lng })] as const] : [],
  )
  return {
    total: Object.values(of('visibility')).reduce((sum, count) => sum + count, 0),
    ids: page.hits.map(({ id }) => id),
    distanceKm: Object.fromEntries(distances),
    facets: {
      occupation: of('occupation'),
      group: of('group'),
      municipality: of('municipality'),
      shift: of('shifts'),
      contract: of('contract'),
      support: of('support'),
      latvian: upToEach(of('latvian')),
      acceptanceStated: of('stated')['true'] ?? 0,
      accepts: of('accepts'),
    },
    // The server does not send its `degraded` flag; how long it took tells that the time was up.
    partial: results.some(({ processingTimeMs }) => processingTimeMs >= SEARCH_CUTOFF_MS),
  }
}
