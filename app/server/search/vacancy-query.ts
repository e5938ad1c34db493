// From what a person typed to what the index is asked.
import { centreOf, findMunicipality, findPlace } from '#app/domain/places/places.ts'
import type { Spot } from '#app/domain/vacancies/vacancy.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { DAY_MS, type Instant } from '#app/domain/shared/day.ts'
import { looserSearches, type Looser } from '#app/forms/search/chosen-filters.ts'
import type { VacancySearch } from '#app/forms/search/vacancy-search.ts'
import type { VacancyIndex, VacancyQuery } from '#search/index/port.ts'

/** How a place was understood: around a spot, a whole municipality, or not at all. */
export type SearchArea =
  | { kind: 'anywhere' }
  /** Without a name it is around whoever asks. */
  | { kind: 'around'; name: string | null; spot: Spot; radiusKm: number }
  | { kind: 'within'; name: string; municipality: string }
  | { kind: 'unknown' }

const USUAL_RADIUS_KM = 25

/** A town is its surroundings; a novads is all of it, unless a distance is asked for. */
export function searchAreaOf({ near, here, radiusKm }: Pick<VacancySearch, 'near' | 'here' | 'radiusKm'>): SearchArea {
  if (here) return { kind: 'around', name: null, spot: here, radiusKm: radiusKm ?? USUAL_RADIUS_KM }
  if (near === '') return { kind: 'anywhere' }
  const place = findPlace(near)
  if (place) return { kind: 'around', name: place.name, spot: place.spot, radiusKm: radiusKm ?? USUAL_RADIUS_KM }
  const municipality = findMunicipality(near)
  if (!municipality) return { kind: 'unknown' }
  const centre = centreOf(near)
  if (radiusKm === null || !centre) return { kind: 'within', name: municipality.name, municipality: municipality.code }
  return { kind: 'around', name: centre.name, spot: centre.spot, radiusKm }
}

/** Whose eyes, and when. */
export type Audience = { visibilities: VacancyQuery['visibilities']; now: Instant }

/** A place nobody knows is left out of the question; the page says so beside the field. */
export function queryOf(search: VacancySearch, where: SearchArea, { visibilities, now }: Audience): VacancyQuery {
  return {
    words: search.q,
    near: where.kind === 'around' ? { spot: where.spot, radiusKm: where.radiusKm } : null,
    municipality: search.municipality ?? (where.kind === 'within' ? where.municipality : null),
    occupations: search.occupation,
    groups: search.group,
    shifts: search.shift,
    contracts: search.contract,
    support: search.support,
    payFromCents: search.payFrom === null ? null : search.payFrom * 100,
    latvianUpTo: search.latvian,
    acceptanceStated: search.stated,
    accepts: search.accepts,
    publishedSince: search.since === null ? null : now - search.since * DAY_MS,
    sort: search.sort,
    page: search.page,
    pageSize: search.pageSize,
    visibilities,
  }
}

/** Caseworkers and coordinators find closed vacancies too, and may ask what an employer accepts. */
export function isStaff({ kind }: Actor): boolean {
  return kind === 'caseworker' || kind === 'coordinator'
}

export function visibilitiesOf(actor: Actor): VacancyQuery['visibilities'] {
  return isStaff(actor) ? ['public', 'closed'] : ['public']
}

/** What would be found with less asked; only what finds something, most first. */
export async function listLooser(index: VacancyIndex, search: VacancySearch, asked: Audience) {
  for (const searches of looserSearches(search)) {
    const found: (Looser & { total: number })[] = []
    for (const looser of searches) {
      const { total } = await index.search(queryOf(looser.search, searchAreaOf(looser.search), asked))
      if (total > 0) found.push({ ...looser, total })
    }
    if (found.length > 0) return found.toSorted((a, b) => b.total - a.total)
  }
  return []
}
