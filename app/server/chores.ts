// What the site does by itself: closes what silence has ended.
import { closeDue } from '#db/proposals/closing.ts'
import type { App } from './context.ts'

const EVERY_MS = 60_000

/** @returns how to stop it. */
export function startChores(app: App): () => void {
  const sweep = async () => {
    try {
      while ((await closeDue(app.store, app.now())) > 0) app.log.info('closed_due')
    } catch (error) {
      // The next sweep finds the same rows again.
      app.log.incident(app.store.newId(), error, { chore: 'close_due' })
    }
  }
  void sweep()
  const timer = setInterval(() => void sweep(), EVERY_MS)
  return () => {
    clearInterval(timer)
  }
}
