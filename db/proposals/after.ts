// After the job was accepted: the start, that it came to nothing, how it goes, that it ended.
import { and, eq, inArray } from 'drizzle-orm'
import { SEEKING_STAGES } from '#app/domain/people/candidate.ts'
import { dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { LAST_FOLLOW_UP, type FollowUp } from '#app/domain/proposals/follow-up.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { candidate, followUp } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { moveOwn, moveProposal, type Seen } from './move.ts'
import type { Moved } from './move-types.ts'
import { membershipOf, ownProposal, partyOf, type ProposalActor } from './scope.ts'

/** The first working day is known: the person is in work. */
export async function recordStart(
  store: Store,
  actor: ProposalActor,
  { startOn, ...seen }: Seen & { startOn: Day | null },
  now: Instant,
): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'start', set: { startOn } }, now, {
    after: (tx, moved) => nowInWork(tx, moved.candidateId, now),
  })
}

type WithReason = Seen & { reason: string | null }

export async function recordNoStart(store: Store, actor: ProposalActor, seen: WithReason, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'not_start' }, now)
}

/** The person seeks work again, waiting since now. */
export async function recordEnd(store: Store, actor: ProposalActor, seen: WithReason, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'end' }, now, { after: (tx, moved) => seeksAgain(tx, moved.candidateId, now) })
}

async function nowInWork(tx: Tx, candidateId: string, now: Instant): Promise<void> {
  const changed = await tx
    .update(candidate)
    .set({ stage: 'in_work', updatedAt: now })
    .where(and(eq(candidate.id, candidateId), inArray(candidate.stage, [...SEEKING_STAGES])))
    .returning({ id: candidate.id })
  if (changed.length > 0) await recordChange(tx, 'candidate', candidateId)
}

/** Somebody who worked from open prison is still there until the planned day. */
async function seeksAgain(tx: Tx, candidateId: string, now: Instant): Promise<void> {
  const [person] = await tx.select({ plannedReleaseOn: candidate.plannedReleaseOn }).from(candidate).where(eq(candidate.id, candidateId))
  const stage = (person?.plannedReleaseOn ?? '') > dayOf(now) ? 'open_prison' : 'looking'
  const changed = await tx
    .update(candidate)
    .set({ stage, updatedAt: now, waitingSince: now })
    .where(and(eq(candidate.id, candidateId), eq(candidate.stage, 'in_work')))
    .returning({ id: candidate.id })
  if (changed.length > 0) await recordChange(tx, 'candidate', candidateId)
}

/**
 * How it is known at 6, 13 or 26 weeks. The last one completes the proposal; somebody who is no longer in work is not followed further: the
 * job has ended, for the reason that is given.
 */
export async function recordFollowUp(
  store: Store,
  actor: ProposalActor,
  { id, version, reason, ...found }: WithReason & FollowUp,
  now: Instant,
): Promise<Moved> {
  const by = { party: partyOf(actor), membershipId: membershipOf(actor) }
  const ended = found.outcome === 'not_in_work'
  try {
    return await store.write(async (tx) => {
      const row = await ownProposal(tx, actor, id)
      if (!row) return null
      const move = ended ? ({ move: 'end', reason } as const) : ({ move: 'follow_up' } as const)
      const moved = await moveProposal(tx, store.newId, row, { ...move, ...by, version, followUp: found }, now)
      if (!moved?.ok) return moved
      await tx.insert(followUp).values({ id: store.newId(), proposalId: id, ...found, membershipId: by.membershipId, at: now })
      if (ended) await seeksAgain(tx, row.candidateId, now)
      if (ended || found.week !== LAST_FOLLOW_UP) return moved
      return moveProposal(tx, store.newId, moved.proposal, { move: 'complete', version: null, ...by }, now)
    })
  } catch (error) {
    if (violationOf(error)?.kind === 'unique') return { ok: false, problem: 'alreadyAnswered' }
    throw error
  }
}
