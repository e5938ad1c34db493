// Which question a person has to answer now, if any: to be told about, to be named, to take the job.
import type { Instant } from '#app/domain/shared/day.ts'
import { mayMove, type ProposalMove, type ProposalState } from './proposal.ts'

export type Question = 'share' | 'name' | 'job'
export type Asked = { state: ProposalState; deadlineAt: Instant | null }

/** The moves that answer each. */
export const ANSWERS = {
  share: { yes: 'consent', no: 'decline' },
  name: { yes: 'name', no: 'decline' },
  job: { yes: 'accept', no: 'turn_down' },
} as const satisfies Record<Question, Record<'yes' | 'no', ProposalMove>>

const QUESTIONS: Partial<Record<ProposalState, Question>> = { asked: 'share', interested: 'name', offered: 'job' }

/** The time to answer has passed, and the clock has not closed it yet. */
export function isLate({ state, deadlineAt }: Asked, now: Instant): boolean {
  return QUESTIONS[state] !== undefined && deadlineAt !== null && deadlineAt <= now
}

export function questionOf(proposal: Asked, now: Instant): Question | null {
  return isLate(proposal, now) ? null : (QUESTIONS[proposal.state] ?? null)
}

/** Where "no" answers a question, withdrawing would only be a second way to say it. */
export function mayWithdraw(proposal: Asked, now: Instant): boolean {
  return questionOf(proposal, now) === null && mayMove('withdraw', proposal.state, 'candidate')
}
