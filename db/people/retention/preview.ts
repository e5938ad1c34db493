// What the daily job did and will do, in protected numbers: a coordinator sees how many, never who.
import { and, eq, gte } from 'drizzle-orm'
import { PERSON_TERM_NAMES, type PartTerm } from '#app/domain/people/retention.ts'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { addMonths, dayOf, startOfDay, type Instant } from '#app/domain/shared/day.ts'
import { MOST_COUNTED } from '#app/domain/shared/lists.ts'
import { protectedCount, type ProtectedCount } from '#app/domain/shared/small-numbers.ts'
import { backgroundJob, candidate, erasure, retentionNotice } from '#db/schema/index.ts'
import { countOf } from '#db/store/paging.ts'
import type { Store } from '#db/store/store.ts'
import { dueNotices, nearEnd } from './notices.ts'
import { countDueParts } from './parts.ts'

/** 'none' is told apart from few: that nothing is due says nothing of anybody. */
type Shown = ProtectedCount | 'none'
export type RetentionPreview = {
  ranAt: Instant | null
  warned: Shown
  /** By its term, in the last twelve months. */
  erased: Shown
  /** By the next pass. */
  toErase: Shown
  toWarn: Shown
  parts: Record<PartTerm, Shown>
}

const shown = (number: number): Shown => (number === 0 ? 'none' : protectedCount(number))

export async function previewRetention(store: Store, _actor: CoordinatorActor, now: Instant): Promise<RetentionPreview> {
  const yearAgo = startOfDay(addMonths(dayOf(now), -12))
  return store.read(async (db) => {
    const [job] = await db.select({ doneAt: backgroundJob.doneAt }).from(backgroundJob).where(eq(backgroundJob.id, 'retention'))
    let toWarn = 0
    for (const term of PERSON_TERM_NAMES) toWarn += await countOf(db, candidate, nearEnd(db, term, now))
    const parts = await countDueParts(db, now)
    return {
      ranAt: job?.doneAt ?? null,
      warned: shown(await countOf(db, retentionNotice, eq(retentionNotice.state, 'warned'))),
      erased: shown(await countOf(db, erasure, and(eq(erasure.why, 'term'), gte(erasure.doneAt, yearAgo)))),
      toErase: shown((await dueNotices(db, now, MOST_COUNTED)).length),
      toWarn: shown(toWarn),
      parts: {
        proposalWords: shown(parts.proposalWords),
        labels: shown(parts.labels),
        corrections: shown(parts.corrections),
        tasks: shown(parts.tasks),
      },
    }
  })
}
