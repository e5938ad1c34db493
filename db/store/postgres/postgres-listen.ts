// Hears of changes that other processes committed, on a connection of its own; while it is broken the watchers' clock goes on.
import pg from 'pg'
import { openWatchers } from '../watchers.ts'

const TRY_AGAIN_MS = 1000

export type Ear = { watch(look: () => void): () => void; close(): Promise<void> }

/** Connects when somebody watches. */
export function listen(url: string, onFault: (error: Error) => void): Ear {
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
    fresh.on('error', onFault)
    fresh.on('end', () => {
      later(fresh)
    })
    fresh.on('notification', watchers.tell)
    fresh
      .connect()
      .then(() => fresh.query('LISTEN tilts_change'))
      // What was committed before this connection listened is not told of.
      .then(watchers.tell)
      .catch((error: unknown) => {
        if (error instanceof Error) onFault(error)
        // Also one that is connected and may not listen: it would stay open beside the next.
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
