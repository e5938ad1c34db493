// Renders a page on the server, streaming once the shell is ready; bots get it whole.
import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type HandleDataRequestFunction,
  type HandleErrorFunction,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { ResponseContext } from './components/ui/shell/response-context.tsx'
import { registerAllMessages } from '#app/i18n/all.ts'
import { languageOf } from '#app/server/language.ts'
import { RETRY_AFTER } from '#app/server/responses.ts'
import { wholeLetters } from '#app/server/whole-letters.ts'

registerAllMessages()

const TIMEOUT_MS = 10_000

function sayWhenToComeBack(status: number, headers: Headers): void {
  if (status === 503 && !headers.has('Retry-After')) headers.set('Retry-After', RETRY_AFTER)
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, log, requestId }: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get('User-Agent') ?? '')
  const answer = { incident: status >= 500 ? requestId : null, language: await languageOf(request), nonce }
  sayWhenToComeBack(status, headers)
  const page = (
    <ResponseContext.Provider value={answer}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={TIMEOUT_MS} />
    </ResponseContext.Provider>
  )
  return new Promise((resolve, reject) => {
    let answered = false
    const respond = () => {
      answered = true
      const body = wholeLetters()
      headers.set('Content-Type', 'text/html; charset=utf-8')
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      ...(whole ? { onAllReady: respond } : { onShellReady: respond }),
      onShellError: (error) => {
        reject(error instanceof Error ? error : new Error('The page could not be rendered'))
      },
      onError: (error) => {
        if (answered) log.incident(requestId, error)
      },
    })
    setTimeout(abort, TIMEOUT_MS + 1000).unref()
  })
}

export const handleDataRequest: HandleDataRequestFunction = (response) => {
  sayWhenToComeBack(response.status, response.headers)
  return response
}

/** A bug or an outage: logged with an id. The error's own words never leave the server. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  context.log.incident(context.requestId, error, { method: request.method })
}
