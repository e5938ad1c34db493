// A person's forms on the page about themself, by name.
import type { AppLoadContext } from '@remix-run/node'
import type { CandidateActor } from '#app/domain/shared/actor.ts'
import { leaving, ownCorrection } from '#app/forms/people/candidate.ts'
import { parseForm, problem } from '#app/forms/parse-form.ts'
import { translator, type TextKey } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { leaveProgramme, reportWrong } from '#db/people/self/self.ts'
import { languageOf } from '../language.ts'
import { FORM_LIMIT, minutesToWait } from '../limits.ts'
import { notFound, unprocessable } from '../responses.ts'
import { seeSaved } from '../saved.ts'

export async function changeAsSelf(context: AppLoadContext, actor: CandidateActor, request: Request) {
  const body = await request.formData()
  switch (body.get('form')) {
    case 'wrong':
      return sendCorrection(context, actor, body)
    case 'leave':
      return leave(context, actor, request, body, { kind: 'withdrawal', words: 'candidate.about.leaveRequest' })
    case 'erase':
      return leave(context, actor, request, body, { kind: 'erasure_wish', words: 'candidate.about.eraseRequest' })
    default:
      throw notFound()
  }
}

async function sendCorrection(context: AppLoadContext, actor: CandidateActor, body: FormData) {
  const { store, master, now } = context
  const form = parseForm(ownCorrection, body)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const minutes = await minutesToWait(context, 'correction', actor.candidateId, FORM_LIMIT)
  if (minutes > 0) return unprocessable({ text: problem('tooManyTries', { minutes }) }, form.entered)
  if (!(await reportWrong(store, master, actor, form.data.text, now()))) throw notFound()
  return seeSaved(context, `${paths.candidate.about()}#wrong`)
}

/** The caseworker reads the words the person saw. */
async function leave(
  context: AppLoadContext,
  actor: CandidateActor,
  request: Request,
  body: FormData,
  wish: { kind: 'withdrawal' | 'erasure_wish'; words: TextKey },
) {
  const form = parseForm(leaving, body)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { store, master, now } = context
  const text = translator(await languageOf(request))(wish.words)
  if (!(await leaveProgramme(store, master, actor, { kind: wish.kind, text }, now()))) throw notFound()
  return seeSaved(context, `${paths.candidate.about()}#leave`)
}
