// What a line in the list of people says: on whom the person's proposals wait, and what comes next.
import { READINESS_ITEMS, type ReadinessItem, type ReadinessState } from './candidate.ts'
import { dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { followUpTurn } from '#app/domain/proposals/next-step.ts'
import { AT_WORK, statesWaitingOn, type ProposalState } from '#app/domain/proposals/proposal.ts'

export const WAITING_PARTIES = ['caseworker', 'candidate', 'employer'] as const
export type WaitingParty = (typeof WAITING_PARTIES)[number]

export type LiveProposal = {
  state: ProposalState
  stateSince: Instant
  deadlineAt: Instant | null
  interviewAt: Instant | null
  startOn: Day | null
  followedWeeks: readonly number[]
}

/** The caseworker's own turn first, then the person's, then the employer's; of one party the longest wait. */
export function waitingOf(proposals: readonly LiveProposal[]): { on: WaitingParty; since: Instant } | null {
  for (const on of WAITING_PARTIES) {
    const states = statesWaitingOn(on)
    const since = proposals.filter(({ state }) => states.includes(state)).map(({ stateSince }) => stateSince)
    if (since.length > 0) return { on, since: Math.min(...since) }
  }
  return null
}

export type NextDate = { what: 'interview' | 'answer' | 'start' | 'follow_up' | 'readiness' | 'release'; day: Day; overdue: boolean }

function datesOf(proposal: LiveProposal, today: Day): Omit<NextDate, 'overdue'>[] {
  const { state, deadlineAt, interviewAt, startOn, followedWeeks } = proposal
  if (AT_WORK.includes(state)) {
    const turn = followUpTurn(startOn, followedWeeks, today)
    return turn === null ? [] : [{ what: 'follow_up', day: turn.dueOn }]
  }
  const interview =
    state === 'interview' && interviewAt !== null && dayOf(interviewAt) >= today
      ? [{ what: 'interview' as const, day: dayOf(interviewAt) }]
      : []
  const start = state === 'accepted' && startOn !== null ? [{ what: 'start' as const, day: startOn }] : []
  const answer = deadlineAt === null ? [] : [{ what: 'answer' as const, day: dayOf(deadlineAt) }]
  return [...interview, ...start, ...answer]
}

type Line = { proposals: readonly LiveProposal[]; readinessDueOn: readonly Day[]; plannedReleaseOn: Day | null }

/** The earliest thing that still has to happen; what should have happened already is overdue. */
export function nextDate({ proposals, readinessDueOn, plannedReleaseOn }: Line, today: Day): NextDate | null {
  const dates: Omit<NextDate, 'overdue'>[] = [
    ...proposals.flatMap((proposal) => datesOf(proposal, today)),
    ...readinessDueOn.map((day) => ({ what: 'readiness' as const, day })),
    ...(plannedReleaseOn === null ? [] : [{ what: 'release' as const, day: plannedReleaseOn }]),
  ]
  const first = dates.sort((one, other) => (one.day < other.day ? -1 : 1))[0]
  return first ? { ...first, overdue: first.day < today } : null
}

export const READINESS_TOTAL = READINESS_ITEMS.length

export type ReadinessRow = { item: ReadinessItem; state: ReadinessState | null; who: string; dueOn: Day | null }
