// Questions of the demo's society to the probation service: one that waits, and two whose answers were told.
import type { ConfirmationAnswer } from '#app/domain/confirmations/question.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { answerConfirmation, tellConfirmations } from '#db/confirmations/answer.ts'
import { askConfirmation } from '#db/confirmations/ask.ts'
import type { Store } from '#db/store/store.ts'
import type { Calendar } from '../time.ts'
import type { VacancyRow } from '../world.ts'
import { NGO, PROBATION } from './actors.ts'

/** About the first vacancy for which a question is taken. */
async function ask(store: Store, candidateId: string, vacancies: readonly VacancyRow[], at: Instant): Promise<string> {
  for (const { id } of vacancies) {
    const asked = await askConfirmation(store, NGO, candidateId, id, at)
    if (asked?.ok) return asked.id
  }
  throw new Error('No vacancy of the demo can be asked about')
}

type Three = { own: string; second: string; third: string }

export async function askAuthority(
  store: Store,
  { own, second, third }: Three,
  vacancies: readonly VacancyRow[],
  calendar: Calendar,
): Promise<void> {
  const asked = calendar.at(5, 12)
  const about = vacancies.filter(({ refusals = 0, state }) => state === 'published' && refusals >= 3)
  const answer = async (candidateId: string, vacancies: readonly VacancyRow[], said: ConfirmationAnswer) =>
    answerConfirmation(store, PROBATION, await ask(store, candidateId, vacancies, asked), said, calendar.at(4, 10))
  await answer(second, about, 'may_be_proposed')
  await answer(third, about.toReversed(), 'choose_another')
  await tellConfirmations(store, calendar.at(3, 16))
  await ask(store, own, about.slice(about.length / 2), calendar.at(1, 14))
}
