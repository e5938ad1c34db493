// What somebody typed, understood: the ways to look for it, each engine tries them in order until one finds something.
import type { Relaxed } from '../port.ts'

/** Words that must all be there, as stems. `prefix`: the last of them may go on. */
export type Alternative = { all: readonly string[]; prefix: boolean }

/** One typed word (or phrase), and what counts as meeting it: any one alternative. The first one is the likeliest. */
export type WordGroup = { typed: string; any: readonly Alternative[] }

/** Every group must be met. */
export type Attempt = {
  relaxed: Relaxed
  groups: readonly WordGroup[]
  /** The typed words as they were taken here; null when as typed. */
  corrected: string | null
  /** Typed words that this attempt does without. */
  left: readonly string[]
}

export type QueryPlan = {
  /** False when nothing was typed that chooses between vacancies: then every vacancy is meant, and there are no attempts. */
  selective: boolean
  /** Worked out one by one as they are asked for; at least one when something chooses. */
  attempts: Iterable<Attempt>
}

/** What is known of the words in the index, so that understanding needs no engine. Terms are stems, folded. */
export type Vocabulary = {
  /** In how many vacancies the term stands, by field; null when in none. A little high after deletions and edits, until the next start. */
  countOf(term: string): { title: number; meta: number; body: number } | null
  /** Known terms within so many slips (Damerau), nearest and then most frequent first. @param among those of titles and facts alone, or all. */
  similar(term: string, slips: number, most: number, among: 'prominent' | 'all'): readonly string[]
  /** Terms that titles write within so many slips of this word, endings and all; nearest and then most frequent first. */
  similarSpelling(word: string, slips: number, most: number): readonly string[]
  /** Whether any known term begins so. */
  hasPrefix(prefix: string): boolean
  /** The word people write for a term; null when it stands in no title. */
  wordFor(term: string): string | null
}
