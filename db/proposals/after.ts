// After the job was accepted: the start, that it came to nothing, how it goes, that it ended.
import { and, eq, inArray } from 'drizzle-orm'
import type { CaseworkerActor, EmployerActor } from '#app/domain/actor.ts'
import { SEEKING_STAGES } from '#app/domain/candidate.ts'
import { addDays, dayOf, type Day, type Instant } from '#app/domain/day.ts'
import { FOLLOW_UP_WEEKS, type FollowUpEvidence, type FollowUpWeek } from '#app/domain/proposal.ts'
import { recordChange } from '#db/changes.ts'
import { candidate, followUp } from '#db/schema/index.ts'
import { violationOf } from '#db/store/sqlite.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { moveProposal, type Moved } from './move.ts'
import { ownProposal } from './scope.ts'

type Party = EmployerActor | CaseworkerActor
type Seen = { id: string; version: number }

/** The first working day is known: the person is in work. */
export async function recordStart(
  store: Store,
  actor: Party,
  { id, version, startOn }: Seen & { startOn: Day },
  now: Instant,
): Promise<Moved> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    if (!row) return null
    const moved = await moveProposal(
      tx,
      store.newId,
      row,
      { move: 'start', party: actor.kind, membershipId: actor.membershipId, version, set: { startOn } },
      now,
    )
    if (moved?.ok) await setStage(tx, row.candidateId, 'in_work', now)
    return moved
  })
}

/** @param reason one of NOT_STARTED_REASONS. */
export async function recordNoStart(
  store: Store,
  actor: Party,
  { id, version, reason }: Seen & { reason: string },
  now: Instant,
): Promise<Moved> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    if (!row) return null
    return moveProposal(
      tx,
      store.newId,
      row,
      { move: 'not_start', party: actor.kind, membershipId: actor.membershipId, version, reason },
      now,
    )
  })
}

/** @param reason one of END_REASONS. The person seeks work again, waiting since now. */
export async function recordEnd(
  store: Store,
  actor: Party,
  { id, version, reason }: Seen & { reason: string },
  now: Instant,
): Promise<Moved> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    if (!row) return null
    const moved = await moveProposal(
      tx,
      store.newId,
      row,
      { move: 'end', party: actor.kind, membershipId: actor.membershipId, version, reason },
      now,
    )
    if (moved?.ok) await setStage(tx, row.candidateId, 'released', now)
    return moved
  })
}

async function setStage(tx: Tx, candidateId: string, stage: 'in_work' | 'released', now: Instant): Promise<void> {
  const changed = await tx
    .update(candidate)
    .set({ stage, updatedAt: now, ...(stage === 'released' ? { waitingSince: now } : {}) })
    .where(and(eq(candidate.id, candidateId), inArray(candidate.stage, stage === 'in_work' ? [...SEEKING_STAGES] : ['in_work'])))
    .returning({ id: candidate.id })
  if (changed.length > 0) await recordChange(tx, 'candidate', candidateId)
}

type Outcome = { outcome: 'in_work'; evidence: FollowUpEvidence } | { outcome: 'unknown'; evidence: null }
type FollowUp = Seen & { week: FollowUpWeek } & Outcome

/** How it is known at 6, 13 or 26 weeks. The last one completes the proposal. A person who is not in work any more is `recordEnd`. */
export async function recordFollowUp(
  store: Store,
  actor: CaseworkerActor,
  { id, version, week, outcome, evidence }: FollowUp,
  now: Instant,
): Promise<Moved> {
  try {
    return await store.write(async (tx) => {
      const row = await ownProposal(tx, actor, id)
      if (!row) return null
      if (row.startOn === null || followUpDue(row.startOn, week) > dayOf(now)) return { ok: false, problem: 'notAllowedNow' }
      const party = { party: 'caseworker', membershipId: actor.membershipId } as const
      const followed = await moveProposal(tx, store.newId, row, { move: 'follow_up', version, ...party }, now)
      if (!followed?.ok) return followed
      await tx
        .insert(followUp)
        .values({ id: store.newId(), proposalId: id, week, outcome, evidence, membershipId: actor.membershipId, at: now })
      if (week !== FOLLOW_UP_WEEKS[2]) return followed
      return moveProposal(tx, store.newId, followed.proposal, { move: 'complete', version: null, ...party }, now)
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
