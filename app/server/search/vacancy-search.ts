// A search for vacancies as a page asks for it: answered by the index, and loaded from the store with what this person may see.
import { data, redirect, type AppLoadContext } from '@remix-run/node'
import type { Actor } from '#app/domain/shared/actor.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import { nearPlaceNames } from '#app/domain/places/suggestions.ts'
import { searchAreaOf } from '#app/domain/places/search-area.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { asAskedBy, searchParams, vacancySearch, type VacancySearch } from '#app/forms/search/vacancy-search.ts'
import type { paths } from '#app/paths.ts'
import { listVacancyLines } from '#db/vacancies/vacancies.ts'
import { isIndexDown, type VacancyHits } from '#search/index/port.ts'
import { highlightsByLine } from './result-highlights.ts'
import { noteAnswer } from './note-answer.ts'
import { isStaff, listLooser, queryOf, visibilitiesOf } from './vacancy-query.ts'

/** What is less than it should be, as the page says it; nothing when all is well. */
function shortcomingsOf({ degraded, asOf }: VacancyHits, now: Instant) {
  return degraded.map((kind) => (kind === 'behind' ? { kind, asOf, today: dayOf(asOf) === dayOf(now) } : { kind }))
}

async function answerOf(context: AppLoadContext, actor: Actor, search: VacancySearch, address: typeof paths.vacancies) {
  const now = context.now()
  const asked = { visibilities: visibilitiesOf(actor), now }
  const before = performance.now()
  const query = queryOf(search, searchAreaOf(search), asked)
  const hits = await context.index.search(query)
  noteAnswer(context.tally, query, hits, { tookMs: performance.now() - before, by: context.client })
  const pages = Math.max(1, Math.ceil(hits.total / search.pageSize))
  if (search.page > pages) throw redirect(address(searchParams({ ...search, page: pages })))
  const lines = await listVacancyLines(context.store, actor, hits.ids, now)
  // Closed since they were indexed: never shown, and not counted.
  const gone = hits.ids.length - lines.length
  const total = hits.total - gone
  const looser = total === 0 ? await listLooser(context.index, search, asked) : []
  const { accepts, ...facets } = hits.facets
  return {
    total,
    pages,
    gone,
    lines,
    looser,
    marks: await highlightsByLine(context, actor, lines, hits.highlightTerms),
    facets: { ...facets, accepts: isStaff(actor) ? accepts : null },
    distanceKm: hits.distanceKm,
    relaxed: hits.relaxed,
    corrected: hits.corrected,
    left: hits.left,
    shortcomings: shortcomingsOf(hits, now),
  }
}

const MOST_PLACES_MEANT = 3

/** @param address of the page that asks. A page past the last goes to the last; an index that is down answers 503 and no lines. */
export async function answerSearch(context: AppLoadContext, actor: Actor, url: string, address: typeof paths.vacancies) {
  const search = asAskedBy(isStaff(actor), parseAddress(vacancySearch, url))
  const where = searchAreaOf(search)
  const asked = {
    search,
    unknownPlace: where.kind === 'unknown',
    placesMeant: where.kind === 'unknown' ? nearPlaceNames(search.near, MOST_PLACES_MEANT) : [],
    around: where.kind === 'around' ? { name: where.name, radiusKm: where.radiusKm } : null,
  }
  try {
    return data({ ...asked, answer: await answerOf(context, actor, search, address) })
  } catch (error) {
    if (!isIndexDown(error)) throw error
    context.log.incident(context.requestId, error, { area: 'search' })
    return data({ ...asked, answer: null }, 503)
  }
}
