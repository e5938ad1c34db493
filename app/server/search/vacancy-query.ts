// From the search form to the query of the index.
import { searchAreaOf, type SearchArea } from '#app/domain/places/search-area.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { DAY_MS, type Instant } from '#app/domain/shared/day.ts'
import { looserSearches, type Looser } from '#app/forms/search/chosen-filters.ts'
import type { VacancySearch } from '#app/forms/search/vacancy-search.ts'
import type { VacancyIndex, VacancyQuery } from '#search/index/port.ts'

/** Which vacancies this person may find, and when. */
export type Audience = { visibilities: VacancyQuery['visibilities']; now: Instant }

/** A place that is not known is left out of the query; the page says so beside the field. */
export function queryOf(search: VacancySearch, where: SearchArea, { visibilities, now }: Audience): VacancyQuery {
  return {
    words: search.q,
    near: where.kind === 'around' ? { coordinates: where.coordinates, radiusKm: where.radiusKm } : null,
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
