// For how long what is held about people is kept: how long, after what. docs/privacy.md and the coordinator's page print this table; the daily job
// (db/people/retention) and the other jobs that forget read it.
import type { Activity } from './candidate.ts'

/** Whole months or days in Latvia. `after` names what the term counts from; the words for it and for the reason are in app/i18n (`retention`). */
type Term = ({ months: number } | { days: number }) & { after: 'lastWorkedOn' | 'over' | 'ended' | 'dealtWith' | 'searched' | 'expired' }

/** A person's whole data; whoever leads the work with them is asked first. */
export const PERSON_TERMS = {
  /** Settled, or left: the follow-ups of 26 weeks and what comes after them are over. */
  finished: { months: 12, after: 'lastWorkedOn', of: ['finished'] },
  /** Somebody who looks for work or works, and with whom nobody works any more. */
  unused: { months: 24, after: 'lastWorkedOn', of: ['seeking', 'working'] },
} as const satisfies Record<string, Term & { of: readonly Activity[] }>
export type PersonTerm = keyof typeof PERSON_TERMS
export const PERSON_TERM_NAMES = Object.keys(PERSON_TERMS) as [PersonTerm, ...PersonTerm[]]

/** Of somebody who stays: what is needed no more. */
export const PART_TERMS = {
  /** What an employer was shown, the place of the interview, questions and answers: of a proposal that is over. */
  proposalWords: { months: 12, after: 'over' },
  /** The label of an organisation that works with the person no more. */
  labels: { months: 12, after: 'ended' },
  /** What the person said was wrong. */
  corrections: { months: 12, after: 'dealtWith' },
  tasks: { months: 12, after: 'dealtWith' },
} as const satisfies Record<string, Term>
export type PartTerm = keyof typeof PART_TERMS

/** What is forgotten by jobs of its own. */
export const OTHER_TERMS = {
  searches: { days: 400, after: 'searched' },
  rareSearches: { days: 30, after: 'searched' },
  sessions: { days: 1, after: 'expired' },
} as const satisfies Record<string, Term>

/** Whoever leads has so many days to say that the data is still needed. */
export const WARNED_DAYS = 30

/** Why data is kept on: the person is asked, or is known to need it. */
export const KEEPING_REASONS = ['works_with', 'wished', 'open_matter'] as const
export type KeepingReason = (typeof KEEPING_REASONS)[number]

/** `kept`: whoever leads said that it is needed. `worked_with`: somebody worked with the person since. */
export const NOTICE_STATES = ['warned', 'kept', 'worked_with', 'erased'] as const

/** All of them, in the order in which they are read. */
export const RETENTION_TERMS = { ...PERSON_TERMS, ...PART_TERMS, ...OTHER_TERMS }
export const RETENTION_TERM_NAMES = Object.keys(RETENTION_TERMS) as (keyof typeof RETENTION_TERMS)[]
