// Completions of what is being typed in the search field. Kept by the browser that asked, and by nobody else.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { parseAddress } from '#app/forms/parse-form.ts'
import { suggestionSearch } from '#app/forms/search/vacancy-search.ts'
import { languageOf } from '#app/server/language.ts'
import { RETRY_AFTER } from '#app/server/responses.ts'
import { isUnavailable } from '#app/server/unavailable.ts'
import { isIndexDown } from '#search/index/port.ts'

const MOST = 8

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { q } = parseAddress(suggestionSearch, request.url)
  try {
    const suggestions = q === '' ? [] : await context.index.suggest(q, await languageOf(request), MOST)
    return Response.json(suggestions, { headers: { 'Cache-Control': 'private, max-age=60', Vary: 'Cookie, Accept-Language' } })
  } catch (error) {
    if (!isIndexDown(error) && !isUnavailable(error)) throw error
    context.log.incident(context.requestId, error, { area: 'suggestions' })
    return Response.json(
      { error: 'Suggestions are not there now.' },
      { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': RETRY_AFTER } },
    )
  }
}
