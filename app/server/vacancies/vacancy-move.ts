// One move of a vacancy asked for by its employer, and where to go after it.
import type { AppLoadContext } from '@remix-run/node'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import type { VacancyMove } from '#app/domain/vacancies/vacancy.ts'
import { moveVacancy, refreshVacancy } from '#db/vacancies/status.ts'
import { duplicateVacancy } from '#db/vacancies/writing.ts'
import { paths } from '#app/paths.ts'
import { notFound } from '../responses.ts'

type Wanted = Exclude<VacancyMove, 'publish'> | 'refresh' | 'duplicate'

/** Throws not found when the vacancy is not theirs. */
export async function makeVacancyMove(
  { store, now }: AppLoadContext,
  actor: EmployerActor,
  id: string,
  move: Wanted,
): Promise<{ saved: boolean; to: string } | { problem: 'notVerified' | 'notAllowedNow' | 'personalCodeInText' }> {
  if (move === 'duplicate') {
    const copy = await duplicateVacancy(store, actor, id, now())
    if (copy === null) throw notFound()
    return { saved: true, to: paths.employer.step(copy, 'job') }
  }
  const answer = move === 'refresh' ? await refreshVacancy(store, actor, id, now()) : await moveVacancy(store, actor, { id, move }, now())
  if (!answer) throw notFound()
  if (answer.ok) return { saved: true, to: paths.employer.vacancy(id) }
  // What is missing is told, part by part, where it can be filled in.
  if (answer.why === 'gaps') return { saved: false, to: paths.employer.summary(id) }
  if (answer.why === 'text') return { problem: 'personalCodeInText' }
  return { problem: answer.why === 'unverified' ? 'notVerified' : 'notAllowedNow' }
}
