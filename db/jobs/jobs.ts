// Background jobs, done again and again: each by one process at a time, whichever asks first.
import { and, asc, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { backgroundJob } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'

/** A job that is due every so often. */
export type RecurringJob = { id: string; everyMs: number }

/** A job that this worker has the lease of; finishing it is allowed only with the same lease. */
export type ClaimedJob = RecurringJob & {
  leasedBy: string
  leasedUntil: Instant
  /** Tries in a row that failed before this one. */
  failures: number
}

/** How long a worker may be silent. A job is short by design, far below this, so nothing is ever renewed: what takes longer is done in parts. */
export const LEASE_MS = 60_000
/** By how much the clocks of two nodes may differ before one takes the other's lease for a mistake. */
export const CLOCKS_DIFFER_MS = 10_000
const FIRST_PAUSE_MS = 5000
export const LONGEST_PAUSE_MS = 15 * 60_000

/** Makes the rows that are not there yet, due at once. */
export async function ensureJobs(store: Store, jobs: readonly RecurringJob[], now: Instant): Promise<void> {
  const rows = jobs.map(({ id }) => ({ id, dueAt: now }))
  const there = await store.read((db) =>
    db
      .select({ id: backgroundJob.id })
      .from(backgroundJob)
      .where(
        inArray(
          backgroundJob.id,
          rows.map(({ id }) => id),
        ),
      ),
  )
  if (there.length === rows.length) return
  await store.write((tx) => tx.insert(backgroundJob).values(rows).onConflictDoNothing())
}

/** Times are over when they are past, or so far ahead that only a clock since put back can have set them. */
function over(column: typeof backgroundJob.dueAt | typeof backgroundJob.leasedUntil, atMostMs: number, now: Instant): SQL | undefined {
  return or(lte(column, now), gt(column, now + atMostMs + CLOCKS_DIFFER_MS))
}

function dueOf({ id, everyMs }: RecurringJob, now: Instant): SQL | undefined {
  return and(
    eq(backgroundJob.id, id),
    over(backgroundJob.dueAt, everyMs, now),
    or(eq(backgroundJob.failures, 0), over(backgroundJob.dueAt, LONGEST_PAUSE_MS, now)),
  )
}

/** Leases the job that has been due the longest for `LEASE_MS`; null when none is due and free. */
export async function claimJob(store: Store, worker: string, jobs: readonly RecurringJob[], now: Instant): Promise<ClaimedJob | null> {
  if (jobs.length === 0) return null
  const leasedUntil = now + LEASE_MS
  const [row] = await store.take((tx, skipLocked) => {
    const due = tx
      .select({ id: backgroundJob.id })
      .from(backgroundJob)
      .where(
        and(
          or(...jobs.map((job) => dueOf(job, now))),
          or(isNull(backgroundJob.leasedUntil), over(backgroundJob.leasedUntil, LEASE_MS, now)),
        ),
      )
      .orderBy(asc(backgroundJob.dueAt), asc(backgroundJob.id))
      .limit(1)
    return tx
      .update(backgroundJob)
      .set({ leasedBy: worker, leasedUntil })
      .where(eq(backgroundJob.id, sql`(${due.getSQL()}${skipLocked})`))
      .returning({ id: backgroundJob.id, failures: backgroundJob.failures })
  })
  const known = jobs.find(({ id }) => id === row?.id)
  return row && known ? { ...known, leasedBy: worker, leasedUntil, failures: row.failures } : null
}

/** Makes a job due now, although it pauses after failures. One that is leased is left alone. */
export async function hurryJob(store: Store, id: string, now: Instant): Promise<void> {
  await store.write((tx) =>
    tx
      .update(backgroundJob)
      .set({ dueAt: now })
      .where(and(eq(backgroundJob.id, id), isNull(backgroundJob.leasedUntil))),
  )
}

/** A worker that was away too long finds another's name, or another lease of its own. */
function stillLeased(job: ClaimedJob): SQL | undefined {
  return and(eq(backgroundJob.id, job.id), eq(backgroundJob.leasedBy, job.leasedBy), eq(backgroundJob.leasedUntil, job.leasedUntil))
}

/** For what a job writes itself: asked in the same transaction, so that a worker that was away too long writes nothing. */
export async function holdsLease(tx: Tx, job: ClaimedJob): Promise<boolean> {
  const rows = await tx.select({ id: backgroundJob.id }).from(backgroundJob).where(stillLeased(job))
  return rows.length > 0
}

const FREE = { leasedBy: null, leasedUntil: null } as const

/** @param more there is more of it to do now. @returns false when the job is no longer this worker's: then nothing changed. */
export async function finishJob(store: Store, job: ClaimedJob, more: boolean, now: Instant): Promise<boolean> {
  const dueAt = more ? now : now + job.everyMs
  const rows = await store.write((tx) =>
    tx
      .update(backgroundJob)
      .set({ ...FREE, dueAt, failures: 0, lastError: null, doneAt: now })
      .where(stillLeased(job))
      .returning({ id: backgroundJob.id }),
  )
  return rows.length > 0
}

/** Longer after each failure in a row: a quarter of an hour from the ninth on. */
function pauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
}

const LONGEST_NAME = 100

/** An error's own words may hold values of a row. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown'
  return ('code' in error ? `${error.name} ${String(error.code)}` : error.name).slice(0, LONGEST_NAME)
}

/** Gives the job back for later, so that others go on meanwhile. @returns false when it is no longer this worker's. */
export async function failJob(store: Store, job: ClaimedJob, error: unknown, now: Instant): Promise<boolean> {
  const failures = job.failures + 1
  const rows = await store.write((tx) =>
    tx
      .update(backgroundJob)
      .set({ ...FREE, dueAt: now + pauseMs(failures), failures, lastError: nameOf(error) })
      .where(stillLeased(job))
      .returning({ id: backgroundJob.id }),
  )
  return rows.length > 0
}
