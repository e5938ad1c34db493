// The log while the database is down: the first error is logged at once, the same one again every ten seconds with how often it came meanwhile.
import { isStoreUnavailable } from '#db/store/store.ts'
import { isIndexDown } from '#search/index/port.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { Log } from './log.ts'

const AGAIN_MS = 10_000

function isOutage(error: unknown, area: unknown): boolean {
  return area === 'database' || isStoreUnavailable(error) || isIndexDown(error)
}

/** Every request and every background loop meets the same outage: thousands of lines would say no more, and may fill the disk. */
export function openOutageLog(log: Log, now: () => Instant): Log {
  const logged = new Map<string, { at: Instant; since: number }>()
  return {
    info: log.info,
    incident: (id, error, fields = {}) => {
      if (!isOutage(error, fields.area)) {
        log.incident(id, error, fields)
        return
      }
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      const key = `${error instanceof Error ? error.name : ''} ${code}`
      const before = logged.get(key)
      if (before && now() >= before.at && now() - before.at < AGAIN_MS) {
        before.since += 1
        return
      }
      logged.set(key, { at: now(), since: 0 })
      log.incident(id, error, before && before.since > 0 ? { ...fields, alsoSince: before.since } : fields)
    },
  }
}
