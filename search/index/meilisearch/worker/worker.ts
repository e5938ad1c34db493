// Keeps Meilisearch in step with the store: one worker among all nodes at a time, by lease, woken by every commit.
import type { Instant } from '#app/domain/shared/day.ts'
import { changesFrom } from '#db/change-feed/changes.ts'
import type { KeepUp } from '#db/change-feed/follower.ts'
import { findFollower } from '#db/search/follower-position.ts'
import { dueRejected } from '#db/search/rejected.ts'
import { Loop, wakeWithChanges } from '#db/jobs/loop.ts'
import { claimJob, ensureJobs, failJob, finishJob, hurryJob, type ClaimedJob, type RecurringJob } from '#db/jobs/jobs.ts'
import type { Store } from '#db/store/store.ts'
import { ANALYSIS_VERSION } from '#search/index/analysis/analysis.ts'
import { affectIndex } from './apply-changes.ts'
import { FOLLOWER, LeaseLost, workerStateOf, startRun, saveState, type Progress } from './worker-run.ts'
import { belongsToNewerVersion, PREVIOUS_INDEX_KEPT_MS, runOnce } from './run-once.ts'
import type { MeiliServer } from '../server.ts'
import { answersAlike } from '../settings.ts'

/** Due whenever somebody looks and finds something to do: a pause comes only with failures. */
export const MEILISEARCH_JOB: RecurringJob = { id: 'meilisearch', everyMs: 0 }

/** A third of a lease: what a pass begins last, with the limit on every request, ends within it. */
const PASS_MS = 20_000
/** Every commit wakes it; a few of them go together. */
const REST_MS = 150
/** How often it is looked whether the index is still there when nothing changes. */
const LOOK_ANYWAY_MS = 30_000
/** Changes that concern no vacancy move the cursor by themselves only now and then: each time is a write. */
const IDLE_CHANGES = 500

export type Worker = {
  /** Does one pass if this process gets the lease. @returns whether there is more to do at once; null when another has the lease, or it rests after a failure. */
  work: () => Promise<boolean | null>
  /** Works until nothing is left to do, or it fails. */
  workOff: () => Promise<void>
  /** As soon as there is a lease, the index is rebuilt. @returns false when another has it: ask again. */
  askForRebuild: () => Promise<boolean>
  keepUp: KeepUp
  /** Somebody has seen that something is wrong. */
  wake: () => void
  /** Passes that failed since this process began. */
  failures: () => number
}

export type WorkerOptions = {
  store: Store
  server: MeiliServer
  now: () => Instant
  onProgress?: (told: Progress) => void
  passMs?: number
}

/** Reads only: most of the time there is nothing to do, and a lease is two writes. */
async function isWorkThere(store: Store, lastPass: Instant | null, now: Instant): Promise<boolean> {
  const row = await findFollower(store, FOLLOWER)
  if (!row || lastPass === null || now >= lastPass + LOOK_ANYWAY_MS || now < lastPass) return true
  const { wanted, pending, rebuild, settings, old } = workerStateOf(row)
  if (wanted) return true
  if (belongsToNewerVersion({ row })) return false
  if (pending || rebuild || settings || row.indexUid === '' || row.analysis !== ANALYSIS_VERSION || !answersAlike(row.settingsKey))
    return true
  if (old && now >= old.since + PREVIOUS_INDEX_KEPT_MS) return true
  const changes = await changesFrom(store, row.cursor, IDLE_CHANGES)
  if (changes === null || changes.length === IDLE_CHANGES || affectIndex(changes)) return true
  return (await dueRejected(store, 'meilisearch', now, 1)).length > 0
}

async function claim(store: Store, worker: string, now: Instant): Promise<ClaimedJob | null> {
  await ensureJobs(store, [MEILISEARCH_JOB], now)
  return claimJob(store, worker, [MEILISEARCH_JOB], now)
}

export function openWorker({ store, server, now, onProgress = () => undefined, passMs = PASS_MS }: WorkerOptions): Worker {
  const worker = store.newId()
  let lastPass: Instant | null = null
  let failed = 0
  let loop: Loop | null = null

  function handFor(job: ClaimedJob) {
    return startRun({ store, server, job, now, newId: () => store.newId(), until: now() + passMs, onProgress })
  }

  async function work(): Promise<boolean | null> {
    const job = await claim(store, worker, now())
    if (!job) return null
    lastPass = now()
    try {
      const more = await runOnce(await handFor(job))
      await finishJob(store, job, more, now())
      return more
    } catch (error) {
      if (error instanceof LeaseLost) return null
      failed += 1
      await failJob(store, job, error, now())
      throw error
    }
  }

  async function workOff(): Promise<void> {
    while ((await work()) === true);
  }

  async function workWhileThereIsAny(running: Loop): Promise<void> {
    let more: boolean | null = true
    while (more === true && !running.isStopping() && (await isWorkThere(store, lastPass, now()))) more = await work()
    // Another worker has the lease, or it pauses after a failure: asking for it was a write, which woke this loop.
    if (more === null) running.forgetWakes()
  }

  return {
    work,
    workOff,
    askForRebuild: async () => {
      await hurryJob(store, MEILISEARCH_JOB.id, now())
      const job = await claim(store, worker, now())
      if (!job) return false
      await saveState(await handFor(job), { state: { wanted: true } })
      await finishJob(store, job, true, now())
      return true
    },
    wake: () => {
      lastPass = null
      loop?.wake()
    },
    failures: () => failed,
    keepUp: (onError) => {
      loop = new Loop({ pass: workWhileThereIsAny, wakeMs: REST_MS, onError })
      return wakeWithChanges(store, loop)
    },
  }
}
