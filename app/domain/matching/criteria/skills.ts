// Skills in people's own words, compared without case and marks; a shared word stem is a reason to look, not a refusal.
import { fold } from '#app/domain/shared/fold.ts'
import { phrase } from '../answer.ts'
import type { EvaluateOpen } from '../criterion.ts'
import { answerForItems } from '../items.ts'
import type { ItemState } from '../items.ts'

/** Latvian and Russian endings change; so many first letters are the same word to a reader. */
const STEM_LETTERS = 5

function wordsOf(skill: string): string[] {
  return fold(skill)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
}

function compare(asked: readonly string[], own: readonly string[]): ItemState {
  if (asked.length === 0 || (own.length > 0 && asked.every((part) => own.includes(part)))) return 'met'
  const stems = own.filter((part) => part.length >= STEM_LETTERS).map((part) => part.slice(0, STEM_LETTERS))
  return asked.some((part) => stems.includes(part.slice(0, STEM_LETTERS))) ? 'almost' : 'unmet'
}

function stateOf(asked: string, own: readonly (readonly string[])[]): ItemState {
  if (own.length === 0) return 'unknown'
  const states = own.map((words) => compare(wordsOf(asked), words))
  return states.includes('met') ? 'met' : states.includes('almost') ? 'almost' : 'unmet'
}

/** A profile without any skill has not been asked. */
export const skills: EvaluateOpen = ({ requirements }, { open }) => {
  if (requirements.skills.length === 0) return null
  const own = open.skills.map(wordsOf)
  const items = requirements.skills.map(({ skill, strength }) => ({ name: skill, strength, state: stateOf(skill, own) }))
  return answerForItems('skills', items, own.length === 0 ? null : phrase('has', { items: open.skills }))
}
