// Which vacancies a query lets through, and the counts beside the filters.
import { distanceKm } from '#app/domain/geo.ts'
import type { VacancyDocument } from './document.ts'
import type { Facets, VacancyQuery } from './port.ts'

/** What a vacancy can fail on. The counts of one leave that one's own choice out of account. */
type Dimension = 'near' | 'kind' | 'municipality' | 'shift' | 'support' | 'stated'

function failures(document: VacancyDocument, query: VacancyQuery, km: number | null): Dimension[] {
  const failed: Dimension[] = []
  if (query.near && (km === null || km > query.near.radiusKm)) failed.push('near')
  if (query.municipality !== null && document.municipality !== query.municipality) failed.push('municipality')
  if (!ofKind(document, query)) failed.push('kind')
  if (query.shifts.length > 0 && !query.shifts.some((shift) => document.shifts.includes(shift))) failed.push('shift')
  if (!query.support.every((support) => document.support.includes(support))) failed.push('support')
  if (query.acceptanceStated && !document.acceptanceStated) failed.push('stated')
  return failed
}

/** An occupation and a whole group chosen together widen each other. */
function ofKind({ occupation, group }: VacancyDocument, { occupations, groups }: VacancyQuery): boolean {
  if (occupations.length === 0 && groups.length === 0) return true
  return (occupation !== null && occupations.includes(occupation)) || (group !== null && groups.includes(group))
}

function add(counts: Record<string, number>, name: string | null): void {
  if (name !== null) counts[name] = (counts[name] ?? 0) + 1
}

export type Filtered = { passed: VacancyDocument[]; distances: Map<string, number>; facets: Facets }

/**
 * Exact counts in one pass. Beside a choice of which any one is enough (occupation, municipality, shift) stands how many it would bring, whatever
 * else is chosen of its kind; beside support, of which all chosen must be offered, how many would be left.
 */
export function applyFilters(documents: Iterable<VacancyDocument>, query: VacancyQuery): Filtered {
  const facets: Facets = { occupation: {}, group: {}, municipality: {}, shift: {}, support: {}, acceptanceStated: 0 }
  const passed: VacancyDocument[] = []
  const distances = new Map<string, number>()
  for (const document of documents) {
    const km = query.near && document.spot ? distanceKm(query.near.spot, document.spot) : null
    const failed = failures(document, query, km)
    if (failed.length > 1) continue
    const counts = (dimension: Dimension) => failed.length === 0 || failed[0] === dimension
    if (counts('kind')) {
      add(facets.occupation, document.occupation)
      add(facets.group, document.group)
    }
    if (counts('municipality')) add(facets.municipality, document.municipality)
    if (counts('shift')) for (const shift of document.shifts) add(facets.shift, shift)
    if (counts('stated') && document.acceptanceStated) facets.acceptanceStated += 1
    if (failed.length > 0) continue
    for (const support of document.support) add(facets.support, support)
    passed.push(document)
    if (km !== null) distances.set(document.id, km)
  }
  return { passed, distances, facets }
}
