// Which questions an organisation that is no public authority may ask an authority about one person, so that no answers together name a family.
import { OFFENCE_FAMILIES, type OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import { REFUSALS_WITHOUT_APPROVAL, type Refusal } from '#app/domain/vacancies/refusal-limit.ts'
import { addMonths, type Day } from '#app/domain/shared/day.ts'

export const CONFIRMATION_ANSWERS = ['may_be_proposed', 'choose_another'] as const
export type ConfirmationAnswer = (typeof CONFIRMATION_ANSWERS)[number]

/** What one is about. `byLaw`: the families that the rules of law touching the work concern, since the authority reads these as well. */
export type Question = { refused: readonly Refusal[]; byLaw: readonly OffenceFamily[] }
/** A question that was taken. `told`: the answer, once whoever asked has been told it. */
export type EarlierQuestion = Question & { askedOn: Day; told: ConfirmationAnswer | null }

const MOST_QUESTIONS_A_YEAR = 6
const YEAR_MONTHS = 12
/** So many families a vacancy refuses at least, and so many always remain. */
const FEWEST_FAMILIES = 3

const isFamily = (refusal: Refusal): refusal is OffenceFamily => OFFENCE_FAMILIES.some((family) => family === refusal)

type Answered = Question & { told: ConfirmationAnswer }

/**
 * The families that somebody with one of them may have, to a reader who takes every *choose another* to be about the family. It is the boldest
 * reading: whoever allows for full hands, for a term, for a rule of law, or for several families, is left with more. Somebody who *may be proposed* has
 * none that is refused, and none that a rule concerns.
 */
export function familiesLeft(answers: readonly Answered[]): OffenceFamily[] {
  return OFFENCE_FAMILIES.filter((family) =>
    answers.every(({ refused, byLaw, told }) =>
      told === 'choose_another' ? refused.includes(family) : !refused.includes(family) && !byLaw.includes(family),
    ),
  )
}

/** All that was said not to be true of the person. */
function ruledOut(answers: readonly Answered[]): Set<Refusal> {
  return new Set(answers.filter(({ told }) => told === 'may_be_proposed').flatMap(({ refused, byLaw }) => [...refused, ...byLaw]))
}

/** How many more may be asked of the person within twelve months. */
export function questionsLeft(earlier: readonly EarlierQuestion[], today: Day): number {
  const since = addMonths(today, -YEAR_MONTHS)
  return Math.max(0, MOST_QUESTIONS_A_YEAR - earlier.filter(({ askedOn }) => askedOn > since).length)
}

/**
 * Decided from public stances and from what was told before, so that whoever asks could work it out: that a question is not taken says nothing
 * of the person. One is open at a time, since what waits has not been told. It is taken only if *either* answer leaves this true:
 * - at least three families remain by the boldest reading (`familiesLeft`), whatever was answered, in whatever order;
 * - no more than six things in all were said not to be true of the person, as towards one employer.
 * What was told is never forgotten: only the number of questions counts by the year.
 */
export function isQuestionTaken(question: Question, earlier: readonly EarlierQuestion[], today: Day): boolean {
  if (question.refused.filter(isFamily).length < FEWEST_FAMILIES || questionsLeft(earlier, today) === 0) return false
  const answers = earlier.flatMap(({ told, ...one }) => (told === null ? [] : [{ ...one, told }]))
  if (answers.length < earlier.length) return false
  return CONFIRMATION_ANSWERS.every((told) => {
    const then = [...answers, { ...question, told }]
    return familiesLeft(then).length >= FEWEST_FAMILIES && ruledOut(then).size <= REFUSALS_WITHOUT_APPROVAL
  })
}
