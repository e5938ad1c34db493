// Which vacancies meet the words somebody typed: all of them, then with typing slips, then some of them.
import MiniSearch, { type SearchResult } from 'minisearch'
import { queryStems, stem, wordsOf } from './analysis.ts'
import { WORD_FIELDS, type VacancyDocument } from './document.ts'
import type { VacancyHits } from './port.ts'

export type WordHits = { scores: ReadonlyMap<string, number>; relaxed: VacancyHits['relaxed'] }

export type WordIndex = {
  put(document: VacancyDocument): void
  drop(id: string): void
  /** Null when nothing was typed that chooses between vacancies. `visible` says which vacancies this query may meet at all. */
  find(typed: string, visible: (id: string) => boolean): WordHits | null
}

const FUZZY_FROM_LETTERS = 4
const TWO_SLIPS_FROM_LETTERS = 8

function slips(term: string): number | false {
  if (term.length < FUZZY_FROM_LETTERS || /\d/.test(term)) return false
  return term.length < TWO_SLIPS_FROM_LETTERS ? 1 : 2
}

export function openWordIndex(): WordIndex {
  const mini = new MiniSearch<VacancyDocument>({
    fields: Object.keys(WORD_FIELDS),
    extractField: (document, field) => (field === 'id' ? document.id : document.words[field as keyof typeof WORD_FIELDS]),
    tokenize: wordsOf,
    processTerm: stem,
    searchOptions: { boost: WORD_FIELDS, tokenize: (stems) => stems.split(' '), processTerm: (term) => term },
  })

  function find(typed: string, visible: (id: string) => boolean): WordHits | null {
    const stems = queryStems(typed)
    if (stems.length === 0) return null
    const ask = (combineWith: 'AND' | 'OR', fuzzy: boolean) =>
      mini.search(stems.join(' '), {
        combineWith,
        prefix: (term, at, terms) => at === terms.length - 1 && term.length > 1,
        filter: (result: SearchResult) => visible(String(result.id)),
        ...(fuzzy ? { fuzzy: slips } : {}),
      })
    const tries = [
      { relaxed: 'none', results: () => ask('AND', false) },
      { relaxed: 'typos', results: () => ask('AND', true) },
      { relaxed: 'some_words', results: () => (stems.length > 1 ? ask('OR', true) : []) },
    ] as const
    for (const { relaxed, results } of tries) {
      const found = results()
      if (found.length > 0) return { scores: new Map(found.map((result) => [String(result.id), result.score])), relaxed }
    }
    return { scores: new Map(), relaxed: 'none' }
  }

  return {
    put: (document) => (mini.has(document.id) ? mini.replace(document) : mini.add(document)),
    drop: (id) => {
      if (mini.has(id)) mini.discard(id)
    },
    find,
  }
}
