// Driving categories: higher ones hold the lower ones; one that runs out about the start wants a look.
import type { DrivingCategory } from '#app/domain/vacancies/job-terms.ts'
import { phrase, startDay, word } from '../answer.ts'
import type { EvaluateOpen } from '../criterion.ts'
import { answerForItems } from '../items.ts'
import { bestState, paperState } from '../validity.ts'

/** Directive 2006/126/EC art. 6: what a category also lets its holder drive. TR1 and TR2 are left to themselves: not verified. */
const ALSO_HOLDS = {
  AM: [],
  B: ['AM'],
  BE: ['B', 'AM'],
  C: ['B', 'AM'],
  CE: ['C', 'BE', 'B', 'AM'],
  D: ['B', 'AM'],
  TR1: [],
  TR2: [],
} as const satisfies Record<DrivingCategory, readonly DrivingCategory[]>

function holds(held: DrivingCategory, asked: DrivingCategory): boolean {
  return held === asked || ALSO_HOLDS[held].some((also) => also === asked)
}

export const licences: EvaluateOpen = (vacancy, { open: { driving } }, { today }) => {
  const start = startDay(vacancy, today)
  const items = vacancy.requirements.driving.map(({ category, strength }) => ({
    name: word(`driving.${category}`),
    strength,
    state: bestState(driving.filter((held) => holds(held.category, category)).map((held) => paperState(held.expiresOn, today, start))),
  }))
  const held = driving.map(({ category, expiresOn }) => [
    word(`driving.${category}`),
    ...(expiresOn === null ? [] : ['–', { day: expiresOn }]),
  ])
  return answerForItems('licences', items, held.length === 0 ? phrase('has_none') : phrase('has', { items: held }))
}
