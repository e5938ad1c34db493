// Keeps something in memory in step with the change feed: reads everything once, then what changed, one batch after the other.
import { lastChange, changesFrom, type Change } from './changes.ts'
import { Loop, wakeWithChanges } from '#db/jobs/loop.ts'
import type { Store } from '#db/store/store.ts'

/** What is in memory. Neither is called while the other, or itself, is running. */
export type Replica = {
  /** Forgets everything and reads all of it. @param start the last change of when it begins. */
  readAll: (start: number) => Promise<void>
  /** Reads the current rows of these; the same change may come twice. */
  takeIn: (changes: readonly Change[]) => Promise<void>
}

export type FollowerOptions = {
  /** The number of the change up to which everything is in memory already; null when nothing is. */
  from?: number | null
  /** How long memory may be behind when nobody asks. */
  restMs?: number
  /** Called before the feed is read. @returns what to call when everything that was committed until then is in. */
  beginRun?: () => () => void
}

/** @param onError told of the first failure in a row. @returns how to stop it. */
export type KeepUp = (onError: (error: unknown) => void) => () => Promise<void>

export type Follower = {
  /** When it resolves, everything that was committed before the call is in. Rejects when the store cannot be read; the next call goes on. */
  catchUp: () => Promise<void>
  /** What is in memory cannot be relied on: the next `catchUp` reads everything again. */
  forget: () => void
  /** Also follows without being asked. */
  keepUp: KeepUp
}

const BATCH = 1000
/** Every commit wakes it; memory that nobody asks for right now may be this much behind. */
const REST_MS = 200

/** The run under way may have read before the caller’s change: a call during it waits for one further run, which all such calls share. */
function afterTheCall(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  function begin(): Promise<void> {
    running = run().finally(() => {
      running = null
    })
    return running
  }

  return () => {
    if (next) return next
    if (!running) return begin()
    next = running
      .catch(() => undefined)
      .then(() => {
        next = null
        return begin()
      })
    return next
  }
}

export function openFollower(
  store: Store,
  replica: Replica,
  { from = null, restMs = REST_MS, beginRun = () => () => undefined }: FollowerOptions = {},
): Follower {
  let cursor: number | null = from

  async function readAll(): Promise<void> {
    cursor = null
    // The cursor first: what changes while reading is read once more, never missed.
    const start = await lastChange(store)
    await replica.readAll(start)
    cursor = start
  }

  /** @returns whether there may be more. */
  async function takeNext(after: number): Promise<boolean> {
    const changes = await changesFrom(store, after, BATCH)
    if (changes && changes.length > 0) await replica.takeIn(changes)
    // `forget` was called meanwhile.
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

  const catchUp = afterTheCall(follow)

  return {
    catchUp,
    forget: () => {
      cursor = null
    },
    keepUp: (onError) => wakeWithChanges(store, new Loop({ pass: catchUp, wakeMs: restMs, onError })),
  }
}
