// An HTTP server that shuts down gracefully: it knows the requests that are not answered yet, and closes when every one of them is.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { Server as Listener } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Longer than a proxy keeps an unused connection (nginx a minute, Caddy two): the side that sends must be the one that lets go. */
const KEEP_ALIVE_MS = 130_000
const LONGEST_HEADERS = 128 * 1024
/** How long an unused connection may still bring a request that was on its way. */
const LAST_REQUESTS_MS = 500

export type GracefulServer = {
  http: Server
  /** Requests that came before it wait for it. */
  answerWith: (site: RequestListener) => void
  isClosing: () => boolean
  /**
   * Takes no new connection from now on: refused ones tell a proxy, before it has sent anything, to ask the next node. Connections that are
   * open are served to the end of their request and told to close; on them /readyz says 503.
   * @returns how many requests were cut off, because they took longer than `limitMs`.
   */
  close: (limitMs: number) => Promise<number>
}

export function buildGracefulServer(): GracefulServer {
  const unanswered = new Set<ServerResponse>()
  let closing = false
  let onAllAnswered: () => void = () => undefined
  let answerWith: GracefulServer['answerWith'] = () => undefined
  const site = new Promise<RequestListener>((resolve) => {
    answerWith = resolve
  })
  // Ten thousand letters of Latvian or Russian are three times as long in an address.
  const http = createServer({ maxHeaderSize: LONGEST_HEADERS }, (request, response) => {
    if (closing) response.shouldKeepAlive = false
    unanswered.add(response)
    response.once('close', () => {
      unanswered.delete(response)
      if (unanswered.size === 0) onAllAnswered()
    })
    void site.then((answer) => answer(request, response))
  })
  http.keepAliveTimeout = KEEP_ALIVE_MS

  return {
    http,
    answerWith: (listener) => {
      answerWith(listener)
    },
    isClosing: () => closing,
    close: async (limitMs) => {
      closing = true
      for (const response of unanswered) response.shouldKeepAlive = false
      // The HTTP server's own would cut unused connections now, and with them requests that are on their way.
      Listener.prototype.close.call(http)
      const late = pause(limitMs, undefined, { ref: false })
      await Promise.race([pause(LAST_REQUESTS_MS), late])
      if (unanswered.size > 0) await Promise.race([late, new Promise<void>((resolve) => (onAllAnswered = resolve))])
      const cut = unanswered.size
      http.closeAllConnections()
      return cut
    },
  }
}
