// What a query plan is: the ways to search for what was typed, best first. An engine tries them until one finds something.
import type { Relaxed } from '../port.ts'

/** Stems that must all be there. `prefix`: the last one is only the beginning of a stem. */
export type Alternative = { all: readonly string[]; prefix: boolean }

/** One typed word or phrase, and the alternatives that match it; one is enough. The likeliest comes first. */
export type WordGroup = { typed: string; any: readonly Alternative[] }

/** One way to search: every group must match. */
export type Attempt = {
  relaxed: Relaxed
  groups: readonly WordGroup[]
  /** The words with their corrections; null when nothing was corrected, or a correction has no known spelling. */
  corrected: string | null
  /** Typed words that this attempt leaves out. */
  left: readonly string[]
}

export type QueryPlan = {
  /** False when no typed word tells vacancies apart: then every vacancy matches, and there are no attempts. */
  selective: boolean
  /** Made lazily, since later ones are slow to make and rarely needed. At least one when `selective`. */
  attempts: Iterable<Attempt>
}

/** The words of the index, which planning needs. A term is a folded stem. */
export type Vocabulary = {
  /** How many vacancies have the term, by field; null for none. After deletions and edits a little too high, until the next start. */
  countOf: (term: string) => { title: number; meta: number; body: number } | null
  /** Terms within an edit distance, nearest first, then most frequent. @param among `prominent`: terms of titles and facts only. */
  similar: (term: string, maxEdits: number, most: number, among: 'prominent' | 'all') => readonly string[]
  /** Terms whose whole word, as titles spell it, is within an edit distance of this word; nearest first, then most frequent. */
  similarSpelling: (word: string, maxEdits: number, most: number) => readonly string[]
  /** Whether any term begins with it. */
  hasPrefix: (prefix: string) => boolean
  /** The most frequent spelling of a term in titles; null when no title has it. */
  wordFor: (term: string) => string | null
}
