// A search for vacancies as a page asks it: understood, answered by the index, reloaded from the store with what this person may see.
import { data, redirect, type AppLoadContext } from '@remix-run/node'
import type { Actor } from '#app/domain/actor.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { searchParams, vacancySearch } from '#app/forms/vacancy-search.ts'
import type { paths } from '#app/paths.ts'
import { listVacancyLines } from '#db/vacancies.ts'
import { isIndexDown } from '#search/index/port.ts'
import { listLooser, queryOf, visibilitiesOf, whereaboutsOf } from './vacancy-query.ts'

/** @param address of the page that asks. A page past the last goes to the last; an index that is down answers 503 and no lines. */
export async function answerSearch(context: AppLoadContext, actor: Actor, url: string, address: typeof paths.vacancies) {
  const search = parseAddress(vacancySearch, url)
  const where = whereaboutsOf(search)
  const visibilities = visibilitiesOf(actor)
  const understood = {
    search,
    unknownPlace: where.kind === 'unknown',
    around: where.kind === 'around' ? { name: where.name, radiusKm: where.radiusKm } : null,
  }
  try {
    const hits = await context.index.search(queryOf(search, where, visibilities))
    const pages = Math.max(1, Math.ceil(hits.total / search.pageSize))
    if (search.page > pages) throw redirect(address(searchParams({ ...search, page: pages })))
    const lines = await listVacancyLines(context.store, actor, hits.ids, context.now())
    const looser = hits.total === 0 ? await listLooser(context.index, search, visibilities) : []
    return data({ ...understood, answer: { ...hits, lines, looser, pages } })
  } catch (error) {
    if (!isIndexDown(error)) throw error
    context.log.incident(context.requestId, error, { area: 'search' })
    return data({ ...understood, answer: null }, 503)
  }
}
