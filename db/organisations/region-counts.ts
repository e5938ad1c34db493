// Four true counts for the coordinators' home; those that are of people are protected before they leave.
import { and, count, eq, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { FINAL_STATES } from '#app/domain/proposals/proposal.ts'
import { protectedCount, type ProtectedCount } from '#app/domain/shared/small-numbers.ts'
import { candidate, employer, legalRestriction, proposal, vacancy } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { countOf } from '#db/store/paging.ts'
import { visibleVacancy } from '#db/vacancies/visibility.ts'

export type RegionCounts = {
  openVacancies: number
  seeking: ProtectedCount
  /** Proposals that are under way. */
  live: ProtectedCount
  /** Proposals that led to a first working day. */
  starts: ProtectedCount
  unverifiedRules: number
}

export async function countRegion(store: Store, _actor: CoordinatorActor, now: Instant): Promise<RegionCounts> {
  return store.read(async (db) => {
    const [open] = await db
      .select({ vacancies: count() })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(visibleVacancy('staff', now))
    return {
      openVacancies: open?.vacancies ?? 0,
      seeking: protectedCount(await countOf(db, candidate, eq(candidate.activity, 'seeking'))),
      live: protectedCount(await countOf(db, proposal, notInArray(proposal.state, [...FINAL_STATES]))),
      starts: protectedCount(
        await countOf(
          db,
          proposal,
          and(isNotNull(proposal.startOn), inArray(proposal.state, ['started', 'followed', 'completed', 'ended'])),
        ),
      ),
      unverifiedRules: await countOf(db, legalRestriction, and(isNull(legalRestriction.retiredAt), isNull(legalRestriction.verifiedOn))),
    }
  })
}
