// What an employer does with a proposal it was sent: interest, refusal with a reason, interview, offer.
import type { CaseworkerActor, EmployerActor } from '#app/domain/shared/actor.ts'
import { NAME_DISCLOSES } from '#app/domain/proposals/anonymity.ts'
import { DAY_MS, type Instant } from '#app/domain/shared/day.ts'
import { NAME_CONSENT_DAYS } from '#app/domain/proposals/proposal.ts'
import { consent } from '#db/schema/index.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import type { Store } from '#db/store/store.ts'
import { encrypt, type MasterKey } from '#db/people/vault.ts'
import { moveProposal, type Moved } from './move.ts'
import { moveOwn } from './own-move.ts'
import { ownProposal } from './scope.ts'

type Seen = { id: string; version: number }

/** Interest asks the person at once whether they may be named. */
export async function showInterest(store: Store, actor: EmployerActor, seen: Seen, now: Instant): Promise<Moved> {
  const deadlineAt = now + NAME_CONSENT_DAYS * DAY_MS
  const asked = { proposalId: seen.id, kind: 'name' as const, discloses: [...NAME_DISCLOSES], askedAt: now, deadlineAt }
  return moveOwn(store, actor, { ...seen, move: 'show_interest', set: { deadlineAt } }, now, (tx) =>
    tx.insert(consent).values({ id: store.newId(), ...asked }),
  )
}

/** @param reason one of EMPLOYER_REASONS. @param note for the caseworker alone, sealed. */
export async function refuse(
  store: Store,
  master: MasterKey,
  actor: EmployerActor,
  { id, version, reason, note }: Seen & { reason: string; note: string },
  now: Instant,
): Promise<Moved> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    if (!row) return null
    const key = note === '' ? null : await personKeyOf(tx, master, row.candidateId)
    const sealed = key ? encrypt(key, `note:${id}`, note) : null
    return moveProposal(
      tx,
      store.newId,
      row,
      { move: 'refuse', party: 'employer', membershipId: actor.membershipId, version, reason, note: sealed },
      now,
    )
  })
}

type Interview = Seen & { interviewAt: Instant; interviewPlace: string }

/** The caseworker may write down what was agreed on the phone. */
export async function inviteToInterview(
  store: Store,
  actor: EmployerActor | CaseworkerActor,
  { id, version, interviewAt, interviewPlace }: Interview,
  now: Instant,
): Promise<Moved> {
  return moveOwn(store, actor, { id, version, move: 'interview', set: { interviewAt, interviewPlace } }, now)
}

/** @param startOn the first day that is offered, or null when it is still to be agreed. */
export async function offerJob(
  store: Store,
  actor: EmployerActor,
  { id, version, startOn }: Seen & { startOn: string | null },
  now: Instant,
): Promise<Moved> {
  return moveOwn(store, actor, { id, version, move: 'offer', set: { startOn } }, now)
}
