// What somebody can do with a proposal on its page: the one move that leads it on, and the rest that is possible.
import type { Day, Instant } from '#app/domain/shared/day.ts'
import { FOLLOW_UP_WEEKS, followUpDay, type FollowUpWeek } from './follow-up.ts'
import {
  guardsOf,
  isFinal,
  movesFor,
  PROPOSAL_MOVE_NAMES,
  PROPOSAL_MOVES,
  type Party,
  type ProposalMove,
  type ProposalState,
} from './proposal.ts'

/** The clock's moves, the one that comes with the last follow-up, and the one that comes with a vacancy's. */
const WITHOUT_FORM = ['expire_consent', 'close_unanswered', 'complete', 'fill_elsewhere'] as const satisfies readonly ProposalMove[]

/** A move that is made by a form of its name. */
export type FormMove = Exclude<ProposalMove, (typeof WITHOUT_FORM)[number]>
export type FormParty = Exclude<Party, 'clock'>

function hasForm(move: ProposalMove): move is FormMove {
  return !(WITHOUT_FORM as readonly ProposalMove[]).includes(move)
}

/** The move that a form of this name makes for the party, in whatever state; null when there is none. */
export function formMove(form: string, party: FormParty): FormMove | null {
  const move = PROPOSAL_MOVE_NAMES.find((name) => name === form)
  const by: readonly Party[] = move === undefined ? [] : PROPOSAL_MOVES[move].by
  return move !== undefined && hasForm(move) && by.includes(party) ? move : null
}

export type FollowUpTurn = { week: FollowUpWeek; dueOn: Day; due: boolean }

/** The first follow-up nobody has recorded; null before the start and after the last one. */
export function followUpTurn(startOn: Day | null, recorded: readonly number[], today: Day): FollowUpTurn | null {
  const week = FOLLOW_UP_WEEKS.find((one) => !recorded.includes(one))
  if (startOn === null || week === undefined) return null
  const dueOn = followUpDay(startOn, week)
  return { week, dueOn, due: dueOn <= today }
}

type ProposalStatus = {
  state: ProposalState
  deadlineAt: Instant | null
  turn?: FollowUpTurn | null
  /** Of the person, that a caseworker has not answered. */
  openQuestions?: number
}
/** Of the forms on the page, by name: the one that is pressed first, and the others. */
export type NextStep = { primary: FormMove | 'answer_question' | null; quiet: FormMove[] }

/** What leads on; for the caseworker an interview does not: that is the employer's, and only written down. */
function leadsOn(move: FormMove, party: FormParty): boolean {
  return !isFinal(PROPOSAL_MOVES[move].to) && !(move === 'interview' && party === 'caseworker')
}

/** A move whose guard cannot hold now is not offered. */
export function nextStep(status: ProposalStatus, party: FormParty, now: Instant): NextStep {
  const { state, deadlineAt, turn, openQuestions = 0 } = status
  const offered = movesFor(state, party).filter((move): move is FormMove => {
    // A caseworker writes down a no in the form of the yes.
    if (!hasForm(move) || (move === 'decline' && party === 'caseworker')) return false
    if (guardsOf(move).includes('in_time') && deadlineAt !== null && deadlineAt <= now) return false
    return move !== 'follow_up' || turn?.due === true
  })
  const leading = offered.filter((move) => leadsOn(move, party))
  const ordered = [...leading, ...offered.filter((move) => !leading.includes(move))]
  if (openQuestions > 0 && ordered.length > 0) return { primary: 'answer_question', quiet: ordered }
  return leading.length === 0 ? { primary: null, quiet: ordered } : { primary: ordered[0] ?? null, quiet: ordered.slice(1) }
}
