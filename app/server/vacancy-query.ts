// From what a person typed to what the index is asked.
import { findMunicipality, findPlace, placesOf } from '#app/domain/places.ts'
import type { Spot } from '#app/domain/vacancy.ts'
import type { Actor } from '#app/domain/actor.ts'
import { looserSearches, type Looser, type VacancySearch } from '#app/forms/vacancy-search.ts'
import type { VacancyIndex, VacancyQuery } from '#search/index/port.ts'

/** How a place was understood: around a spot, a whole municipality, or not at all. */
export type Whereabouts =
  | { kind: 'anywhere' }
  | { kind: 'around'; name: string; spot: Spot; radiusKm: number }
  | { kind: 'within'; name: string; municipality: string }
  | { kind: 'unknown' }

const USUAL_RADIUS_KM = 25

/** A town is its surroundings; a novads is all of it, unless a distance is asked for. */
export function whereaboutsOf({ near, radiusKm }: Pick<VacancySearch, 'near' | 'radiusKm'>): Whereabouts {
  if (near === '') return { kind: 'anywhere' }
  const place = findPlace(near)
  if (place) return { kind: 'around', name: place.name, spot: place.spot, radiusKm: radiusKm ?? USUAL_RADIUS_KM }
  const municipality = findMunicipality(near)
  if (!municipality) return { kind: 'unknown' }
  const [centre] = placesOf(municipality.code)
  if (radiusKm === null || !centre) return { kind: 'within', name: municipality.name, municipality: municipality.code }
  return { kind: 'around', name: centre.name, spot: centre.spot, radiusKm }
}

/** A place nobody knows is left out of the question; the page says so beside the field. */
export function queryOf(search: VacancySearch, where: Whereabouts, visibilities: VacancyQuery['visibilities']): VacancyQuery {
  return {
    words: search.q,
    near: where.kind === 'around' ? { spot: where.spot, radiusKm: where.radiusKm } : null,
    municipality: search.municipality ?? (where.kind === 'within' ? where.municipality : null),
    occupations: search.occupation,
    groups: search.group,
    shifts: search.shift,
    support: search.support,
    acceptanceStated: search.stated,
    sort: search.sort,
    page: search.page,
    pageSize: search.pageSize,
    visibilities,
  }
}

/** Caseworkers and coordinators find closed vacancies too. */
export function visibilitiesOf(actor: Actor): VacancyQuery['visibilities'] {
  return actor.kind === 'caseworker' || actor.kind === 'coordinator' ? ['public', 'closed'] : ['public']
}

/** What would be found with less asked; only what finds something, most first. */
export async function listLooser(index: VacancyIndex, search: VacancySearch, visibilities: VacancyQuery['visibilities']) {
  for (const searches of looserSearches(search)) {
    const found: (Looser & { total: number })[] = []
    for (const looser of searches) {
      const { total } = await index.search(queryOf(looser.search, whereaboutsOf(looser.search), visibilities))
      if (total > 0) found.push({ ...looser, total })
    }
    if (found.length > 0) return found.toSorted((a, b) => b.total - a.total)
  }
  return []
}
