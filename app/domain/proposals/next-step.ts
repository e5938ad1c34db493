// What a caseworker does next with a proposal: the one thing that moves it on, and the rest that is possible.
import type { Day, Instant } from '#app/domain/shared/day.ts'
import { addDays } from '#app/domain/shared/day.ts'
import { FOLLOW_UP_WEEKS, movesFor, type FollowUpWeek, type ProposalMove, type ProposalState } from './proposal.ts'

/** A form on the page of a proposal, by name. */
export const CASEWORK_FORMS = [
  'question',
  'ask',
  'answer',
  'send',
  'accept',
  'start',
  'follow_up',
  'interview',
  'turn_down',
  'not_start',
  'end',
  'withdraw',
] as const
export type CaseworkForm = (typeof CASEWORK_FORMS)[number]

/** What only moves a proposal on; the others are ways out or somebody else's turn. */
const MOVING_ON: readonly CaseworkForm[] = ['question', 'ask', 'answer', 'send', 'accept', 'start', 'follow_up']

const FORM_OF: Partial<Record<ProposalMove, CaseworkForm>> = {
  ask: 'ask',
  consent: 'answer',
  decline: 'answer',
  name: 'answer',
  send: 'send',
  interview: 'interview',
  accept: 'accept',
  turn_down: 'turn_down',
  start: 'start',
  not_start: 'not_start',
  follow_up: 'follow_up',
  end: 'end',
  withdraw: 'withdraw',
}

export type FollowUpTurn = { week: FollowUpWeek; dueOn: Day; due: boolean }

/** The first follow-up nobody has recorded; null before the start and after the last one. */
export function followUpTurn(startOn: Day | null, recorded: readonly number[], today: Day): FollowUpTurn | null {
  const week = FOLLOW_UP_WEEKS.find((one) => !recorded.includes(one))
  if (startOn === null || week === undefined) return null
  const dueOn = addDays(startOn, week * 7)
  return { week, dueOn, due: dueOn <= today }
}

export type NextInput = { state: ProposalState; openQuestions: number; deadlineAt: Instant | null; turn: FollowUpTurn | null }
export type NextStep = { primary: CaseworkForm | null; quiet: CaseworkForm[] }

/** An answer that comes after its deadline is not taken, so its form is not shown. */
export function nextStep({ state, openQuestions, deadlineAt, turn }: NextInput, now: Instant): NextStep {
  const possible = movesFor(state, 'caseworker').flatMap((move) => FORM_OF[move] ?? [])
  const late = deadlineAt !== null && deadlineAt <= now
  const offered = CASEWORK_FORMS.filter((form) => {
    if (form === 'question') return openQuestions > 0 && possible.length > 0
    if (form === 'answer' && late) return false
    return possible.includes(form) && (form !== 'follow_up' || turn?.due === true)
  })
  const primary = offered.find((form) => MOVING_ON.includes(form)) ?? null
  return { primary, quiet: offered.filter((form) => form !== primary) }
}
