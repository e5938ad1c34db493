// How a criterion says its answer: phrases as keys and values, and the few rules every criterion shares.
import type { Day } from '#app/domain/shared/day.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import type { Strength } from '#app/domain/vacancies/job-terms.ts'
import type { Answer, Criterion, Phrase, PhraseValue, Verdict, VocabularyWord } from './criterion.ts'

type Values = Readonly<Record<string, PhraseValue>>
type Parts = { reason: Phrase; asked?: Phrase | null; has?: Phrase | null; change?: Phrase | null }

const NO_VALUES: Values = {}

export function phrase(key: string, values: Values = NO_VALUES): Phrase {
  return { key, values }
}

/** A word of a vocabulary, e.g. `word('certificate.forklift')`. */
export function word(name: VocabularyWord): PhraseValue {
  return { word: name }
}

export function answer(criterion: Criterion, verdict: Verdict, { reason, asked = null, has = null, change = null }: Parts): Answer {
  return { criterion, verdict, reason, asked, has, change }
}

/** What a requirement that is not met amounts to. */
export const UNMET = { must: 'fails', negotiable: 'check', nice: 'meets' } as const satisfies Record<Strength, Verdict>

/** What a requirement amounts to when nobody knows whether it is met: what would only be nice never holds anybody up. */
export const NOT_KNOWN = { must: 'unknown', negotiable: 'unknown', nice: 'meets' } as const satisfies Record<Strength, Verdict>

const SEVERITY = { meets: 0, unknown: 1, check: 2, fails: 3 } as const satisfies Record<Verdict, number>

export function worst(verdicts: readonly Verdict[]): Verdict {
  let found: Verdict = 'meets'
  for (const verdict of verdicts) if (SEVERITY[verdict] > SEVERITY[found]) found = verdict
  return found
}

/** The first day of work: the vacancy's own, or today when that has passed or is not said. */
export function startDay(vacancy: Pick<VacancyFacts, 'startOn'>, today: Day): Day {
  return vacancy.startOn !== null && vacancy.startOn > today ? vacancy.startOn : today
}
