// An employer's forms on a proposal, by name: each parses its own fields and makes its own change.
import type { AppLoadContext } from '@remix-run/node'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import { parseForm, type Parsed } from '#app/forms/parse-form.ts'
import { employerJobEnd, interview, jobOffer, jobStart, noStart, plainMove, refusal } from '#app/forms/proposals/proposal.ts'
import { paths } from '#app/paths.ts'
import { recordEnd, recordNoStart, recordStart } from '#db/proposals/after.ts'
import { inviteToInterview, offerJob, refuse, showInterest } from '#db/proposals/employer-moves.ts'
import type { Moved } from '#db/proposals/move.ts'
import { answerMove } from './moves.ts'
import { notFound, unprocessable } from '../responses.ts'

export async function moveAsEmployer({ store, master, now }: AppLoadContext, actor: EmployerActor, id: string, body: FormData) {
  async function change<Data>(form: Parsed<Data>, make: (data: Data) => Promise<Moved>) {
    if (!form.ok) return unprocessable(form.problems, form.entered)
    return answerMove(await make(form.data), form.entered, paths.employer.proposal(id))
  }
  switch (body.get('form')) {
    case 'interest':
      return change(parseForm(plainMove, body), (data) => showInterest(store, actor, { id, ...data }, now()))
    case 'refuse':
      return change(parseForm(refusal, body), (data) => refuse(store, master, actor, { id, ...data }, now()))
    case 'interview':
      return change(parseForm(interview, body), (data) => inviteToInterview(store, actor, { id, ...data }, now()))
    case 'offer':
      return change(parseForm(jobOffer, body), (data) => offerJob(store, actor, { id, ...data }, now()))
    case 'start':
      return change(parseForm(jobStart, body), (data) => recordStart(store, actor, { id, ...data }, now()))
    case 'not_start':
      return change(parseForm(noStart, body), (data) => recordNoStart(store, actor, { id, ...data }, now()))
    case 'end':
      return change(parseForm(employerJobEnd, body), (data) => recordEnd(store, actor, { id, ...data }, now()))
    default:
      throw notFound()
  }
}
