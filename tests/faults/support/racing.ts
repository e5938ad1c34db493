// One of two who answer the same proposal at the same moment.
import type { CandidateActor, CaseworkerActor } from '#app/domain/shared/actor.ts'
import { answerConsent } from '#db/proposals/answer.ts'
import type { Store } from '#db/store/store.ts'

export type Racer = { actor: CaseworkerActor | CandidateActor; answer: 'yes' | 'no' }

/** @param line the proposal's id and the version both have seen. */
export async function answerWhenTold(store: Store, { actor, answer }: Racer, line: string, now: number): Promise<string> {
  const [id = '', version = ''] = line.split(' ')
  const channel = actor.kind === 'candidate' ? 'screen' : 'phone'
  const move = answer === 'yes' ? 'consent' : 'decline'
  const moved = await answerConsent(store, actor, { id, version: Number(version), move, channel }, now)
  return moved?.ok ? moved.proposal.state : (moved?.problem ?? 'missing')
}
