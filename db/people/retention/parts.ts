// What is needed no more of somebody who stays: emptied when its term is over.
import { and, eq, inArray, isNotNull, lt, ne, or, type SQL } from 'drizzle-orm'
import { PART_TERMS, type PartTerm } from '#app/domain/people/retention.ts'
import { addMonths, dayOf, startOfDay, type Instant } from '#app/domain/shared/day.ts'
import { FINAL_STATES } from '#app/domain/proposals/proposal.ts'
import { correction, involvement, proposal, proposalQuestion, task } from '#db/schema/index.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'

/** A write stays short. */
const AT_ONCE = 200

type Part = {
  table: typeof proposal | typeof involvement | typeof correction | typeof task
  /** Rows that still hold what was over, ended or dealt with before that moment. */
  due: (db: Db, before: Instant) => SQL | undefined
  empty: (tx: Tx, ids: string[]) => Promise<unknown>
}

const PARTS: Readonly<Record<PartTerm, Part>> = {
  proposalWords: {
    table: proposal,
    due: (db, before) =>
      and(
        inArray(proposal.state, [...FINAL_STATES]),
        lt(proposal.stateSince, before),
        or(
          isNotNull(proposal.shown),
          isNotNull(proposal.interviewPlace),
          inArray(proposal.id, db.select({ id: proposalQuestion.proposalId }).from(proposalQuestion)),
        ),
      ),
    empty: async (tx, ids) => {
      await tx.update(proposal).set({ shown: null, toDiscuss: [], interviewPlace: null }).where(inArray(proposal.id, ids))
      await tx.delete(proposalQuestion).where(inArray(proposalQuestion.proposalId, ids))
    },
  },
  labels: {
    table: involvement,
    due: (_db, before) => and(lt(involvement.until, before), isNotNull(involvement.label)),
    empty: (tx, ids) => tx.update(involvement).set({ label: null }).where(inArray(involvement.id, ids)),
  },
  corrections: {
    table: correction,
    due: (_db, before) => and(eq(correction.state, 'done'), lt(correction.doneAt, before)),
    empty: (tx, ids) => tx.delete(correction).where(inArray(correction.id, ids)),
  },
  tasks: {
    table: task,
    // That an authority's answer was told stands in its task: without it, it would be told again (db/confirmations/answer.ts).
    due: (_db, before) => and(lt(task.doneAt, before), ne(task.kind, 'confirmed')),
    empty: (tx, ids) => tx.delete(task).where(inArray(task.id, ids)),
  },
}

const NAMES = Object.keys(PARTS) as PartTerm[]

function beforeOf(part: PartTerm, now: Instant): Instant {
  return startOfDay(addMonths(dayOf(now), -PART_TERMS[part].months))
}

async function emptyOne(store: Store, name: PartTerm, now: Instant): Promise<number> {
  const { table, due, empty } = PARTS[name]
  const rows = await store.read((db) =>
    db
      .select({ id: table.id })
      .from(table)
      .where(due(db, beforeOf(name, now)))
      .limit(AT_ONCE),
  )
  // What is over stays over: nothing can have changed it since.
  if (rows.length > 0)
    await store.write((tx) =>
      empty(
        tx,
        rows.map(({ id }) => id),
      ),
    )
  return rows.length
}

/** One pass of the daily job. @returns how many rows, and whether there is more */
export async function emptyParts(store: Store, now: Instant): Promise<{ emptied: number; more: boolean }> {
  const counts = []
  for (const name of NAMES) counts.push(await emptyOne(store, name, now))
  return { emptied: counts.reduce((sum, one) => sum + one, 0), more: counts.some((count) => count >= AT_ONCE) }
}

/** What the next pass would empty. */
export async function countDueParts(db: Db, now: Instant): Promise<Record<PartTerm, number>> {
  const counted = {} as Record<PartTerm, number>
  for (const name of NAMES) counted[name] = await db.$count(PARTS[name].table, PARTS[name].due(db, beforeOf(name, now)))
  return counted
}
