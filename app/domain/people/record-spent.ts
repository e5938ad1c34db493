// When a record is spent, as a suggestion a caseworker checks: the terms of Krimināllikums 63 as the reference quotes them (secondary source, unverified).
import { addMonths, type Day } from '#app/domain/shared/day.ts'

/** The terms of the article, in its order; `years` count from the day main and additional penalty are fully served. */
export const SENTENCE_TERMS = {
  conditional: { years: 1 },
  short_or_fine: { years: 1 },
  up_to_3_years: { years: 2 },
  up_to_5_years: { years: 5 },
  up_to_10_years: { years: 8 },
  over_10_years: { years: 10 },
} as const satisfies Record<string, { years: number }>
export type SentenceKind = keyof typeof SENTENCE_TERMS
export const SENTENCE_KINDS = Object.keys(SENTENCE_TERMS) as [SentenceKind, ...SentenceKind[]]

export type SpentSuggestion = { kind: SentenceKind; servedOn: Day; years: number; spentOn: Day; status: 'spent' | 'unspent' }

/** @param servedOn the day everything was served; for a conditional sentence, the day its probation period ended. */
export function suggestSpent(kind: SentenceKind, servedOn: Day, today: Day): SpentSuggestion {
  const { years } = SENTENCE_TERMS[kind]
  const spentOn = addMonths(servedOn, years * 12)
  return { kind, servedOn, years, spentOn, status: spentOn <= today ? 'spent' : 'unspent' }
}
