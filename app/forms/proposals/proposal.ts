// Forms around a proposal. Each carries the version the page was made from, so that the second of two people is told.
import { z } from 'zod'
import { instantOfClock } from '#app/domain/shared/day.ts'
import { CASEWORK_FILTERS, EMPLOYER_FILTERS } from '#app/domain/shared/lists.ts'
import {
  CANDIDATE_REASONS,
  CONSENT_CHANNELS,
  EMPLOYER_REASONS,
  EMPLOYER_END_REASONS,
  END_REASONS,
  FOLLOW_UP_EVIDENCE,
  FOLLOW_UP_OUTCOMES,
  NOT_STARTED_REASONS,
} from '#app/domain/proposals/proposal.ts'
import { choice, day, id, listPlace, optionalChoice, optionalDay, optionalText, text, version } from '../fields.ts'

const clock = text({ max: 16 })
  .pipe(z.string().refine((typed) => instantOfClock(typed) !== null, 'notDay'))
  .transform((typed) => instantOfClock(typed) ?? 0)

export const plainMove = z.object({ version })
export const refusal = z.object({ version, reason: choice(EMPLOYER_REASONS), note: optionalText({ max: 500 }) })
export const interview = z.object({ version, interviewAt: clock, interviewPlace: text({ max: 200 }) })
export const jobOffer = z.object({ version, startOn: optionalDay })
export const jobStart = z.object({ version, startOn: day })
export const noStart = z.object({ version, reason: choice(NOT_STARTED_REASONS) })
export const jobEnd = z.object({ version, reason: choice(END_REASONS) })
export const employerJobEnd = z.object({ version, reason: choice(EMPLOYER_END_REASONS) })

/** The caseworker asks; deadline in days. */
export const asking = z.object({ version, deadlineDays: choice(['2', '3', '7', '14']).transform(Number) })
/** An answer the caseworker writes down for the person: how it was given is part of it. */
export const recordedAnswer = z.object({
  version,
  answer: choice(['yes', 'no']),
  channel: choice(CONSENT_CHANNELS.filter((channel) => channel !== 'screen') as ['in_person', 'phone', 'paper']),
  reason: optionalChoice(CANDIDATE_REASONS),
})
/** The person steps out, through the caseworker: turning the job down or withdrawing; why is theirs to say or not. */
export const steppingOut = z.object({ version, reason: optionalChoice(CANDIDATE_REASONS) })
export const questionAnswer = z.object({ question: id, answer: text({ max: 1000 }) })
export const followUp = z
  .object({
    version,
    week: choice(['6', '13', '26']).transform((typed) => Number(typed) as 6 | 13 | 26),
    outcome: choice(FOLLOW_UP_OUTCOMES),
    evidence: optionalChoice(FOLLOW_UP_EVIDENCE),
    reason: optionalChoice(END_REASONS),
  })
  .refine((typed) => typed.outcome === 'unknown' || typed.evidence !== null, { path: ['evidence'], message: 'choose' })
  .refine((typed) => typed.outcome !== 'not_in_work' || typed.reason !== null, { path: ['reason'], message: 'choose' })

/** The person's own answer on a phone. */
export const ownAnswer = z.object({ version, answer: choice(['yes', 'no']), reason: optionalChoice(CANDIDATE_REASONS) })
export const ownQuestion = z.object({ question: text({ max: 500 }) })

export const employerProposalsAddress = z.object({ filter: z.enum(EMPLOYER_FILTERS).catch('waiting'), at: listPlace })
export const caseworkProposalsAddress = z.object({ filter: z.enum(CASEWORK_FILTERS).catch('caseworker'), at: listPlace })
