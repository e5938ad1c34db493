// One answer for a list of requirements (licences, certificates, languages …): the worst item counts and is named.
import { answer, NOT_KNOWN, phrase, UNMET, word, worst } from './answer.ts'
import type { Answer, Criterion, Phrase, PhraseValue, Verdict } from './criterion.ts'
import type { Strength } from '#app/domain/vacancies/job-terms.ts'

/** `almost` = there, but somebody has to look at it (runs out soon, is similar). */
export type ItemState = 'met' | 'almost' | 'unmet' | 'unknown'
export type Item = { name: PhraseValue; strength: Strength; state: ItemState }

function verdictOf({ strength, state }: Item): Verdict {
  if (state === 'met') return 'meets'
  if (state === 'unmet') return UNMET[strength]
  if (state === 'unknown') return NOT_KNOWN[strength]
  return strength === 'nice' ? 'meets' : 'check'
}

function reasonFor(verdict: Verdict, items: readonly Item[]): Phrase {
  const counting = items.filter((item) => verdictOf(item) === verdict)
  const named = (state: ItemState) => counting.filter((item) => item.state === state).map((item) => item.name)
  if (verdict === 'fails') return phrase('missing', { items: named('unmet') })
  if (verdict === 'unknown') return phrase('not_known', { items: named('unknown') })
  const unmet = named('unmet')
  if (verdict === 'check') return unmet.length > 0 ? phrase('negotiable', { items: unmet }) : phrase('almost', { items: named('almost') })
  const nice = counting.filter((item) => item.state !== 'met').map((item) => item.name)
  return nice.length > 0 ? phrase('nice', { items: nice }) : phrase('met')
}

function changeFor(verdict: Verdict, open: readonly Item[]): Phrase | null {
  if (verdict === 'meets') return null
  return verdict === 'unknown' ? phrase('ask_person') : phrase('change', { items: open.map((item) => item.name) })
}

/** The answer for all items; null when the vacancy asks for none. */
export function answerForItems(criterion: Criterion, items: readonly Item[], has: Phrase | null): Answer | null {
  if (items.length === 0) return null
  const verdict = worst(items.map(verdictOf))
  const open = items.filter((item) => verdictOf(item) === verdict && (item.state === 'unmet' || item.state === 'almost'))
  return answer(criterion, verdict, {
    reason: reasonFor(verdict, items),
    asked: phrase('asked', { items: items.map((item) => [item.name, '–', word(`strength.${item.strength}`)]) }),
    has,
    change: changeFor(verdict, open),
  })
}
