// LISTEN for commits of other processes, on a connection of its own; while that is broken, the watchers' timer goes on.
import pg from 'pg'
import { openWatchers } from '../watchers.ts'

const TRY_AGAIN_MS = 1000

export type Listener = { watch: (look: () => void) => () => void; close: () => Promise<void> }

/** Connects at the first `watch`. */
export function listen(url: string, onError: (error: Error) => void): Listener {
  const watchers = openWatchers()
  let client: pg.Client | null = null
  let again: NodeJS.Timeout | null = null
  let closed = false

  function later(gone: pg.Client): void {
    if (client !== gone) return
    client = null
    if (closed || again) return
    again = setTimeout(() => {
      again = null
      connect()
    }, TRY_AGAIN_MS).unref()
  }

  function connect(): void {
    const fresh = new pg.Client({ connectionString: url, application_name: 'tilts', keepAlive: true, connectionTimeoutMillis: 3000 })
    client = fresh
    fresh.on('error', onError)
    fresh.on('end', () => {
      later(fresh)
    })
    fresh.on('notification', watchers.tell)
    fresh
      .connect()
      .then(() => fresh.query('LISTEN tilts_change'))
      // Commits made before this connection listened were not notified.
      .then(watchers.tell)
      .catch((error: unknown) => {
        if (error instanceof Error) onError(error)
        // A connection that may not listen would otherwise stay open beside the next one.
        void fresh.end().catch(() => undefined)
        later(fresh)
      })
  }

  return {
    watch: (look) => {
      if (!client && !again) connect()
      return watchers.watch(look)
    },
    close: async () => {
      closed = true
      watchers.close()
      if (again) clearTimeout(again)
      await client?.end().catch(() => undefined)
    },
  }
}
