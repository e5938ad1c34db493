// Open public vacancies for other sites and tools: the same for everybody, whoever is signed in.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { listVacancyLines } from '#db/vacancies/vacancies.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { asAskedBy, vacancySearch } from '#app/forms/search/vacancy-search.ts'
import { paths } from '#app/paths.ts'
import { searchAreaOf } from '#app/domain/places/search-area.ts'
import { queryOf } from '#app/server/search/vacancy-query.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import type { AcceptanceSummary } from '#app/domain/vacancies/acceptance-summary.ts'
import { registerAddress } from '#app/domain/vacancies/national-register.ts'
import { RETRY_AFTER } from '#app/server/responses.ts'
import { isUnavailable } from '#app/server/unavailable.ts'
import { isIndexDown } from '#search/index/port.ts'

const HEADERS = { 'Access-Control-Allow-Origin': '*' }
const SOURCE_NAME = 'NVA CV un vakanču portāls'

/** How many of the twelve families; null when nothing is stated. */
function acceptanceCounts(summary: AcceptanceSummary) {
  if (summary.kind !== 'stated') return null
  const { accepted, yesIf, byCase } = summary
  return { of: OFFENCE_FAMILIES.length, accepted, withConditions: yesIf, caseByCase: byCase }
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = asAskedBy(false, parseAddress(vacancySearch, request.url))
  const where = searchAreaOf(search)
  try {
    const hits = await context.index.search(queryOf(search, where, { visibilities: ['public'], now: context.now() }))
    const lines = await listVacancyLines(context.store, { kind: 'visitor' }, hits.ids, context.now())
    const items = lines.map((line) => ({
      id: line.id,
      title: line.title,
      employer: line.employer,
      place: line.place,
      municipality: line.municipality === null ? null : municipalityName(line.municipality),
      distanceKm: hits.distanceKm[line.id] ?? null,
      payFromCents: line.payFromCents,
      payToCents: line.payToCents,
      payPeriod: line.payPeriod,
      occupation: line.occupation,
      acceptanceStated: line.acceptance.kind === 'stated',
      acceptance: acceptanceCounts(line.acceptance),
      publishedAt: new Date(line.publishedAt).toISOString(),
      url: `${context.baseUrl}${paths.vacancy(line.id)}`,
      source: line.source && { name: SOURCE_NAME, id: line.source.id, url: registerAddress(line.source.id) },
    }))
    // Without the place the answer is wider than what was asked: that is said.
    const unknown = where.kind === 'unknown' ? { unknownPlace: true } : {}
    const { accepts: _, ...facets } = hits.facets
    const answer = {
      // Without those that have closed since the index took them in.
      total: hits.total - (hits.ids.length - lines.length),
      page: search.page,
      pageSize: search.pageSize,
      items,
      facets,
      ...unknown,
      relaxed: hits.relaxed,
      corrected: hits.corrected,
      left: hits.left,
      engine: hits.engine,
      degraded: hits.degraded,
      asOf: new Date(hits.asOf).toISOString(),
    }
    return Response.json(answer, { headers: HEADERS })
  } catch (error) {
    if (!isIndexDown(error) && !isUnavailable(error)) throw error
    context.log.incident(context.requestId, error, { area: 'search' })
    const headers = { ...HEADERS, 'Retry-After': RETRY_AFTER }
    return Response.json({ error: 'The search does not answer now. Try again later.' }, { status: 503, headers })
  }
}
