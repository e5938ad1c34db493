// Forms of the coordinator's pages of the search, and what the rules of synonyms refuse as problems of a form.
import { z } from 'zod'
import { ENGINES } from '#app/domain/search/search-engine.ts'
import {
  MOST_PHRASE_LETTERS,
  MOST_PHRASE_WORDS,
  MOST_PHRASES,
  phrasesIn,
  phrasesProblem,
  type PhraseProblem,
  type RuleProblem,
  type SynonymText,
} from '#app/domain/search/synonym.ts'
import { checkbox, choice, id, listCursor, optionalText, version } from '../fields.ts'
import { problem, type Entered, type Problem, type Problems } from '../parse-form.ts'

const MEANINGS = ['two_way', 'one_way'] as const

function wordedPhrases(wrong: PhraseProblem): Problem {
  switch (wrong.kind) {
    case 'none':
      return 'synonymNone'
    case 'too_many':
      return problem('synonymTooMany', { most: MOST_PHRASES })
    case 'too_long':
      return problem('synonymTooLong', { phrase: wrong.phrase, most: MOST_PHRASE_LETTERS })
    case 'too_many_words':
      return problem('synonymTooManyWords', { phrase: wrong.phrase, most: MOST_PHRASE_WORDS })
    case 'no_letters':
      return problem('synonymNoLetters', { phrase: wrong.phrase })
  }
}

const phrases = optionalText({ max: 2000 })
  .transform(phrasesIn)
  .superRefine((found, context) => {
    const wrong = phrasesProblem(found)
    if (wrong) context.addIssue({ code: 'custom', message: wordedPhrases(wrong) })
  })

export const synonymForm = z
  .object({ from: phrases, to: phrases, meaning: choice(MEANINGS), note: optionalText({ max: 500 }), version })
  .transform(({ meaning, ...rule }) => ({ ...rule, twoWay: meaning === 'two_way' }))
export const synonymRetirementForm = z.object({ retired: checkbox, version })
export const refusedForm = z.object({ engine: choice(ENGINES), vacancyId: id })

export const synonymsAddress = z.object({ retired: checkbox.catch(false), words: optionalText({ max: 100 }).catch(''), at: listCursor })
/** Words somebody looked for in vain. */
export const newSynonymAddress = z.object({ from: optionalText({ max: 100 }).catch('') })
export const searchesAddress = z.object({
  days: z
    .enum(['30', '90'])
    .catch('30')
    .transform((days) => (days === '90' ? 90 : 30)),
})

/** What stood in the way of saving, beside the field that can mend it. */
export function savingProblems(wrong: RuleProblem | 'stale'): Problems {
  if (wrong === 'stale') return { form: 'stale' }
  switch (wrong.kind) {
    case 'same':
      return { to: problem('synonymSame', { phrase: wrong.phrase }) }
    case 'says_nothing':
      return { from: problem('synonymSaysNothing', { phrase: wrong.phrase }) }
    case 'repeated':
      return { from: problem('synonymRepeated', { phrase: wrong.phrase }) }
    case 'opposed':
      return { to: problem('synonymOpposed', { phrase: wrong.phrase, other: wrong.other }) }
    case 'loop':
      return { to: problem('synonymLoop', { circle: wrong.circle.join(' → ') }) }
  }
}

export function enteredSynonym({ from, to, twoWay, note }: SynonymText & { note: string }): Entered {
  return { from: from.join('\n'), to: to.join('\n'), meaning: twoWay ? 'two_way' : 'one_way', note }
}
