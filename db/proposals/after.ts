// After the job was accepted: the start, that it came to nothing, how it goes, that it ended.
import { and, eq, inArray } from 'drizzle-orm'
import type { CaseworkerActor, EmployerActor } from '#app/domain/shared/actor.ts'
import { SEEKING_STAGES } from '#app/domain/people/candidate.ts'
import { addDays, dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { FOLLOW_UP_WEEKS, type FollowUpEvidence, type FollowUpWeek } from '#app/domain/proposals/proposal.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { candidate, followUp } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { moveProposal, type Moved } from './move.ts'
import { moveOwn } from './own-move.ts'
import { ownProposal } from './scope.ts'

type Party = EmployerActor | CaseworkerActor
type Seen = { id: string; version: number }

/** The first working day is known: the person is in work. */
export async function recordStart(store: Store, actor: Party, { startOn, ...seen }: Seen & { startOn: Day }, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'start', set: { startOn } }, now, (tx, moved) => nowInWork(tx, moved.candidateId, now))
}

/** @param reason one of NOT_STARTED_REASONS. */
export async function recordNoStart(store: Store, actor: Party, seen: Seen & { reason: string }, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'not_start' }, now)
}

/** @param reason one of END_REASONS. The person seeks work again, waiting since now. */
export async function recordEnd(store: Store, actor: Party, seen: Seen & { reason: string }, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'end' }, now, (tx, moved) => seeksAgain(tx, moved.candidateId, now))
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
  const stage = (person?.plannedReleaseOn ?? '') > dayOf(now) ? 'open_prison' : 'released'
  const changed = await tx
    .update(candidate)
    .set({ stage, updatedAt: now, waitingSince: now })
    .where(and(eq(candidate.id, candidateId), eq(candidate.stage, 'in_work')))
    .returning({ id: candidate.id })
  if (changed.length > 0) await recordChange(tx, 'candidate', candidateId)
}

type Outcome =
  | { outcome: 'in_work'; evidence: FollowUpEvidence }
  | { outcome: 'not_in_work'; evidence: FollowUpEvidence; reason: string }
  | { outcome: 'unknown'; evidence: null }
type FollowUp = Seen & { week: FollowUpWeek } & Outcome

/**
 * How it is known at 6, 13 or 26 weeks. The last one completes the proposal; somebody who is no longer in work is not followed further: the
 * job has ended.
 */
export async function recordFollowUp(
  store: Store,
  actor: CaseworkerActor,
  { id, version, week, ...known }: FollowUp,
  now: Instant,
): Promise<Moved> {
  try {
    return await store.write(async (tx) => {
      const row = await ownProposal(tx, actor, id)
      if (!row) return null
      if (row.startOn === null || followUpDue(row.startOn, week) > dayOf(now)) return { ok: false, problem: 'notAllowedNow' }
      const { outcome, evidence } = known
      const party = { party: 'caseworker', membershipId: actor.membershipId } as const
      const ended = known.outcome === 'not_in_work'
      const move = ended ? ({ move: 'end', reason: known.reason } as const) : ({ move: 'follow_up' } as const)
      const moved = await moveProposal(tx, store.newId, row, { ...move, version, ...party }, now)
      if (!moved?.ok) return moved
      await tx
        .insert(followUp)
        .values({ id: store.newId(), proposalId: id, week, outcome, evidence, membershipId: actor.membershipId, at: now })
      if (ended) await seeksAgain(tx, row.candidateId, now)
      if (ended || week !== FOLLOW_UP_WEEKS[2]) return moved
      return moveProposal(tx, store.newId, moved.proposal, { move: 'complete', version: null, ...party }, now)
    })
  } catch (error) {
    if (violationOf(error)?.kind === 'unique') return { ok: false, problem: 'alreadyAnswered' }
    throw error
  }
}

/** The day a follow-up falls due. */
export function followUpDue(startOn: Day, week: FollowUpWeek): Day {
  return addDays(startOn, week * 7)
}
