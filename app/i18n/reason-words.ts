// Why a proposal was moved, in words.
import {
  CANDIDATE_REASONS,
  EMPLOYER_REASONS,
  END_REASONS,
  NOT_STARTED_REASONS,
  PROPOSAL_MOVE_NAMES,
  PROPOSAL_MOVES,
  type ProposalMove,
  type ProposalState,
} from '#app/domain/proposals/proposal.ts'
import type { Language } from './language.ts'
import { translator, type TextKey } from './translate.ts'

const OF_THE_PERSON = CANDIDATE_REASONS.map((reason) => `words.candidateReason.${reason}` as const)
const REASON_KEYS: Partial<Record<ProposalMove, readonly TextKey[]>> = {
  refuse: EMPLOYER_REASONS.map((reason) => `words.employerReason.${reason}` as const),
  decline: OF_THE_PERSON,
  turn_down: OF_THE_PERSON,
  withdraw: OF_THE_PERSON,
  not_start: NOT_STARTED_REASONS.map((reason) => `words.notStartedReason.${reason}` as const),
  end: END_REASONS.map((reason) => `words.endReason.${reason}` as const),
}

/** One that is in the log and no longer in the vocabulary, as it is stored. */
export function reasonWord(language: Language, move: ProposalMove, reason: string): string {
  const key = REASON_KEYS[move]?.find((one) => one.endsWith(`.${reason}`))
  return key === undefined ? reason : translator(language)(key)
}

/** A move that leads to a state for a reason; where several do, they have the same reasons. */
export function moveWithReason(state: ProposalState): ProposalMove | undefined {
  return PROPOSAL_MOVE_NAMES.find((name) => PROPOSAL_MOVES[name].to === state && 'reasons' in PROPOSAL_MOVES[name])
}
