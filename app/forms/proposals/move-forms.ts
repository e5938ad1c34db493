// The form of each move of a proposal, named after the move. Each carries the version the page was made from, so that the second of two
// people is told. What must be filled in follows from the guards of the proposal's table.
import { z } from 'zod'
import { instantOfClock } from '#app/domain/shared/day.ts'
import type { FormMove, FormParty } from '#app/domain/proposals/next-step.ts'
import { FOLLOW_UP_EVIDENCE, FOLLOW_UP_OUTCOMES, FOLLOW_UP_WEEKS, saysHow } from '#app/domain/proposals/follow-up.ts'
import { CONSENT_CHANNELS, CONSENT_DEADLINE_DAYS, guardsOf, reasonsFor } from '#app/domain/proposals/proposal.ts'
import { PROMISE_ANSWERS, type PromisesKept } from '#app/domain/proposals/promises.ts'
import { PROMISES, type Promised } from '#app/domain/vacancies/acceptance.ts'
import { named } from '../field-rows.ts'
import { choice, day, optionalChoice, optionalDay, text, version } from '../fields.ts'
import { optionalSharedText, override, sharedText, warnOf } from '../shared-text.ts'

const clock = text({ max: 16 })
  .pipe(z.string().refine((typed) => instantOfClock(typed) !== null, 'notDay'))
  .transform((typed) => instantOfClock(typed) ?? 0)

const [shortest, ...longer] = CONSENT_DEADLINE_DAYS.map(String)
const deadlineDays = choice([shortest ?? '', ...longer]).transform(Number)
const [firstWeek, ...laterWeeks] = FOLLOW_UP_WEEKS.map(String)
const week = choice([firstWeek ?? '', ...laterWeeks]).transform((typed) => FOLLOW_UP_WEEKS.find((one) => String(one) === typed) ?? 6)
/** Of an answer that a caseworker writes down: how it was given is part of it. */
const channel = choice(CONSENT_CHANNELS.filter((one) => one !== 'screen') as ['in_person', 'phone', 'paper'])

function reason(move: FormMove, party: FormParty): z.ZodType<string | null> {
  const reasons = reasonsFor(move, party) ?? ['']
  return guardsOf(move).includes('reason') ? choice(reasons) : optionalChoice(reasons)
}

function withReason(move: FormMove) {
  return (party: FormParty) => z.object({ version, reason: reason(move, party) })
}

function plain() {
  return z.object({ version })
}

/** The person's own yes is the button; a caseworker writes down yes or no. */
function answer(yes: 'consent' | 'name') {
  return (party: FormParty) =>
    party === 'candidate'
      ? plain().transform((sent) => ({ ...sent, move: yes, channel: 'screen' as const, reason: null }))
      : z
          .object({ version, answer: choice(['yes', 'no']), channel, reason: reason('decline', party) })
          .transform(({ answer: said, ...sent }) =>
            said === 'yes' ? { ...sent, move: yes, reason: null } : { ...sent, move: 'decline' as const },
          )
}

function decline(party: FormParty) {
  const form = z.object({ version, reason: reason('decline', party) })
  return party === 'candidate'
    ? form.transform((sent) => ({ ...sent, move: 'decline' as const, channel: 'screen' as const }))
    : form.extend({ channel }).transform((sent) => ({ ...sent, move: 'decline' as const }))
}

/** That every promise of the proposal is answered is for the store to say: it knows them. */
function answered(promises: Record<Promised, PromisesKept[Promised] | null>): PromisesKept {
  return Object.fromEntries(Object.entries(promises).filter(([, answer]) => answer !== null))
}

function followUp(party: FormParty) {
  return z
    .object({
      version,
      week,
      outcome: choice(FOLLOW_UP_OUTCOMES),
      evidence: optionalChoice(FOLLOW_UP_EVIDENCE),
      promises: named(PROMISES, optionalChoice(PROMISE_ANSWERS)),
      reason: optionalChoice(reasonsFor('end', party) ?? ['']),
    })
    .refine(saysHow, { path: ['evidence'], message: 'choose' })
    .refine((typed) => typed.outcome !== 'not_in_work' || typed.reason !== null, { path: ['reason'], message: 'choose' })
    .transform((typed) => ({ ...typed, evidence: typed.outcome === 'unknown' ? null : typed.evidence, promises: answered(typed.promises) }))
}

function refusal(party: FormParty) {
  return z
    .object({ version, reason: reason('refuse', party), note: optionalSharedText({ max: 500 }), override })
    .transform(({ override, ...typed }, context) => {
      warnOf('note', { ...typed, override }, context)
      return typed
    })
}

function interview() {
  return z
    .object({ version, interviewAt: clock, interviewPlace: sharedText({ max: 200 }), override })
    .transform(({ override, ...typed }, context) => {
      warnOf('interviewPlace', { ...typed, override }, context)
      return typed
    })
}

export const MOVE_FORMS = {
  ask: () => z.object({ version, deadlineDays }),
  consent: answer('consent'),
  decline,
  send: plain,
  show_interest: plain,
  refuse: refusal,
  name: answer('name'),
  interview,
  offer_job: () => z.object({ version, startOn: optionalDay }),
  accept: plain,
  turn_down: withReason('turn_down'),
  start: () => z.object({ version, startOn: guardsOf('start').includes('start_day') ? day : optionalDay }),
  not_start: withReason('not_start'),
  follow_up: followUp,
  end: withReason('end'),
  withdraw: withReason('withdraw'),
} as const satisfies Record<FormMove, (party: FormParty) => z.ZodType<{ version: number }>>
