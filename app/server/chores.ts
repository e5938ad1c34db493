// What the site does by itself: closes what silence has ended, forgets tries that no longer count.
import { forgetOldAttempts } from '#db/attempts.ts'
import { closeDue } from '#db/proposals/closing.ts'
import type { App } from './context.ts'

const EVERY_MS = 60_000

/** @returns how to stop it. */
export function startChores(app: App): () => void {
  const sweep = async () => {
    try {
      while ((await closeDue(app.store, app.now())) > 0) app.log.info('closed_due')
      await forgetOldAttempts(app.store, app.now())
    } catch (error) {
      // The next sweep finds the same rows again.
      app.log.incident(app.store.newId(), error, { area: 'chores' })
    }
  }
  void sweep()
  const timer = setInterval(() => void sweep(), EVERY_MS)
  return () => {
    clearInterval(timer)
  }
}
