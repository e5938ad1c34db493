// Keeps Meilisearch in step with the store: one worker among all nodes at a time, by lease, woken by every commit.
import type { Instant } from '#app/domain/shared/day.ts'
import { changesFrom } from '#db/change-feed/changes.ts'
import type { KeepUp } from '#db/change-feed/follower.ts'
import { findFollower } from '#db/search/follower-position.ts'
import { dueRefused } from '#db/search/refused.ts'
import { claimWork, ensureWork, failWork, finishWork, hurryWork, type Piece, type Recurring } from '#db/jobs/jobs.ts'
import type { Store } from '#db/store/store.ts'
import { ANALYSIS_VERSION } from '#search/index/analysis/analysis.ts'
import { concerns } from './bring-changes.ts'
import { FOLLOWER, LeaseLost, noteOf, takeInHand, writeDown, type Told } from './hand.ts'
import { isOthers, OLD_KEPT_MS, pass } from './pass.ts'
import type { MeiliServer } from '../server.ts'
import { answersAlike } from '../settings.ts'

/** Due whenever somebody looks and finds something to do: a pause comes only with failures. */
export const PIECE: Recurring = { id: 'meilisearch', everyMs: 0 }

/** A third of a lease: what a pass begins last, with the limit on every request, ends within it. */
const PASS_MS = 20_000
/** News comes with every commit; a few of them go together. */
const REST_MS = 150
/** How often it is looked whether the index is still there when nothing changes. */
const LOOK_ANYWAY_MS = 30_000
/** Changes that concern no vacancy move the cursor by themselves only now and then: each time is a write. */
const IDLE_CHANGES = 500

export type Worker = {
  /** Does one pass if this process gets the lease. @returns whether there is more to do at once; null when another has the lease, or it rests after a failure. */
  work(): Promise<boolean | null>
  /** Works until nothing is left to do, or it fails. */
  workOff(): Promise<void>
  /** As soon as there is a lease, the index is made anew. @returns false when another has it: ask again. */
  askForRebuild(): Promise<boolean>
  keepUp: KeepUp
  /** Somebody has seen that something is wrong. */
  wake(): void
  /** Passes that failed since this process began. */
  failures(): number
}

export type WorkerOptions = {
  store: Store
  server: MeiliServer
  now: () => Instant
  onProgress?: (told: Told) => void
  passMs?: number
}

export function openWorker({ store, server, now, onProgress = () => undefined, passMs = PASS_MS }: WorkerOptions): Worker {
  const worker = store.newId()
  let lastPass: Instant | null = null
  let failed = 0
  let wake: () => void = () => undefined

  function handFor(piece: Piece) {
    return takeInHand({ store, server, piece, now, newId: () => store.newId(), until: now() + passMs, onProgress })
  }

  async function claim(): Promise<Piece | null> {
    await ensureWork(store, [PIECE], now())
    return claimWork(store, worker, [PIECE], now())
  }

  async function work(): Promise<boolean | null> {
    const piece = await claim()
    if (!piece) return null
    lastPass = now()
    try {
      const more = await pass(await handFor(piece))
      await finishWork(store, piece, more, now())
      return more
    } catch (error) {
      if (error instanceof LeaseLost) return null
      failed += 1
      await failWork(store, piece, error, now())
      throw error
    }
  }

  async function workOff(): Promise<void> {
    while ((await work()) === true);
  }

  /** Reads only: most of the time there is nothing to do, and a lease is two writes. */
  async function isWorkThere(): Promise<boolean> {
    const row = await findFollower(store, FOLLOWER)
    if (!row || lastPass === null || now() >= lastPass + LOOK_ANYWAY_MS || now() < lastPass) return true
    const { wanted, pending, rebuild, settings, old } = noteOf(row)
    if (wanted) return true
    if (isOthers({ row })) return false
    if (pending || rebuild || settings || row.indexUid === '' || row.analysis !== ANALYSIS_VERSION || !answersAlike(row.settingsKey))
      return true
    if (old && now() >= old.since + OLD_KEPT_MS) return true
    const changes = await changesFrom(store, row.cursor, IDLE_CHANGES)
    if (changes === null || changes.length === IDLE_CHANGES || concerns(changes)) return true
    return (await dueRefused(store, 'meilisearch', now(), 1)).length > 0
  }

  return {
    work,
    workOff,
    askForRebuild: async () => {
      await ensureWork(store, [PIECE], now())
      await hurryWork(store, PIECE.id, now())
      const piece = await claim()
      if (!piece) return false
      await writeDown(await handFor(piece), { note: { wanted: true } })
      await finishWork(store, piece, true, now())
      return true
    },
    wake: () => {
      lastPass = null
      wake()
    },
    failures: () => failed,
    keepUp: (onFault) => {
      let resting: NodeJS.Timeout | null = null
      let inHand: Promise<void> | null = null
      let heard = false
      let stopped = false
      let told = false

      async function look(): Promise<void> {
        try {
          let more: boolean | null = true
          while (more === true && !stopped && (await isWorkThere())) more = await work()
          // Another has the lease, or it rests: asking for it was a write, and hearing of that is no news.
          if (more === null) heard = false
          told = false
        } catch (error) {
          heard = false
          if (!told) onFault(error)
          told = true
        }
      }

      const soon = () => {
        heard = true
        if (stopped || resting || inHand) return
        resting = setTimeout(() => {
          resting = null
          heard = false
          inHand = look().finally(() => {
            inHand = null
            // What was committed meanwhile, perhaps only by the work itself: looking costs little, waiting a second is noticed.
            if (heard) soon()
          })
        }, REST_MS).unref()
      }
      wake = soon
      const unwatch = store.watch(soon)
      soon()
      return async () => {
        stopped = true
        unwatch()
        if (resting) clearTimeout(resting)
        await inHand
      }
    },
  }
}
