// The order of results: one rule for each way to sort, always ending in newest and then the id, so that pages never overlap.
import type { VacancyDocument } from './document.ts'
import type { VacancyQuery } from './port.ts'

type Compare = (a: VacancyDocument, b: VacancyDocument) => number

/** Relevance without words means nearest where a place is known, else newest. */
function meant({ sort, near }: VacancyQuery, scores: ReadonlyMap<string, number> | null): VacancyQuery['sort'] {
  const asked = sort === 'relevance' && scores === null ? 'distance' : sort
  return asked === 'distance' && near === null ? 'newest' : asked
}

export function inOrder(
  documents: readonly VacancyDocument[],
  query: VacancyQuery,
  scores: ReadonlyMap<string, number> | null,
  distances: ReadonlyMap<string, number>,
): string[] {
  const first = {
    relevance: (a, b) => (scores?.get(b.id) ?? 0) - (scores?.get(a.id) ?? 0),
    distance: (a, b) => (distances.get(a.id) ?? Infinity) - (distances.get(b.id) ?? Infinity) || 0,
    // A vacancy without stated pay comes after all that state it.
    pay: (a, b) => (b.monthlyCents ?? -1) - (a.monthlyCents ?? -1),
    newest: () => 0,
  } satisfies Record<VacancyQuery['sort'], Compare>
  const compare = first[meant(query, scores)]
  return documents
    .toSorted((a, b) => compare(a, b) || b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1))
    .map((document) => document.id)
}
