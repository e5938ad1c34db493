// The one state machine of a proposal: from, to, who may, which guard. Server, screens, tests, documentation and the
// database's CHECKs read this table.

export const PROPOSAL_STATES = [
  'draft',
  'asked',
  'consented',
  'sent',
  'interested',
  'named',
  'interview',
  'offered',
  'accepted',
  'started',
  'followed',
  'completed',
  'declined_by_candidate',
  'consent_expired',
  'declined_by_employer',
  'no_answer',
  'withdrawn',
  'vacancy_filled',
  'not_started',
  'ended',
] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** Who acts. `clock` is the passing of a deadline. */
export const PARTIES = ['caseworker', 'candidate', 'employer', 'clock'] as const
export type Party = (typeof PARTIES)[number]

/**
 * What must hold beside the state:
 * `vacancy_open` the vacancy is published and unexpired · `share_consent` the person said yes to the coded proposal ·
 * `name_consent` the person said yes to being named · `reason` a reason is given · `deadline_passed` · `start_day` the first working day is given ·
 * `not_own_employer` the caseworker does not belong to this employer · `outcome` how it is known that the person is (not) in work.
 */
export const GUARDS = [
  'vacancy_open',
  'share_consent',
  'name_consent',
  'reason',
  'deadline_passed',
  'start_day',
  'not_own_employer',
  'outcome',
] as const
export type Guard = (typeof GUARDS)[number]

type Move = { from: readonly ProposalState[]; to: ProposalState; by: readonly Party[]; guards: readonly Guard[] }

export const PROPOSAL_MOVES = {
  ask: { from: ['draft'], to: 'asked', by: ['caseworker'], guards: ['vacancy_open', 'not_own_employer'] },
  consent: { from: ['asked'], to: 'consented', by: ['candidate', 'caseworker'], guards: ['share_consent'] },
  decline: { from: ['asked', 'interested'], to: 'declined_by_candidate', by: ['candidate', 'caseworker'], guards: [] },
  expire_consent: { from: ['asked', 'interested'], to: 'consent_expired', by: ['clock'], guards: ['deadline_passed'] },
  send: { from: ['consented'], to: 'sent', by: ['caseworker'], guards: ['vacancy_open', 'share_consent', 'not_own_employer'] },
  show_interest: { from: ['sent'], to: 'interested', by: ['employer'], guards: [] },
  refuse: { from: ['sent', 'interested', 'named', 'interview'], to: 'declined_by_employer', by: ['employer'], guards: ['reason'] },
  close_unanswered: { from: ['sent'], to: 'no_answer', by: ['clock'], guards: ['deadline_passed'] },
  name: { from: ['interested'], to: 'named', by: ['candidate', 'caseworker'], guards: ['name_consent'] },
  interview: { from: ['named'], to: 'interview', by: ['employer', 'caseworker'], guards: [] },
  offer: { from: ['named', 'interview'], to: 'offered', by: ['employer'], guards: [] },
  accept: { from: ['offered'], to: 'accepted', by: ['candidate', 'caseworker'], guards: [] },
  turn_down: { from: ['named', 'interview', 'offered'], to: 'declined_by_candidate', by: ['candidate', 'caseworker'], guards: [] },
  start: { from: ['accepted'], to: 'started', by: ['employer', 'caseworker'], guards: ['start_day'] },
  not_start: { from: ['accepted'], to: 'not_started', by: ['employer', 'caseworker'], guards: ['reason'] },
  follow_up: { from: ['started', 'followed'], to: 'followed', by: ['caseworker'], guards: ['outcome'] },
  complete: { from: ['followed'], to: 'completed', by: ['caseworker'], guards: ['outcome'] },
  end: { from: ['started', 'followed'], to: 'ended', by: ['employer', 'caseworker'], guards: ['reason'] },
  withdraw: {
    from: ['draft', 'asked', 'consented', 'sent', 'interested', 'named', 'interview', 'offered', 'accepted'],
    to: 'withdrawn',
    by: ['candidate', 'caseworker'],
    guards: [],
  },
  fill_elsewhere: {
    from: ['draft', 'asked', 'consented', 'sent', 'interested', 'named', 'interview', 'offered'],
    to: 'vacancy_filled',
    by: ['employer'],
    guards: [],
  },
} as const satisfies Record<string, Move>
export type ProposalMove = keyof typeof PROPOSAL_MOVES
export const PROPOSAL_MOVE_NAMES = Object.keys(PROPOSAL_MOVES) as ProposalMove[]

function moveOf(name: ProposalMove): Move {
  return PROPOSAL_MOVES[name]
}

/** Every pair the log may hold; the database's CHECK is generated from it. */
export const PROPOSAL_PAIRS: readonly { from: ProposalState; to: ProposalState }[] = PROPOSAL_MOVE_NAMES.flatMap((name) =>
  moveOf(name).from.map((from) => ({ from, to: moveOf(name).to })),
).filter((pair, index, all) => all.findIndex((other) => other.from === pair.from && other.to === pair.to) === index)

/** States nothing leads out of. */
export const FINAL_STATES: readonly ProposalState[] = PROPOSAL_STATES.filter((state) => !PROPOSAL_PAIRS.some((pair) => pair.from === state))

export function isFinal(state: ProposalState): boolean {
  return FINAL_STATES.includes(state)
}

/** The moves a party may make from a state, in the table's order; guards are checked by the change itself. */
export function movesFor(state: ProposalState, party: Party): ProposalMove[] {
  return PROPOSAL_MOVE_NAMES.filter((name) => moveOf(name).from.includes(state) && moveOf(name).by.includes(party))
}

export function mayMove(name: ProposalMove, state: ProposalState, party: Party): boolean {
  return moveOf(name).from.includes(state) && moveOf(name).by.includes(party)
}

/** Whom a proposal waits for; null when it is over. */
export const WAITING_ON = {
  draft: 'caseworker',
  asked: 'candidate',
  consented: 'caseworker',
  sent: 'employer',
  interested: 'candidate',
  named: 'employer',
  interview: 'employer',
  offered: 'candidate',
  accepted: 'employer',
  started: 'caseworker',
  followed: 'caseworker',
  completed: null,
  declined_by_candidate: null,
  consent_expired: null,
  declined_by_employer: null,
  no_answer: null,
  withdrawn: null,
  vacancy_filled: null,
  not_started: null,
  ended: null,
} as const satisfies Record<ProposalState, Exclude<Party, 'clock'> | null>

/** The employer sees a proposal only once it was sent to it. */
export const SEEN_BY_EMPLOYER: readonly ProposalState[] = PROPOSAL_STATES.filter(
  (state) => state !== 'draft' && state !== 'asked' && state !== 'consented',
)

/** From these states on the identity is open to the one employer; a way out closes it again. */
export const NAMED_STATES = [
  'named',
  'interview',
  'offered',
  'accepted',
  'started',
  'followed',
  'completed',
] as const satisfies readonly ProposalState[]

export function isNamed(state: ProposalState): boolean {
  return (NAMED_STATES as readonly ProposalState[]).includes(state)
}

export const EMPLOYER_REASONS = [
  'filled',
  'experience',
  'licence',
  'language',
  'distance',
  'hours',
  'start_date',
  'team',
  'did_not_come',
  'other',
] as const
export const CANDIDATE_REASONS = ['distance', 'pay', 'hours', 'work_kind', 'other_job', 'not_ready', 'employer', 'no_reason'] as const
export const NOT_STARTED_REASONS = [
  'changed_mind',
  'did_not_come',
  'documents',
  'transport',
  'health',
  'other_job',
  'employer_stopped',
  'other',
] as const
/** What an employer may give as the reason: nothing that tells of a person's past, not even in the source of its page. */
export const EMPLOYER_END_REASONS = ['quit', 'other_job', 'season_ended', 'employer_ended', 'health', 'moved', 'other'] as const
export const END_REASONS = ['quit', 'other_job', 'season_ended', 'employer_ended', 'health', 'custody', 'moved', 'other'] as const

/** What may be given as the reason of each move that takes one. */
export const MOVE_REASONS = {
  refuse: EMPLOYER_REASONS,
  decline: CANDIDATE_REASONS,
  turn_down: CANDIDATE_REASONS,
  not_start: NOT_STARTED_REASONS,
  end: END_REASONS,
} as const satisfies Partial<Record<ProposalMove, readonly string[]>>

export const CONSENT_KINDS = ['share', 'name'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]
export const CONSENT_CHANNELS = ['screen', 'in_person', 'phone', 'paper'] as const
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number]
export const CONSENT_DEADLINE_DAYS = [2, 3, 7, 14] as const
/** Days an employer has before a sent proposal may be closed kindly. */
export const EMPLOYER_ANSWER_DAYS = 14
/** Days a person has to answer whether they may be named. */
export const NAME_CONSENT_DAYS = 7

export const FOLLOW_UP_WEEKS = [6, 13, 26] as const
export type FollowUpWeek = (typeof FOLLOW_UP_WEEKS)[number]
export const FOLLOW_UP_EVIDENCE = ['employer_word', 'contract_seen', 'caseworker', 'candidate'] as const
export type FollowUpEvidence = (typeof FOLLOW_UP_EVIDENCE)[number]
export const FOLLOW_UP_OUTCOMES = ['in_work', 'not_in_work', 'unknown'] as const
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number]
