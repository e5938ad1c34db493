// What a change of the synonym rules would do to what people find.
import type { Instant } from '#app/domain/shared/day.ts'
import type { SynonymPreview } from '../port.ts'
import type { Synonyms } from '#search/index/query/synonyms.ts'
import { planQuery } from '#search/index/query/plan-query.ts'
import type { LoadedIndex } from './loaded-index.ts'

/** @param most ids of vacancies that only the changed rules find, newest first. */
export function preview(
  index: LoadedIndex,
  phrases: readonly string[],
  rules: { now: Synonyms; then: Synonyms },
  most: number,
  now: Instant,
): SynonymPreview[] {
  const { publishedAt } = index.columns.arrays()
  const found = (phrase: string, synonyms: Synonyms) =>
    index.match(planQuery(phrase, index.vocabulary, synonyms), { visibilities: ['public', 'closed'] }, now).slots
  return phrases.map((phrase) => {
    const before = new Set(found(phrase, rules.now))
    const after = found(phrase, rules.then)
    const fresh = [...after].filter((slot) => !before.has(slot)).sort((a, b) => (publishedAt[b] ?? 0) - (publishedAt[a] ?? 0))
    return { phrase, before: before.size, after: after.length, newIds: fresh.slice(0, most).map((slot) => index.columns.ids[slot] ?? '') }
  })
}
