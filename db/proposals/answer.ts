// What the person decides, by themselves or through the caseworker, recorded as such.
import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import type { ConsentChannel } from '#app/domain/proposals/proposal.ts'
import { consent } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import type { Moved } from './move-types.ts'
import { moveOwn, type Seen } from './move.ts'
import { membershipOf, partyOf, type ProposalActor } from './scope.ts'

const YES_TO = { consent: 'share', name: 'name' } as const
type Answer = Seen & { move: keyof typeof YES_TO | 'decline'; channel: ConsentChannel; reason?: string | null }

/** Yes to being proposed (`consent`) or to being named (`name`), or no to the question that is open (`decline`). */
export async function answerConsent(store: Store, actor: ProposalActor, { channel, ...move }: Answer, now: Instant): Promise<Moved> {
  const yes = move.move === 'decline' ? {} : { yes: YES_TO[move.move] }
  return moveOwn(store, actor, { ...move, ...yes }, now, {
    after: (tx) =>
      tx
        .update(consent)
        .set({
          answer: move.move === 'decline' ? 'no' : 'yes',
          answeredBy: partyOf(actor) === 'candidate' ? 'candidate' : 'caseworker',
          channel,
          membershipId: membershipOf(actor),
          answeredAt: now,
        })
        .where(and(eq(consent.proposalId, move.id), isNull(consent.answer))),
  })
}

type Decision = Seen & { reason?: string | null }

/** Taking the job that was offered. */
export async function acceptJob(store: Store, actor: ProposalActor, seen: Seen, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'accept' }, now)
}

/** Turning the job down, also before it is offered. */
export async function turnDown(store: Store, actor: ProposalActor, decision: Decision, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...decision, move: 'turn_down' }, now)
}

/** Stepping out at any time before the start. */
export async function withdraw(store: Store, actor: ProposalActor, decision: Decision, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...decision, move: 'withdraw' }, now)
}
