// What an employer does with a proposal it was sent: interest, refusal with a reason, interview, job offer.
import { NAME_DISCLOSES } from '#app/domain/proposals/anonymity.ts'
import { deadlineIn, type Day, type Instant } from '#app/domain/shared/day.ts'
import { NAME_CONSENT_DAYS } from '#app/domain/proposals/proposal.ts'
import { logSentText } from '#db/accounts/text-override.ts'
import { consent } from '#db/schema/index.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import type { Store } from '#db/store/store.ts'
import { encrypt, type MasterKey } from '#db/people/vault.ts'
import type { Moved } from './move-types.ts'
import { moveOwn, type Seen } from './move.ts'
import type { ProposalActor } from './scope.ts'

/** Interest asks the person at once whether they may be named. */
export async function showInterest(store: Store, actor: ProposalActor, seen: Seen, now: Instant): Promise<Moved> {
  const deadlineAt = deadlineIn(NAME_CONSENT_DAYS, now)
  const asked = { proposalId: seen.id, kind: 'name' as const, discloses: [...NAME_DISCLOSES], askedAt: now, deadlineAt }
  return moveOwn(store, actor, { ...seen, move: 'show_interest', set: { deadlineAt } }, now, {
    after: (tx) => tx.insert(consent).values({ id: store.newId(), ...asked }),
  })
}

/** @param note for the caseworker alone, encrypted; '' for none. */
export async function refuse(
  store: Store,
  master: MasterKey,
  actor: ProposalActor,
  { note, ...seen }: Seen & { reason: string | null; note: string },
  now: Instant,
): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'refuse' }, now, {
    before: async (tx, row) => {
      const key = note === '' ? null : await personKeyOf(tx, master, row.candidateId)
      return { note: key && encrypt(key, `note:${row.id}`, note) }
    },
    after: (tx, { candidateId }) => logSentText(tx, store.newId, actor, { candidateId, text: note }, now),
  })
}

type Interview = Seen & { interviewAt: Instant; interviewPlace: string }

/** The caseworker may write down what was agreed on the phone. */
export async function inviteToInterview(
  store: Store,
  actor: ProposalActor,
  { interviewAt, interviewPlace, ...seen }: Interview,
  now: Instant,
): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'interview', set: { interviewAt, interviewPlace } }, now, {
    after: (tx, { candidateId }) => logSentText(tx, store.newId, actor, { candidateId, text: interviewPlace }, now),
  })
}

/** @param startOn the first day that is offered, or null when it is still to be agreed. */
export async function offerJob(
  store: Store,
  actor: ProposalActor,
  { startOn, ...seen }: Seen & { startOn: Day | null },
  now: Instant,
): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'offer_job', set: { startOn } }, now)
}
