// A proposal as people understand it, restated by hand from the rules: what a form does, and what it says when it does nothing.
import { addDays, dayOf, deadlineIn } from '#app/domain/shared/day.ts'
import type { FollowUpWeek } from '#app/domain/proposals/follow-up.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'

export type Party = 'employer' | 'caseworker' | 'candidate'
export type Sent = {
  party: Party
  /** Somebody of the same kind who has nothing to do with it. */
  stranger: boolean
  form: string
  /** Made from a page that somebody has changed since. */
  stale: boolean
  /** What may be chosen on the form is chosen, what may be filled in is filled in. */
  filled: boolean
  yes: boolean
  week: FollowUpWeek
  outcome: 'in_work' | 'not_in_work' | 'unknown'
}

type Standing = { state: ProposalState; version: number }

export type Model = Standing & {
  log: string[]
  share: string
  name: string
  deadlineAt: number | null
  startOn: string | null
  shown: boolean
  /** What the employer knows of it. */
  told: Standing | null
  weeks: number[]
  inWork: boolean
  /** The world around it. */
  now: number
  vacancyOpen: boolean
  verified: boolean
  ownEmployer: boolean
}

export const REASON: Readonly<Record<string, string>> = {
  refuse: 'distance',
  decline: 'pay',
  turn_down: 'pay',
  withdraw: 'pay',
  not_start: 'transport',
  end: 'quit',
}
export const FIRST_DAY = '2026-12-07'

const BEFORE_START = 'draft asked consented sent interested named interview offered accepted'
const RULES: Readonly<Record<string, { by: string; from: string; to: ProposalState }>> = {
  ask: { by: 'caseworker', from: 'draft', to: 'asked' },
  consent: { by: 'candidate caseworker', from: 'asked', to: 'consented' },
  decline: { by: 'candidate caseworker', from: 'asked interested', to: 'declined_by_candidate' },
  send: { by: 'caseworker', from: 'consented', to: 'sent' },
  show_interest: { by: 'employer', from: 'sent', to: 'interested' },
  refuse: { by: 'employer', from: 'sent interested named interview', to: 'declined_by_employer' },
  name: { by: 'candidate caseworker', from: 'interested', to: 'named' },
  interview: { by: 'employer caseworker', from: 'named', to: 'interview' },
  offer_job: { by: 'employer', from: 'named interview', to: 'offered' },
  accept: { by: 'candidate caseworker', from: 'offered', to: 'accepted' },
  turn_down: { by: 'candidate caseworker', from: 'named interview offered', to: 'declined_by_candidate' },
  start: { by: 'employer caseworker', from: 'accepted', to: 'started' },
  not_start: { by: 'employer caseworker', from: 'accepted', to: 'not_started' },
  follow_up: { by: 'caseworker', from: 'started followed', to: 'followed' },
  end: { by: 'employer caseworker', from: 'started followed', to: 'ended' },
  withdraw: { by: 'candidate caseworker', from: BEFORE_START, to: 'withdrawn' },
}
export const FORMS = Object.keys(RULES)
/** With `complete` and `fill_elsewhere` nothing is ever sent by a person: their forms are nobody's. */
export const NO_FORMS = ['complete', 'fill_elsewhere', 'expire_consent', 'no_such_form']

export function may({ form, party }: Pick<Sent, 'form' | 'party'>): boolean {
  return RULES[form]?.by.split(' ').includes(party) === true
}

export function isFrom(form: string, state: ProposalState): boolean {
  return RULES[form]?.from.split(' ').includes(state) === true
}

export function sees(model: Model, { party, stranger }: Pick<Sent, 'party' | 'stranger'>): boolean {
  if (stranger) return false
  if (party === 'caseworker') return true
  return party === 'candidate' ? model.state !== 'draft' : model.told !== null && model.verified
}

/** How it stands for whoever looks at their page. */
export function knownTo(model: Model, party: Party): Standing {
  return (party === 'employer' ? model.told : null) ?? model
}

/** The move that a form makes: the caseworker's answer may be a no, a follow-up may find that the work has ended. */
function moveOf({ form, party, yes, outcome }: Sent): string {
  if (party === 'caseworker' && (form === 'consent' || form === 'name') && !yes) return 'decline'
  return form === 'follow_up' && outcome === 'not_in_work' ? 'end' : form
}

function lacks({ form, party, filled, outcome }: Sent): boolean {
  if (filled) return false
  if (party === 'caseworker' && ['consent', 'decline', 'name'].includes(form)) return true
  return ['ask', 'refuse', 'interview', 'start', 'not_start', 'end'].includes(form) || (form === 'follow_up' && outcome !== 'unknown')
}

function guardProblem(model: Model, sent: Sent): string | null {
  const move = moveOf(sent)
  if (move === 'ask' || move === 'send') {
    if (!model.vacancyOpen) return 'vacancyNotOpen'
    if (!model.verified) return 'outOfReach'
    return model.ownEmployer ? 'ownEmployer' : null
  }
  if (['consent', 'name', 'decline'].includes(move) && (model.deadlineAt ?? Infinity) <= model.now) return 'answerTooLate'
  if (sent.form !== 'follow_up') return null
  if (addDays(model.startOn ?? '', sent.week * 7) > dayOf(model.now)) return 'notAllowedNow'
  return model.weeks.includes(sent.week) ? 'alreadyAnswered' : null
}

/** `done`, `missing`, `lacking`, or the problem of the whole form. */
export function saidTo(model: Model, sent: Sent): string {
  if (!sees(model, sent) || !may(sent)) return 'missing'
  if (lacks(sent)) return 'lacking'
  const known = knownTo(model, sent.party)
  const changed = known.version === model.version ? null : 'overMeanwhile'
  const refused = sent.stale ? 'stale' : isFrom(moveOf(sent), known.state) ? (guardProblem(model, sent) ?? changed) : 'notAllowedNow'
  // A person who presses once more sees what they wanted.
  return refused === null || (sent.party === 'candidate' && RULES[sent.form]?.to === model.state) ? 'done' : refused
}

/** Whether the form changes anything. */
function isMade(model: Model, sent: Sent): boolean {
  return saidTo(model, sent) === 'done' && !sent.stale && isFrom(moveOf(sent), model.state)
}

const NAMED = ['named', 'interview', 'offered', 'accepted', 'started', 'followed', 'completed']

/** The employer knows at once what it did itself, which deadlines passed, and everything from the naming on. */
function moved(model: Model, to: ProposalState, by: string, reason = ''): Model {
  const line = `${model.state}>${to} ${by} ${reason}`.trimEnd()
  const next = { ...model, state: to, version: model.version + 1, deadlineAt: null, log: [...model.log, line] }
  return model.told && (by === 'employer' || by === 'clock' || NAMED.includes(model.state) || NAMED.includes(to)) ? afterNight(next) : next
}

/** The employer has been told how it stands, unless it ended before it was told of anything. */
export function afterNight(model: Model): Model {
  const { state, version } = model
  return model.told || state === 'sent' ? { ...model, told: { state, version } } : model
}

function reasonOf({ form, party, filled }: Sent, move: string): string {
  if (!filled || (move === 'withdraw' && party === 'candidate')) return ''
  return form === 'consent' || form === 'name' ? (move === 'decline' ? 'pay' : '') : (REASON[move] ?? '')
}

export function after(model: Model, sent: Sent): Model {
  // An employer that would have moved it is told that somebody was before it.
  if (saidTo(model, sent) === 'overMeanwhile') return afterNight(model)
  if (!isMade(model, sent)) return model
  const move = moveOf(sent)
  const { share, name, now } = model
  const next = moved(model, RULES[move]?.to ?? model.state, sent.party, reasonOf(sent, move))
  const weeks = [...model.weeks, sent.week].sort((one, other) => one - other)
  switch (move) {
    case 'ask':
      return { ...next, share: 'open', deadlineAt: deadlineIn(7, now) }
    case 'consent':
      return { ...next, share: 'yes' }
    case 'name':
      return { ...next, name: 'yes' }
    case 'decline':
      return share === 'open' ? { ...next, share: 'no' } : { ...next, name: 'no' }
    case 'send':
      return { ...next, shown: true, deadlineAt: deadlineIn(14, now) }
    case 'show_interest':
      return { ...next, name: 'open', deadlineAt: deadlineIn(7, now) }
    case 'withdraw':
      return { ...next, share: share && `${share} withdrawn`, name: name && `${name} withdrawn` }
    case 'offer_job':
      return { ...next, startOn: sent.filled ? FIRST_DAY : null }
    case 'start':
      return { ...next, startOn: FIRST_DAY, inWork: true }
    case 'end':
      return { ...next, inWork: false, weeks: sent.form === 'follow_up' ? weeks : model.weeks }
    case 'follow_up':
      return sent.week === 26 ? moved({ ...next, weeks }, 'completed', sent.party) : { ...next, weeks }
    default:
      return next
  }
}

/** What has waited too long is closed. */
export function afterSilence(model: Model): Model {
  if (model.deadlineAt === null || model.deadlineAt > model.now) return model
  if (model.state === 'sent') return moved(model, 'no_answer', 'clock')
  const next = moved(model, 'consent_expired', 'clock')
  return model.share === 'open' ? { ...next, share: 'expired' } : { ...next, name: 'expired' }
}

/** The employer has found somebody: what is not agreed yet ends. */
export function afterFilling(model: Model): Model {
  const filled = { ...model, vacancyOpen: false }
  return isFrom('withdraw', model.state) && model.state !== 'accepted' ? moved(filled, 'vacancy_filled', 'employer') : filled
}
