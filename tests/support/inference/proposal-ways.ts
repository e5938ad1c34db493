// How a proposal comes to each state, by the changes that the site itself makes: what an employer is shown is frozen by the code under test.
import type { CaseworkerActor, EmployerActor } from '#app/domain/shared/actor.ts'
import { DAY_MS, dayOf, type Instant } from '#app/domain/shared/day.ts'
import type { FollowUpWeek } from '#app/domain/proposals/follow-up.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { recordEnd, recordFollowUp, recordNoStart, recordStart } from '#db/proposals/after.ts'
import { acceptJob, answerConsent, turnDown, withdraw } from '#db/proposals/answer.ts'
import { askCandidate, createProposal, sendProposal } from '#db/proposals/ask.ts'
import { inviteToInterview, offerJob, refuse, showInterest } from '#db/proposals/employer-moves.ts'
import type { Moved } from '#db/proposals/move-types.ts'
import type { Seen } from '#db/proposals/move.ts'
import { tellEmployers } from '#db/proposals/telling.ts'
import type { MasterKey } from '#db/people/vault.ts'
import type { Store } from '#db/store/store.ts'

export type Proposing = { store: Store; master: MasterKey; caseworker: CaseworkerActor; employer: EmployerActor }
type Step = (by: Proposing, seen: Seen, now: Instant, code: Uint8Array) => Promise<Moved>

/** Whatever was promised was kept. */
const PROMISED = { talk: 'kept', mentor: 'kept', visit: 'kept', replacement: 'kept' } as const
const byPhone = { channel: 'phone' } as const
const week =
  (weeks: FollowUpWeek): Step =>
  ({ store, master, caseworker }, seen, now) =>
    recordFollowUp(
      store,
      master,
      caseworker,
      { ...seen, week: weeks, outcome: 'in_work', evidence: 'caseworker', promises: PROMISED, reason: null },
      now + weeks * 7 * DAY_MS,
    )

const STEPS = {
  ask: ({ store, caseworker }, seen, now) => askCandidate(store, caseworker, { ...seen, deadlineDays: 7 }, now),
  consent: ({ store, caseworker }, seen, now) => answerConsent(store, caseworker, { ...seen, move: 'consent', ...byPhone }, now),
  decline: ({ store, caseworker }, seen, now) =>
    answerConsent(store, caseworker, { ...seen, move: 'decline', reason: 'pay', ...byPhone }, now),
  send: ({ store, caseworker }, seen, now, code) => sendProposal(store, caseworker, seen, () => code, now),
  interest: ({ store, employer }, seen, now) => showInterest(store, employer, seen, now),
  refuse: ({ store, master, employer }, seen, now) => refuse(store, master, employer, { ...seen, reason: 'distance', note: '' }, now),
  name: ({ store, caseworker }, seen, now) => answerConsent(store, caseworker, { ...seen, move: 'name', ...byPhone }, now),
  interview: ({ store, employer }, seen, now) =>
    inviteToInterview(store, employer, { ...seen, interviewAt: now + DAY_MS, interviewPlace: 'Noliktavas iela 1' }, now),
  offer: ({ store, employer }, seen, now) => offerJob(store, employer, { ...seen, startOn: dayOf(now) }, now),
  accept: ({ store, caseworker }, seen, now) => acceptJob(store, caseworker, seen, now),
  turnDown: ({ store, caseworker }, seen, now) => turnDown(store, caseworker, { ...seen, reason: 'pay' }, now),
  withdraw: ({ store, caseworker }, seen, now) => withdraw(store, caseworker, { ...seen, reason: 'pay' }, now),
  start: ({ store, master, employer }, seen, now) => recordStart(store, master, employer, { ...seen, startOn: dayOf(now) }, now),
  notStart: ({ store, employer }, seen, now) => recordNoStart(store, employer, { ...seen, reason: 'transport' }, now),
  end: ({ store, master, employer }, seen, now) => recordEnd(store, master, employer, { ...seen, reason: 'quit' }, now),
  week6: week(6),
  week13: week(13),
  week26: week(26),
} satisfies Record<string, Step>
type StepName = keyof typeof STEPS

const SENT = ['ask', 'consent', 'send'] as const
const NAMED = [...SENT, 'interest', 'name'] as const
const ACCEPTED = [...NAMED, 'offer', 'accept'] as const

/** Those that end by themselves stop where they wait: the clock, or the vacancy that is filled, closes them. */
export const WAYS: Readonly<Record<ProposalState, readonly StepName[]>> = {
  draft: [],
  asked: ['ask'],
  consented: ['ask', 'consent'],
  sent: SENT,
  interested: [...SENT, 'interest'],
  named: NAMED,
  interview: [...NAMED, 'interview'],
  offered: [...NAMED, 'interview', 'offer'],
  accepted: ACCEPTED,
  started: [...ACCEPTED, 'start'],
  followed: [...ACCEPTED, 'start', 'week6'],
  completed: [...ACCEPTED, 'start', 'week6', 'week13', 'week26'],
  declined_by_candidate: [...NAMED, 'turnDown'],
  consent_expired: [...SENT, 'interest'],
  declined_by_employer: [...SENT, 'refuse'],
  no_answer: SENT,
  withdrawn: [...SENT, 'withdraw'],
  vacancy_filled: SENT,
  not_started: [...ACCEPTED, 'notStart'],
  ended: [...ACCEPTED, 'start', 'end'],
}
/** Those after which the person may be proposed elsewhere at the same employer. */
export const ENDING_WAYS: readonly (readonly StepName[])[] = [
  WAYS.declined_by_candidate,
  WAYS.declined_by_employer,
  WAYS.withdrawn,
  WAYS.completed,
  WAYS.not_started,
  WAYS.ended,
]
/** What an employer never hears of: the proposal had not been sent. */
export const UNSENT_WAYS: readonly (readonly StepName[])[] = [WAYS.draft, ['ask', 'decline'], ['ask', 'withdraw']]
/** What goes on unsent, or was sent, and perhaps taken back, on the day of which the employer has not been told. */
export const UNTOLD_WAYS: readonly (readonly StepName[])[] = [WAYS.asked, WAYS.consented, WAYS.sent, WAYS.withdrawn]

type Wanted = { candidateId: string; vacancyId: string; way: readonly StepName[]; code: Uint8Array; untold?: boolean }

/** The employer is told of each step unless `untold`. Throws when a step is refused: the world would not be the one that was meant. */
export async function propose(by: Proposing, { candidateId, vacancyId, way, code, untold = false }: Wanted, now: Instant): Promise<string> {
  let moved = await createProposal(by.store, by.caseworker, candidateId, vacancyId, now)
  for (const name of way) {
    if (!moved?.ok) break
    const { id, version } = moved.proposal
    moved = await STEPS[name](by, { id, version }, now, code)
    if (!untold) await tellEmployers(by.store, now + 1)
  }
  if (!moved?.ok) throw new Error(`The proposal of ${candidateId} for ${vacancyId} came to a stop: ${JSON.stringify(moved)}`)
  return moved.proposal.id
}
