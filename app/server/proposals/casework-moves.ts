// A caseworker's forms on a proposal, by name: each parses its own fields and makes its own change.
import type { AppLoadContext } from '@remix-run/node'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { parseForm, type Parsed } from '#app/forms/parse-form.ts'
import {
  asking,
  followUp,
  interview,
  jobEnd,
  jobStart,
  noStart,
  plainMove,
  questionAnswer,
  recordedAnswer,
  steppingOut,
} from '#app/forms/proposals/proposal.ts'
import { paths } from '#app/paths.ts'
import { recordEnd, recordFollowUp, recordNoStart, recordStart } from '#db/proposals/after.ts'
import { answerConsent, answerQuestion, decide } from '#db/proposals/answer.ts'
import { askCandidate, sendProposal } from '#db/proposals/ask.ts'
import { findCaseworkProposal } from '#db/proposals/caseworker-questions.ts'
import { inviteToInterview } from '#db/proposals/employer-moves.ts'
import type { Moved } from '#db/proposals/move.ts'
import { answerMove } from './moves.ts'
import { notFound, seeOther, unprocessable } from '../responses.ts'

type Seen = { context: AppLoadContext; actor: CaseworkerActor; id: string }

export async function moveAsCaseworker(context: AppLoadContext, actor: CaseworkerActor, id: string, body: FormData) {
  const { store, now } = context
  async function change<Data>(form: Parsed<Data>, make: (data: Data) => Promise<Moved>) {
    if (!form.ok) return unprocessable(form.problems, form.entered)
    return answerMove(await make(form.data), form.entered, paths.casework.proposal(id))
  }
  switch (body.get('form')) {
    case 'ask':
      return change(parseForm(asking, body), (data) => askCandidate(store, actor, { id, ...data }, now()))
    case 'answer':
      return change(parseForm(recordedAnswer, body), (data) => answerConsent(store, actor, { id, ...data }, now()))
    case 'send':
      return change(parseForm(plainMove, body), (data) => sendProposal(store, actor, { id, ...data }, now()))
    case 'interview':
      return change(parseForm(interview, body), (data) => inviteToInterview(store, actor, { id, ...data }, now()))
    case 'accept':
      return change(parseForm(plainMove, body), (data) => decide(store, actor, 'accept', { id, ...data }, now()))
    case 'turn_down':
      return change(parseForm(steppingOut, body), (data) => decide(store, actor, 'turn_down', { id, ...data }, now()))
    case 'withdraw':
      return change(parseForm(steppingOut, body), (data) => decide(store, actor, 'withdraw', { id, ...data }, now()))
    case 'start':
      return change(parseForm(jobStart, body), (data) => recordStart(store, actor, { id, ...data }, now()))
    case 'not_start':
      return change(parseForm(noStart, body), (data) => recordNoStart(store, actor, { id, ...data }, now()))
    case 'end':
      return change(parseForm(jobEnd, body), (data) => recordEnd(store, actor, { id, ...data }, now()))
    case 'follow_up':
      return change(parseForm(followUp, body), (data) => recordOutcome({ context, actor, id }, data))
    case 'question':
      return reply({ context, actor, id }, body)
    default:
      throw notFound()
  }
}

type FollowUp = Extract<Parsed<ReturnType<typeof followUp.parse>>, { ok: true }>['data']

/** The form has seen to it that what is known says how, and that an end has its reason. */
async function recordOutcome(
  { context: { store, now }, actor, id }: Seen,
  { version, week, outcome, evidence, reason }: FollowUp,
): Promise<Moved> {
  const seen = { id, version, week }
  if (evidence === null || outcome === 'unknown')
    return recordFollowUp(store, actor, { ...seen, outcome: 'unknown', evidence: null }, now())
  if (outcome === 'in_work') return recordFollowUp(store, actor, { ...seen, outcome, evidence }, now())
  return recordFollowUp(store, actor, { ...seen, outcome, evidence, reason: reason ?? 'other' }, now())
}

/** A colleague may have answered first; what is not theirs to answer is not there. */
async function reply({ context: { store, master, now }, actor, id }: Seen, body: FormData) {
  const form = parseForm(questionAnswer, body)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { question, answer } = form.data
  if (await answerQuestion(store, master, actor, { id, questionId: question, answer }, now())) return seeOther(paths.casework.proposal(id))
  if (!(await findCaseworkProposal(store, master, actor, id))) throw notFound()
  return unprocessable({ form: 'alreadyAnswered' }, form.entered)
}
