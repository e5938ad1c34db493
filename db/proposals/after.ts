// After the job was accepted: the start, that it came to nothing, how it goes, that it ended.
import { and, eq } from 'drizzle-orm'
import type { Activity, Situation } from '#app/domain/people/candidate.ts'
import { seekingAgain } from '#app/domain/people/shown-stage.ts'
import { dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { LAST_FOLLOW_UP, type FollowUp } from '#app/domain/proposals/follow-up.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { readSituation, situationColumns } from '#db/people/situation.ts'
import type { MasterKey } from '#db/people/vault.ts'
import { candidate, followUp } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { moveOwn, moveProposal, type Seen } from './move.ts'
import type { Moved } from './move-types.ts'
import { membershipOf, ownProposal, partyOf, type ProposalActor } from './scope.ts'

/** The first working day is known: the person is in work. */
export async function recordStart(
  store: Store,
  master: MasterKey,
  actor: ProposalActor,
  { startOn, ...seen }: Seen & { startOn: Day | null },
  now: Instant,
): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'start', set: { startOn } }, now, {
    after: (tx, moved) => nowInWork(tx, master, moved.candidateId, now),
  })
}

type WithReason = Seen & { reason: string | null }

export async function recordNoStart(store: Store, actor: ProposalActor, seen: WithReason, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'not_start' }, now)
}

/** The person seeks work again, waiting since now. */
export async function recordEnd(store: Store, master: MasterKey, actor: ProposalActor, seen: WithReason, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'end' }, now, { after: (tx, moved) => seeksAgain(tx, master, moved.candidateId, now) })
}

async function nowInWork(tx: Tx, master: MasterKey, candidateId: string, now: Instant): Promise<void> {
  await changeSituation(tx, master, candidateId, 'seeking', (situation) => ({ ...situation, stage: 'in_work' }), { updatedAt: now })
}

async function seeksAgain(tx: Tx, master: MasterKey, candidateId: string, now: Instant): Promise<void> {
  const back = (situation: Situation): Situation => ({
    ...situation,
    stage: seekingAgain(situation.plannedReleaseOn, dayOf(now)),
  })
  await changeSituation(tx, master, candidateId, 'working', back, { updatedAt: now, waitingSince: now })
}

/** Nothing where the person is not in this activity any more, or was erased. */
async function changeSituation(
  tx: Tx,
  master: MasterKey,
  candidateId: string,
  from: Activity,
  next: (situation: Situation) => Situation,
  times: { updatedAt: Instant; waitingSince?: Instant },
): Promise<void> {
  const own = and(eq(candidate.id, candidateId), eq(candidate.activity, from))
  const [person] = await tx.select({ situation: candidate.situation }).from(candidate).where(own)
  const key = await personKeyOf(tx, master, candidateId)
  if (!person || !key) return
  const situation = next(readSituation(key, candidateId, person.situation))
  await tx
    .update(candidate)
    .set({ ...situationColumns(key, candidateId, situation), ...times })
    .where(own)
  await recordChange(tx, 'candidate', candidateId)
}

/**
 * How it is known at 6, 13 or 26 weeks. The last one completes the proposal; somebody who is no longer in work is not followed further: the
 * job has ended, for the reason that is given.
 */
export async function recordFollowUp(
  store: Store,
  master: MasterKey,
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
      if (ended) await seeksAgain(tx, master, row.candidateId, now)
      if (ended || found.week !== LAST_FOLLOW_UP) return moved
      return moveProposal(tx, store.newId, moved.proposal, { move: 'complete', version: null, ...by }, now)
    })
  } catch (error) {
    if (violationOf(error)?.kind === 'unique') return { ok: false, problem: 'alreadyAnswered' }
    throw error
  }
}
