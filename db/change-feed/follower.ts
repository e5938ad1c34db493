// Keeps something in memory in step with the change feed: reads everything once, then what changed, one batch after the other.
import { lastChange, changesFrom, type Change } from './changes.ts'
import type { Store } from '#db/store/store.ts'

/** What is kept in memory. Neither is called while the other, or itself, is under way. */
export type Kept = {
  /** Forgets what is held and reads all of it. @param start the last change of when it begins. */
  readAll(start: number): Promise<void>
  /** Reads the current rows of these; the same change may come twice. */
  takeIn(changes: readonly Change[]): Promise<void>
}

export type FollowerOptions = {
  /** The number of the change up to which everything is held already; null when nothing is. */
  from?: number | null
  /** How long memory may be behind when nobody asks. */
  restMs?: number
  /** Called before the feed is read. @returns what to call when everything that was committed until then is in. */
  beginRun?: () => () => void
}

export type KeepUp = (onFault: (error: unknown) => void) => () => Promise<void>

export type Follower = {
  /** When it resolves, everything that was committed before the call is in. Rejects when the store cannot be read; the next call goes on. */
  catchUp(): Promise<void>
  /** What is held is not to be relied on: everything is read anew by the next `catchUp`. */
  forget(): void
  /** Also follows without being asked. @param onFault told once when it fails, and again only after it worked. @returns how to stop it. */
  keepUp: KeepUp
}

const BATCH = 1000
/** News comes with every commit; memory nobody asks for right now may be this much behind. */
const REST_MS = 200

export function openFollower(
  store: Store,
  kept: Kept,
  { from = null, restMs = REST_MS, beginRun = () => () => undefined }: FollowerOptions = {},
): Follower {
  let cursor: number | null = from
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  async function readAll(): Promise<void> {
    cursor = null
    // The cursor first: what changes while reading is read once more, never missed.
    const start = await lastChange(store)
    await kept.readAll(start)
    cursor = start
  }

  /** @returns whether there may be more. */
  async function takeNext(after: number): Promise<boolean> {
    const changes = await changesFrom(store, after, BATCH)
    if (changes && changes.length > 0) await kept.takeIn(changes)
    // What was told to be forgotten meanwhile is.
    if (cursor !== after) return true
    cursor = changes === null ? null : (changes.at(-1)?.seq ?? after)
    return changes === null || changes.length === BATCH
  }

  async function follow(): Promise<void> {
    const begun = beginRun()
    for (let more = true; more;) {
      if (cursor === null) await readAll()
      else more = await takeNext(cursor)
    }
    begun()
  }

  function run(): Promise<void> {
    running = follow().finally(() => {
      running = null
    })
    return running
  }

  /** Whoever comes while a run is under way needs the one after it; so does everybody who comes before that begins. */
  function catchUp(): Promise<void> {
    if (next) return next
    if (!running) return run()
    next = running
      .catch(() => undefined)
      .then(() => {
        next = null
        return run()
      })
    return next
  }

  return {
    catchUp,
    forget: () => {
      cursor = null
    },
    keepUp: (onFault) => {
      let resting: NodeJS.Timeout | null = null
      let last: Promise<void> = Promise.resolve()
      let told = false
      const look = () => {
        resting = null
        last = catchUp().then(
          () => {
            told = false
          },
          (error: unknown) => {
            if (!told) onFault(error)
            told = true
          },
        )
      }
      const unwatch = store.watch(() => {
        resting ??= setTimeout(look, restMs).unref()
      })
      look()
      return async () => {
        unwatch()
        if (resting) clearTimeout(resting)
        await last
      }
    },
  }
}
