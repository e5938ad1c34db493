// Those that are called when something may have been committed, and every second anyway.
import { WATCH_MS } from './store.ts'

export type Watchers = { watch: (look: () => void) => () => void; tell: () => void; close: () => void }

export function openWatchers(): Watchers {
  const all = new Set<() => void>()
  let timer: NodeJS.Timeout | null = null

  function tell(): void {
    for (const look of all) look()
  }

  function stop(): void {
    if (timer) clearInterval(timer)
    timer = null
  }

  return {
    tell,
    watch: (look) => {
      all.add(look)
      timer ??= setInterval(tell, WATCH_MS).unref()
      return () => {
        all.delete(look)
        if (all.size === 0) stop()
      }
    },
    close: () => {
      all.clear()
      stop()
    },
  }
}
