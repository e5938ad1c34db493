// The person's question about a proposal, and the caseworker's answer.
import type { AppLoadContext } from '@remix-run/node'
import type { CandidateActor, CaseworkerActor } from '#app/domain/shared/actor.ts'
import { parseForm, problem } from '#app/forms/parse-form.ts'
import { ownQuestion, questionAnswer } from '#app/forms/proposals/proposal.ts'
import { paths } from '#app/paths.ts'
import { answerQuestion, askQuestion } from '#db/proposals/questions.ts'
import type { ProposalRow } from '#db/proposals/move-types.ts'
import { FORM_LIMIT, minutesToWait } from '../limits.ts'
import { notFound, unprocessable } from '../responses.ts'
import { seeSaved } from '../saved.ts'

type Proposal = Pick<ProposalRow, 'id'>

export async function askFromForm(context: AppLoadContext, actor: CandidateActor, { id }: Proposal, body: FormData) {
  const form = parseForm(ownQuestion, body)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const minutes = await minutesToWait(context, 'question', actor.candidateId, FORM_LIMIT)
  if (minutes > 0) return unprocessable({ form: problem('tooManyTries', { minutes }) }, form.entered)
  const asked = await askQuestion(context.store, context.master, actor, { id, question: form.data.question }, context.now())
  if (!asked) throw notFound()
  if (!asked.ok) return unprocessable({ form: asked.problem }, form.entered)
  return seeSaved(context, `${paths.candidate.proposal(id)}#questions`)
}

/** A colleague may have answered first. */
export async function answerFromForm(context: AppLoadContext, actor: CaseworkerActor, { id }: Proposal, body: FormData) {
  const form = parseForm(questionAnswer, body)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { store, master, now } = context
  const { question: questionId, answer } = form.data
  const answered = await answerQuestion(store, master, actor, { id, questionId, answer }, now())
  return answered ? seeSaved(context, paths.casework.proposal(id)) : unprocessable({ form: 'alreadyAnswered' }, form.entered)
}
