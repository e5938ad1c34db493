// Work the site does by itself, again and again: each piece is done by one process at a time, whichever asks first.
import { and, asc, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { work } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'

/** How often a piece is due. */
export type Recurring = { id: string; everyMs: number }

/** A piece in hand; whoever shows it when finishing is known by it. */
export type Piece = Recurring & {
  leasedBy: string
  leasedUntil: Instant
  /** Tries in a row that failed before this one. */
  failures: number
}

/** How long a worker may be silent. A piece is short by design, far below this, so nothing is ever renewed: what takes longer is done in parts. */
export const LEASE_MS = 60_000
/** By how much the clocks of two nodes may differ before one takes the other's lease for a mistake. */
export const CLOCKS_DIFFER_MS = 10_000
const FIRST_PAUSE_MS = 5000
export const LONGEST_PAUSE_MS = 15 * 60_000

/** Makes the rows that are not there yet, due at once. */
export async function ensureWork(store: Store, pieces: readonly Recurring[], now: Instant): Promise<void> {
  const rows = pieces.map(({ id }) => ({ id, dueAt: now }))
  const there = await store.read((db) =>
    db
      .select({ id: work.id })
      .from(work)
      .where(
        inArray(
          work.id,
          rows.map(({ id }) => id),
        ),
      ),
  )
  if (there.length === rows.length) return
  await store.write((tx) => tx.insert(work).values(rows).onConflictDoNothing())
}

/** Times are over when they are past, or so far ahead that only a clock since put back can have set them. */
function over(column: typeof work.dueAt | typeof work.leasedUntil, atMostMs: number, now: Instant): SQL | undefined {
  return or(lte(column, now), gt(column, now + atMostMs + CLOCKS_DIFFER_MS))
}

function dueOf({ id, everyMs }: Recurring, now: Instant): SQL | undefined {
  return and(eq(work.id, id), over(work.dueAt, everyMs, now), or(eq(work.failures, 0), over(work.dueAt, LONGEST_PAUSE_MS, now)))
}

/** The piece that has been due the longest, held for `LEASE_MS`; null when none is due and free. */
export async function claimWork(store: Store, worker: string, pieces: readonly Recurring[], now: Instant): Promise<Piece | null> {
  if (pieces.length === 0) return null
  const leasedUntil = now + LEASE_MS
  const [row] = await store.take((tx, unheld) => {
    const due = tx
      .select({ id: work.id })
      .from(work)
      .where(and(or(...pieces.map((piece) => dueOf(piece, now))), or(isNull(work.leasedUntil), over(work.leasedUntil, LEASE_MS, now))))
      .orderBy(asc(work.dueAt), asc(work.id))
      .limit(1)
    return tx
      .update(work)
      .set({ leasedBy: worker, leasedUntil })
      .where(eq(work.id, sql`(${due.getSQL()}${unheld})`))
      .returning({ id: work.id, failures: work.failures })
  })
  const known = pieces.find(({ id }) => id === row?.id)
  return row && known ? { ...known, leasedBy: worker, leasedUntil, failures: row.failures } : null
}

/** Somebody asks for it now: it rests no longer after failures. One that is in hand is left alone. */
export async function hurryWork(store: Store, id: string, now: Instant): Promise<void> {
  await store.write((tx) =>
    tx
      .update(work)
      .set({ dueAt: now })
      .where(and(eq(work.id, id), isNull(work.leasedUntil))),
  )
}

/** A worker that was away too long finds another's name, or another lease of its own. */
function inHand(piece: Piece): SQL | undefined {
  return and(eq(work.id, piece.id), eq(work.leasedBy, piece.leasedBy), eq(work.leasedUntil, piece.leasedUntil))
}

/** For what a piece writes besides: in the same transaction, so that a worker that was away too long writes nothing. */
export async function holdsPiece(tx: Tx, piece: Piece): Promise<boolean> {
  const rows = await tx.select({ id: work.id }).from(work).where(inHand(piece))
  return rows.length > 0
}

const FREE = { leasedBy: null, leasedUntil: null } as const

/** @param more there is more of it to do now. @returns false when the piece is no longer this worker's: then nothing changed. */
export async function finishWork(store: Store, piece: Piece, more: boolean, now: Instant): Promise<boolean> {
  const dueAt = more ? now : now + piece.everyMs
  const rows = await store.write((tx) =>
    tx
      .update(work)
      .set({ ...FREE, dueAt, failures: 0, lastError: null, doneAt: now })
      .where(inHand(piece))
      .returning({ id: work.id }),
  )
  return rows.length > 0
}

/** Longer after each failure in a row: a quarter of an hour from the ninth on. */
export function pauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
}

const LONGEST_NAME = 100

/** An error's own words may hold values of a row. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown'
  return ('code' in error ? `${error.name} ${String(error.code)}` : error.name).slice(0, LONGEST_NAME)
}

/** Gives the piece back for later, so that others go on meanwhile. @returns false when it is no longer this worker's. */
export async function failWork(store: Store, piece: Piece, error: unknown, now: Instant): Promise<boolean> {
  const failures = piece.failures + 1
  const rows = await store.write((tx) =>
    tx
      .update(work)
      .set({ ...FREE, dueAt: now + pauseMs(failures), failures, lastError: nameOf(error) })
      .where(inHand(piece))
      .returning({ id: work.id }),
  )
  return rows.length > 0
}
