// The server's door: counts the requests inside, and closes so that every one of them is answered.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { Server as Listener } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Longer than a proxy keeps an unused connection (nginx a minute, Caddy two): the side that sends must be the one that lets go. */
const KEEP_ALIVE_MS = 130_000
const LONGEST_HEADERS = 128 * 1024
/** How long an unused connection may still bring a request that was on its way. */
const LAST_REQUESTS_MS = 500

export type Door = {
  server: Server
  /** Requests that came before it wait for it. */
  open(site: RequestListener): void
  closing(): boolean
  /**
   * Takes no new connection from now on: refused ones tell a proxy, before it has sent anything, to ask the next node. Connections that are
   * open are served to the end of their request and told to close; on them /readyz says 503.
   * @returns how many requests were cut off, because they took longer than `limitMs`.
   */
  close(limitMs: number): Promise<number>
}

export function buildDoor(): Door {
  const inside = new Set<ServerResponse>()
  let closing = false
  let tellEmpty: () => void = () => undefined
  let open: Door['open'] = () => undefined
  const site = new Promise<RequestListener>((resolve) => {
    open = resolve
  })
  // Ten thousand letters of Latvian or Russian are three times as long in an address.
  const server = createServer({ maxHeaderSize: LONGEST_HEADERS }, (request, response) => {
    if (closing) response.shouldKeepAlive = false
    inside.add(response)
    response.once('close', () => {
      inside.delete(response)
      if (inside.size === 0) tellEmpty()
    })
    void site.then((answer) => answer(request, response))
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS

  return {
    server,
    open: (answer) => {
      open(answer)
    },
    closing: () => closing,
    close: async (limitMs) => {
      closing = true
      for (const response of inside) response.shouldKeepAlive = false
      // The HTTP server's own would cut unused connections now, and with them requests that are on their way.
      Listener.prototype.close.call(server)
      const late = pause(limitMs, undefined, { ref: false })
      await Promise.race([pause(LAST_REQUESTS_MS), late])
      if (inside.size > 0) await Promise.race([late, new Promise<void>((resolve) => (tellEmpty = resolve))])
      const cut = inside.size
      server.closeAllConnections()
      return cut
    },
  }
}
