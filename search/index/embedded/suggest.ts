// What somebody may be about to type: the occupation meant, or the word finished as titles have it; only what finds something.
import type { Instant } from '#app/domain/shared/day.ts'
import { fold } from '#app/domain/shared/fold.ts'
import { OCCUPATIONS } from '#app/domain/occupations/occupations.ts'
import type { Suggestion } from '../port.ts'
import type { QueryPlan } from '#search/index/query/query-plan.ts'
import type { LoadedIndex } from './loaded-index.ts'

/** As many are counted as could be shown twice over. */
const CONSIDERED = 2

type Language = 'lv' | 'ru' | 'en'
export type Typing = { typed: string; language: Language; most: number }

const OCCUPATION_TITLES = (['lv', 'ru', 'en'] as const).flatMap((language) =>
  OCCUPATIONS.map((occupation) => ({ language, title: occupation[language].toLowerCase(), folded: fold(occupation[language]) })),
)

/** Whose title begins so, before those in which another word does. */
function occupationsFor(typed: string, language: Language): string[] {
  const begun = OCCUPATION_TITLES.filter(({ folded }) => folded.startsWith(typed))
  const inside = OCCUPATION_TITLES.filter(({ folded }) => folded.includes(` ${typed}`) && !folded.startsWith(typed))
  const found = [...begun, ...inside]
  const own = found.filter((one) => one.language === language)
  return (own.length > 0 ? own : found).map(({ title }) => title)
}

/** The typed words with the last one finished. */
function finished(index: LoadedIndex, typed: string, most: number): string[] {
  const at = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('-')) + 1
  const beginning = fold(typed.slice(at))
  if (beginning.length < 2) return []
  return index.vocabulary.completions(beginning, most).flatMap((term) => {
    const word = index.vocabulary.wordFor(term)
    return word === null ? [] : [`${typed.slice(0, at)}${word}`]
  })
}

/** @param plan how a suggestion would be searched for. */
export function suggestions(
  index: LoadedIndex,
  { typed, language, most }: Typing,
  plan: (words: string) => QueryPlan,
  now: Instant,
): Suggestion[] {
  const begun = typed.replace(/\s+/gu, ' ').trimStart().toLowerCase()
  const folded = fold(begun)
  if (folded.trim().length < 2) return []
  const texts = new Set([...occupationsFor(folded, language).slice(0, most), ...finished(index, begun, most * CONSIDERED)])
  const counted = [...texts].map((text): Suggestion => {
    const { slots, attempt } = index.match(plan(text), { visibilities: ['public'] }, now)
    return { text, vacancies: attempt?.relaxed === 'none' ? slots.length : 0 }
  })
  return counted.filter(({ vacancies }) => vacancies > 0).slice(0, most)
}
