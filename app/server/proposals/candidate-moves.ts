// A person's forms on an offer, by name: each parses its own fields and makes its own change.
import type { AppLoadContext } from '@remix-run/node'
import type { CandidateActor } from '#app/domain/shared/actor.ts'
import { isFinal, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { turningDown } from '#app/forms/people/candidate.ts'
import { parseForm, problem, type Parsed } from '#app/forms/parse-form.ts'
import { ownAnswer, ownQuestion, plainMove } from '#app/forms/proposals/proposal.ts'
import { paths } from '#app/paths.ts'
import { answerConsent, askQuestion, decide } from '#db/proposals/answer.ts'
import { findOffer, type OfferWhole } from '#db/proposals/candidate-questions.ts'
import type { Moved } from '#db/proposals/move.ts'
import { FORM_LIMIT, minutesToWait } from '../limits.ts'
import { answerMove } from './moves.ts'
import { notFound, seeOther, unprocessable } from '../responses.ts'

/** Where each form wants to get: pressed twice, the second press finds it done. */
const AIMS: Record<'yes' | 'no' | 'accept' | 'turn_down' | 'withdraw', readonly ProposalState[]> = {
  yes: ['consented', 'named'],
  no: ['declined_by_candidate'],
  accept: ['accepted'],
  turn_down: ['declined_by_candidate'],
  withdraw: ['withdrawn'],
}

export async function moveAsCandidate(context: AppLoadContext, actor: CandidateActor, id: string, body: FormData) {
  const { store, master, now } = context
  const offer = await findOffer(store, master, actor, id)
  if (!offer) throw notFound()
  const at = now()

  async function change<Data>(aim: keyof typeof AIMS, form: Parsed<Data>, make: (data: Data) => Promise<Moved>) {
    if (!form.ok) return unprocessable(form.problems, form.entered)
    const moved = await make(form.data)
    if (moved && !moved.ok) {
      const current = await findOffer(store, master, actor, id)
      if (current && AIMS[aim].includes(current.state)) return seeOther(paths.candidate.offer(id))
    }
    return answerMove(moved, form.entered, paths.candidate.offer(id))
  }

  const name = body.get('form')
  switch (name) {
    case 'yes':
    case 'no':
      // The button that was pressed is the answer, whatever else was sent.
      return change(name, parseForm(ownAnswer, withAnswer(body, name)), (data) =>
        answerConsent(store, actor, { id, ...data, channel: 'screen' }, at),
      )
    case 'accept':
      return change(name, parseForm(plainMove, body), (data) => decide(store, actor, 'accept', { id, ...data }, at))
    case 'turn_down':
      return change(name, parseForm(turningDown, body), (data) => decide(store, actor, 'turn_down', { id, ...data }, at))
    case 'withdraw':
      return change(name, parseForm(plainMove, body), (data) => decide(store, actor, 'withdraw', { id, ...data }, at))
    case 'ask':
      return ask(context, actor, offer, body)
    default:
      throw notFound()
  }
}

function withAnswer(body: FormData, answer: 'yes' | 'no'): FormData {
  body.set('answer', answer)
  return body
}

async function ask(context: AppLoadContext, actor: CandidateActor, offer: OfferWhole, body: FormData) {
  const form = parseForm(ownQuestion, body)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  if (isFinal(offer.state)) return unprocessable({ form: 'notAllowedNow' }, form.entered)
  const minutes = await minutesToWait(context, 'question', actor.candidateId, FORM_LIMIT)
  if (minutes > 0) return unprocessable({ form: problem('tooManyTries', { minutes }) }, form.entered)
  const asked = await askQuestion(context.store, context.master, actor, { id: offer.id, question: form.data.question }, context.now())
  if (!asked) throw notFound()
  return seeOther(`${paths.candidate.offer(offer.id)}#questions`)
}
