// Things to do: what waits for somebody, for whom, and within how many days.
import { WARNED_DAYS } from '#app/domain/people/retention.ts'

/** Each kind is about one row of another table: a question, a correction, an offer of a person, an approval. */
export const TASK_KINDS = [
  'question',
  'correction',
  /** The person asked to leave everything. */
  'withdrawal',
  /** The person asked for everything about them to be erased. */
  'erasure_wish',
  /** What is held about somebody has been kept for nearly long enough: is it still needed? */
  'retention',
  'handover',
  'joining',
  /** The other organisation refused, or let the days pass. */
  'offer_declined',
  'approval',
  'approval_answer',
  /** One personal code in two registrations. */
  'duplicate',
  /** The coordinators found two people under one code: one of them has a slip in it. */
  'code_check',
  /** Two registrations of one person were made one: other organisations work with them too. */
  'merged',
  /** An authority is asked whether somebody may be proposed. */
  'confirmation',
  /** What it answered can be read. */
  'confirmed',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** Calendar days from the day it came up to the last day of doing it. An offer's own last day stands with the offer, and is the same. */
export const TASK_DAYS: Readonly<Record<TaskKind, number>> = {
  question: 2,
  correction: 7,
  withdrawal: 1,
  erasure_wish: 5,
  retention: WARNED_DAYS,
  handover: 7,
  joining: 7,
  offer_declined: 3,
  approval: 5,
  approval_answer: 14,
  duplicate: 5,
  code_check: 7,
  merged: 7,
  confirmation: 7,
  confirmed: 7,
}

/** Done once somebody has read it; every other kind is done where it leads. */
export const NEEDS_ONLY_READING = [
  'offer_declined',
  'approval_answer',
  'code_check',
  'merged',
  'confirmed',
] as const satisfies readonly TaskKind[]

export const TASK_PARTIES = ['candidate', 'caseworker', 'employer', 'coordinator', 'clock'] as const
export type TaskParty = (typeof TASK_PARTIES)[number]

/** For how many days what was done is still shown. */
export const DONE_SHOWN_DAYS = 14
