// What is said to a move of a proposal, and what it answers.
import type { FollowUp } from '#app/domain/proposals/follow-up.ts'
import type { ConsentKind, Party, ProposalMove } from '#app/domain/proposals/proposal.ts'
import type { proposal } from '#db/schema/index.ts'

export type ProposalRow = typeof proposal.$inferSelect

/** Why a move was not made; keys under `problems.`. */
export type MoveProblem =
  | 'notAllowedNow'
  | 'stale'
  | 'overMeanwhile'
  | 'vacancyNotOpen'
  | 'ownEmployer'
  | 'alreadyAsked'
  | 'alreadyAnswered'
  | 'answerTooLate'
  | 'outOfReach'
  | 'refusalLimit'
  | 'oneAtATime'
  | 'sameWork'
  | 'toBeConfirmed'
  | 'promisesMissing'
  | 'asksMore'
  | 'choose'
  | 'required'
/** `null` = there is no such proposal for this actor. */
export type Moved = { ok: true; proposal: ProposalRow } | { ok: false; problem: MoveProblem } | null

export type MoveInput = {
  move: ProposalMove
  party: Party
  membershipId: string | null
  /** What the actor saw; null when a clock acts. */
  version: number | null
  reason?: string | null
  /** Already encrypted. */
  note?: string | null
  /** What the person says yes to with this move. */
  yes?: ConsentKind
  /** What the move follows from. */
  followUp?: FollowUp
  set?: Partial<
    Pick<ProposalRow, 'deadlineAt' | 'code' | 'shown' | 'toDiscuss' | 'acceptance' | 'interviewAt' | 'interviewPlace' | 'startOn'>
  >
}
