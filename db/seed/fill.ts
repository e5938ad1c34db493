// Filling an empty database, also while another machine that started at the same moment is filling it.
import { setTimeout as pause } from 'node:timers/promises'
import { StoreUnavailable, type Store, type Tx } from '#db/store/store.ts'

/** The other one is done within a minute, also where much else goes on. */
const MOST_TRIES = 60
const PAUSE_MS = 1000

/** The store gives up a conflict after seconds, as a request needs it; a start can wait. @param fill does nothing where all is there */
export async function fillDatabase(store: Store, fill: (tx: Tx) => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await store.write(fill)
      return
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || error.code !== 'busy' || tries === MOST_TRIES) throw error
    }
    await pause(PAUSE_MS)
  }
}
