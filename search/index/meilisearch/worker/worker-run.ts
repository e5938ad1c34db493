// One run of the worker: its lease, its time limit, and the state it saves, so that a crash loses nothing.
import { z } from 'zod'
import type { Instant } from '#app/domain/shared/day.ts'
import { findFollower, saveFollowerUnderLease, type SearchFollower } from '#db/search/follower-position.ts'
import type { ClaimedJob } from '#db/jobs/jobs.ts'
import type { Store } from '#db/store/store.ts'
import type { MeiliServer } from '../server.ts'

export const FOLLOWER = 'meilisearch'

/** A task that was sent, and its vacancies: few enough to be halved when the task is rejected. */
const sent = z.object({ task: z.number(), ids: z.array(z.string()) })
export type Sent = z.infer<typeof sent>

const REBUILD_STAGES = ['prepare', 'send', 'settle', 'compare', 'swap'] as const

const rebuild = z.object({
  uid: z.string(),
  stage: z.enum(REBUILD_STAGES),
  settingsKey: z.string(),
  /** The last change that is in the new index. */
  cursor: z.number(),
  /** The last vacancy that was sent, or compared. */
  after: z.string(),
  /** Tasks on their way, with the span of ids in each: after the first, up to the second. */
  spans: z.array(z.object({ task: z.number(), after: z.string(), upTo: z.string() })),
  /** Vacancies sent, and then compared: how far it is. */
  done: z.number(),
  /** How many of those compared the index should hold. */
  documents: z.number(),
  /** Vacancies that differed in this round of comparing, and which round it is. */
  mended: z.number(),
  round: z.number(),
})
export type Rebuild = z.infer<typeof rebuild>

const workerState = z.object({
  /** Somebody asked for a rebuild. */
  wanted: z.boolean().default(false),
  /** Tasks that are not finished, and the change that is indexed when they are. */
  pending: z
    .object({ sent: z.array(sent), cursor: z.number() })
    .nullable()
    .default(null),
  /** A settings task of the live index that is not finished. */
  settings: z.object({ task: z.number(), key: z.string() }).nullable().default(null),
  rebuild: rebuild.nullable().default(null),
  /** The index before the last rebuild: kept for a while, so that it can be swapped back by hand. */
  old: z.object({ uid: z.string(), since: z.number() }).nullable().default(null),
  /** Tells the live index from another one that took its name. */
  identity: z.string().nullable().default(null),
})
export type WorkerState = z.infer<typeof workerState>

/** State that cannot be read, of another version say, is the same as none: the index is rebuilt. */
export function workerStateOf(row: Pick<SearchFollower, 'note'> | null): WorkerState {
  const read = row?.note ? workerState.safeParse(jsonIn(row.note)) : null
  return read?.success ? read.data : workerState.parse({})
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** The worker was away for longer than its lease: another one goes on, and this one must not write. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

export type Progress = { step: 'send' | 'settle' | 'compare' | 'swap'; done: number; documents: number | null }

export type WorkerRun = {
  store: Store
  server: MeiliServer
  job: ClaimedJob
  now: () => Instant
  newId: () => string
  /** When this run ends; the next run goes on with the rest. */
  until: Instant
  /** Null before anything was ever written. */
  row: SearchFollower | null
  state: WorkerState
  onProgress: (told: Progress) => void
}

export async function startRun(given: Omit<WorkerRun, 'row' | 'state'>): Promise<WorkerRun> {
  const row = await findFollower(given.store, FOLLOWER)
  return { ...given, row, state: workerStateOf(row) }
}

const NOTHING_YET: Omit<SearchFollower, 'note'> = {
  id: FOLLOWER,
  cursor: 0,
  indexUid: '',
  analysis: 0,
  settingsKey: '',
  documents: 0,
  caughtUpAt: 0,
  rebuiltAt: null,
  reconciledAt: null,
}

/** Saves progress. Rejects with `LeaseLost` when another worker has the lease by now. */
export async function saveState(run: WorkerRun, change: { row?: Partial<SearchFollower>; state?: Partial<WorkerState> }): Promise<void> {
  run.state = { ...run.state, ...change.state }
  run.row = { ...(run.row ?? NOTHING_YET), ...change.row, note: JSON.stringify(run.state) }
  if (!(await saveFollowerUnderLease(run.store, run.job, run.row))) throw new LeaseLost('Another worker has taken over')
}

export function isTimeLeft({ now, until }: WorkerRun): boolean {
  return now() < until
}
