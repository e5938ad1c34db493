// Searches that this process has answered, added up in memory until they are written: a search itself never writes to the database.
import { createHmac, randomBytes } from 'node:crypto'
import { dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import type { EngineName } from '#app/domain/search/search-engine.ts'
import { scrubbed, type CountedSearch, type SearchOutcome } from '#app/domain/search/search-log.ts'
import { addSearches } from '#db/search/log.ts'
import type { Store } from '#db/store/store.ts'

/** `by`: the network address that asked; the same search from there is counted once a day, so that nobody alone makes a rare one look common. */
export type Noted = { query: string; engine: EngineName; outcome: SearchOutcome; tookMs: number; by?: string }

export type SearchTally = {
  /** What is kept of the words is chosen here. */
  note: (search: Noted) => void
  /** Writes what was counted; when that fails it is kept for the next time. */
  flush: (store: Store, now: Instant) => Promise<void>
}

/** So many different searches are kept until they are written, and so many new ones a day: whoever makes up words fills no disk. */
const MOST_AT_ONCE = 1000
export const MOST_A_DAY = 5000
/** So many pairs of who and what are told apart in a day; what comes then is not counted. */
const MOST_ASKED = 100_000

type Counted = CountedSearch<EngineName>

export function openSearchTally(): SearchTally {
  let waiting = new Map<string, Counted>()
  const seen = new Set<string>()
  let seenOn: Day = ''
  // Known to this process alone and gone with the day: of a hash nobody reads an address.
  let salt = randomBytes(16)
  const asked = new Set<string>()

  function isFirst(by: string, query: string): boolean {
    const pair = createHmac('sha256', salt).update(`${by} ${query}`).digest('base64url')
    if (asked.has(pair) || asked.size >= MOST_ASKED) return false
    asked.add(pair)
    return true
  }

  function add(one: Counted): void {
    const key = `${one.engine} ${one.outcome} ${one.query}`
    const before = waiting.get(key)
    if (before) {
      before.times += one.times
      before.tookMs += one.tookMs
      return
    }
    if (waiting.size >= MOST_AT_ONCE || (seen.size >= MOST_A_DAY && !seen.has(key))) return
    seen.add(key)
    waiting.set(key, { ...one })
  }

  return {
    note: ({ query, by, ...rest }) => {
      const kept = scrubbed(query)
      if (kept !== '' && (by === undefined || isFirst(by, kept))) add({ query: kept, ...rest, times: 1 })
    },
    flush: async (store, now) => {
      const today = dayOf(now)
      const counted = waiting
      if (today !== seenOn) {
        seen.clear()
        asked.clear()
        salt = randomBytes(16)
        for (const key of counted.keys()) seen.add(key)
      }
      seenOn = today
      waiting = new Map()
      try {
        await addSearches(store, [...counted.values()], now)
      } catch (error) {
        counted.forEach(add)
        throw error
      }
    },
  }
}
