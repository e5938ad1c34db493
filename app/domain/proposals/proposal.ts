// The one state machine of a proposal: from, to, who may, what must hold, which reasons. The change itself (db/proposals/move.ts), forms,
// screens, tests and the database's CHECKs read this table.

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
const EMPLOYER_END_REASONS = ['quit', 'other_job', 'season_ended', 'employer_ended', 'health', 'moved', 'other'] as const
export const END_REASONS = ['quit', 'other_job', 'season_ended', 'employer_ended', 'health', 'custody', 'moved', 'other'] as const

/** What must hold beside the state; each is checked in one place, db/proposals/guards.ts. */
export type Guard =
  /** The vacancy is published and has not expired. */
  | 'vacancy_open'
  /** A verified employer stands behind the vacancy: there is somebody to answer. */
  | 'employer_verified'
  /** The caseworker does not belong to this employer. */
  | 'not_own_employer'
  /** The person's yes to the coded proposal comes with the move, or is on record. */
  | 'share_consent'
  /** All that the employer would be told now is what the person said yes to: the vacancy may have changed since. */
  | 'told_before'
  /** The person's yes to being named comes with the move, or is on record. */
  | 'name_consent'
  /** The deadline of whoever is waited for has not passed. */
  | 'in_time'
  | 'deadline_passed'
  /** A reason is given. */
  | 'reason'
  /** The first working day is given. */
  | 'start_day'
  /** The employer learns no more of this person than the limit on refusals allows. */
  | 'refusal_limit'
  /** No other proposal of this person waits or goes on at this employer: it could compare what it is told in both. */
  | 'one_at_a_time'
  /** Nothing of the restricted part can stand against it, or who proposes is a public authority. */
  | 'confirmed'
  /** Of this employer's open vacancies for the same work that the person could do, none rules out less, or something else. */
  | 'least_told'
  /** A follow-up says of every promise whether it was kept. */
  | 'promises'
  /** A follow-up says how it is known whether the person is in work. */
  | 'outcome'
  /** The day of the follow-up has come. */
  | 'follow_up_due'
  /** The follow-up at 26 weeks is on record. */
  | 'last_follow_up'

type Move = {
  from: readonly ProposalState[]
  to: ProposalState
  by: readonly Party[]
  guards: readonly Guard[]
  /** What a party may give as the reason, and nothing else; whether one must be given is a guard. */
  reasons?: Partial<Record<Party, readonly [string, ...string[]]>>
}

const REFUSALS_OF_THE_PERSON = { candidate: CANDIDATE_REASONS, caseworker: CANDIDATE_REASONS } as const

/**
 * Whether it was confirmed comes before what reads the person's other proposals: to which vacancies an authority proposed somebody tells what it
 * found in the record, so that who may not read it is answered the same whatever was proposed.
 */
const MAY_BE_PROPOSED = [
  'vacancy_open',
  'employer_verified',
  'not_own_employer',
  'confirmed',
  'one_at_a_time',
  'least_told',
  'refusal_limit',
] as const satisfies readonly Guard[]

export const PROPOSAL_MOVES = {
  ask: {
    from: ['draft'],
    to: 'asked',
    by: ['caseworker'],
    guards: MAY_BE_PROPOSED,
  },
  consent: { from: ['asked'], to: 'consented', by: ['candidate', 'caseworker'], guards: ['in_time', 'share_consent'] },
  decline: {
    from: ['asked', 'interested'],
    to: 'declined_by_candidate',
    by: ['candidate', 'caseworker'],
    guards: ['in_time'],
    reasons: REFUSALS_OF_THE_PERSON,
  },
  expire_consent: { from: ['asked', 'interested'], to: 'consent_expired', by: ['clock'], guards: ['deadline_passed'] },
  send: {
    from: ['consented'],
    to: 'sent',
    by: ['caseworker'],
    guards: [...MAY_BE_PROPOSED, 'share_consent', 'told_before'],
  },
  show_interest: { from: ['sent'], to: 'interested', by: ['employer'], guards: [] },
  refuse: {
    from: ['sent', 'interested', 'named', 'interview'],
    to: 'declined_by_employer',
    by: ['employer'],
    guards: ['reason'],
    reasons: { employer: EMPLOYER_REASONS },
  },
  close_unanswered: { from: ['sent'], to: 'no_answer', by: ['clock'], guards: ['deadline_passed'] },
  name: { from: ['interested'], to: 'named', by: ['candidate', 'caseworker'], guards: ['in_time', 'name_consent'] },
  interview: { from: ['named'], to: 'interview', by: ['employer', 'caseworker'], guards: [] },
  offer_job: { from: ['named', 'interview'], to: 'offered', by: ['employer'], guards: [] },
  accept: { from: ['offered'], to: 'accepted', by: ['candidate', 'caseworker'], guards: [] },
  turn_down: {
    from: ['named', 'interview', 'offered'],
    to: 'declined_by_candidate',
    by: ['candidate', 'caseworker'],
    guards: [],
    reasons: REFUSALS_OF_THE_PERSON,
  },
  start: { from: ['accepted'], to: 'started', by: ['employer', 'caseworker'], guards: ['start_day'] },
  not_start: {
    from: ['accepted'],
    to: 'not_started',
    by: ['employer', 'caseworker'],
    guards: ['reason'],
    reasons: { employer: NOT_STARTED_REASONS, caseworker: NOT_STARTED_REASONS },
  },
  follow_up: { from: ['started', 'followed'], to: 'followed', by: ['caseworker'], guards: ['outcome', 'follow_up_due', 'promises'] },
  complete: { from: ['followed'], to: 'completed', by: ['caseworker'], guards: ['last_follow_up'] },
  /** A follow-up that finds the person out of work comes with it. */
  end: {
    from: ['started', 'followed'],
    to: 'ended',
    by: ['employer', 'caseworker'],
    guards: ['reason', 'outcome', 'follow_up_due', 'promises'],
    reasons: { employer: EMPLOYER_END_REASONS, caseworker: END_REASONS },
  },
  withdraw: {
    from: ['draft', 'asked', 'consented', 'sent', 'interested', 'named', 'interview', 'offered', 'accepted'],
    to: 'withdrawn',
    by: ['candidate', 'caseworker'],
    guards: [],
    reasons: { caseworker: CANDIDATE_REASONS },
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

export function guardsOf(name: ProposalMove): readonly Guard[] {
  return moveOf(name).guards
}

/** What the party may give as the reason of a move; null when it is not asked for one. */
export function reasonsFor(name: ProposalMove, party: Party): readonly [string, ...string[]] | null {
  return moveOf(name).reasons?.[party] ?? null
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

/** The moves a party may make from a state, in the table's order; guards are not looked at. */
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

/** The person works there; in these states only the next follow-up is waited for. */
export const AT_WORK: readonly ProposalState[] = ['started', 'followed']

/** At work nobody is waited for until a follow-up falls due. */
export function statesWaitingOn(party: Exclude<Party, 'clock'>): ProposalState[] {
  return PROPOSAL_STATES.filter((state) => WAITING_ON[state] === party && !AT_WORK.includes(state))
}

/** The employer sees a proposal only once it was sent to it. */
export const SEEN_BY_EMPLOYER: readonly ProposalState[] = PROPOSAL_STATES.filter(
  (state) => state !== 'draft' && state !== 'asked' && state !== 'consented',
)

/** From these states on the identity is open to the one employer; a way out closes it again. */
const NAMED_STATES: readonly ProposalState[] = ['named', 'interview', 'offered', 'accepted', 'started', 'followed', 'completed']

export function isNamed(state: ProposalState): boolean {
  return NAMED_STATES.includes(state)
}

export const CONSENT_KINDS = ['share', 'name'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]
export const CONSENT_CHANNELS = ['screen', 'in_person', 'phone', 'paper'] as const
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number]
export const CONSENT_DEADLINE_DAYS = [2, 3, 7, 14] as const
/** Days an employer has before a sent proposal may be closed kindly. */
export const EMPLOYER_ANSWER_DAYS = 14
/** Days a person has to answer whether they may be named. */
export const NAME_CONSENT_DAYS = 7

/** That work ended with custody is of the restricted part: who may not read that, and did not write it down, reads another reason. */
export function reasonTold(reason: string | null, reads: boolean): string | null {
  return reason === 'custody' && !reads ? 'other' : reason
}
