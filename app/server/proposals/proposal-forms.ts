// Every form on the page of a proposal, whoever sends it: a form of the name of a move makes that move, if the proposal's table lets the party.
import { randomBytes } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { z } from 'zod'
import type { Instant } from '#app/domain/shared/day.ts'
import { formMove, type FormMove, type FormParty } from '#app/domain/proposals/next-step.ts'
import { PROPOSAL_MOVES } from '#app/domain/proposals/proposal.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { MOVE_FORMS } from '#app/forms/proposals/move-forms.ts'
import { paths } from '#app/paths.ts'
import { recordEnd, recordFollowUp, recordNoStart, recordStart } from '#db/proposals/after.ts'
import { acceptJob, answerConsent, turnDown, withdraw } from '#db/proposals/answer.ts'
import { askCandidate, sendProposal } from '#db/proposals/ask.ts'
import { inviteToInterview, offerJob, refuse, showInterest } from '#db/proposals/employer-moves.ts'
import type { Moved } from '#db/proposals/move-types.ts'
import { findOwnProposal, type ProposalActor } from '#db/proposals/scope.ts'
import type { Store } from '#db/store/store.ts'
import { notFound, unprocessable } from '../responses.ts'
import { seeSaved } from '../saved.ts'
import { answerFromForm, askFromForm } from './question-forms.ts'

type Sent = { context: AppLoadContext; actor: ProposalActor; id: string; move: FormMove; body: FormData }
type Change<Data> = (
  store: Store,
  actor: ProposalActor,
  seen: Data & { id: string },
  now: Instant,
  master: AppLoadContext['master'],
) => Promise<Moved>

function moving<Schema extends z.ZodType<{ version: number }>>(formOf: (party: FormParty) => Schema, change: Change<z.output<Schema>>) {
  return async ({ context, actor, id, move, body }: Sent) => {
    const { store, master, now } = context
    const form = parseForm(formOf(actor.kind), body)
    if (!form.ok) return unprocessable(form.problems, form.entered)
    const moved = await change(store, actor, { ...form.data, id }, now(), master)
    if (moved === null) throw notFound()
    // A person who pressed twice finds done what they wanted.
    const done = !moved.ok && actor.kind === 'candidate' && (await findOwnProposal(store, actor, id))?.state === PROPOSAL_MOVES[move].to
    return moved.ok || done ? seeSaved(context, pageOf(actor, id)) : unprocessable({ form: moved.problem }, form.entered)
  }
}

const MOVES = {
  ask: moving(MOVE_FORMS.ask, askCandidate),
  consent: moving(MOVE_FORMS.consent, answerConsent),
  decline: moving(MOVE_FORMS.decline, answerConsent),
  send: moving(MOVE_FORMS.send, (store, actor, seen, now) => sendProposal(store, actor, seen, () => randomBytes(6), now)),
  show_interest: moving(MOVE_FORMS.show_interest, showInterest),
  refuse: moving(MOVE_FORMS.refuse, (store, actor, seen, now, master) => refuse(store, master, actor, seen, now)),
  name: moving(MOVE_FORMS.name, answerConsent),
  interview: moving(MOVE_FORMS.interview, inviteToInterview),
  offer_job: moving(MOVE_FORMS.offer_job, offerJob),
  accept: moving(MOVE_FORMS.accept, acceptJob),
  turn_down: moving(MOVE_FORMS.turn_down, turnDown),
  start: moving(MOVE_FORMS.start, (store, actor, seen, now, master) => recordStart(store, master, actor, seen, now)),
  not_start: moving(MOVE_FORMS.not_start, recordNoStart),
  follow_up: moving(MOVE_FORMS.follow_up, (store, actor, seen, now, master) => recordFollowUp(store, master, actor, seen, now)),
  end: moving(MOVE_FORMS.end, (store, actor, seen, now, master) => recordEnd(store, master, actor, seen, now)),
  withdraw: moving(MOVE_FORMS.withdraw, withdraw),
} satisfies Record<FormMove, (sent: Sent) => unknown>

function pageOf(actor: ProposalActor, id: string): string {
  if (actor.kind === 'candidate') return paths.candidate.proposal(id)
  return actor.kind === 'employer' ? paths.employer.proposal(id) : paths.casework.proposal(id)
}

/** What is not theirs, and a form that is none of theirs, is not there. */
export async function answerProposalForm(context: AppLoadContext, actor: ProposalActor, id: string, body: FormData) {
  const proposal = await findOwnProposal(context.store, actor, id)
  if (!proposal) throw notFound()
  const form = body.get('form')
  if (form === 'ask_question' && actor.kind === 'candidate') return askFromForm(context, actor, proposal, body)
  if (form === 'answer_question' && actor.kind === 'caseworker') return answerFromForm(context, actor, proposal, body)
  const move = typeof form === 'string' ? formMove(form, actor.kind) : null
  if (move === null) throw notFound()
  return MOVES[move]({ context, actor, id, move, body })
}
