// The vocabulary of the index: how many vacancies have a term, which terms are similar to a word, and how titles spell them.
import { fold } from '#app/domain/shared/fold.ts'
import type { Vocabulary } from '#search/index/query/query-plan.ts'
import type { WordField } from '../document.ts'
import { openWordTrie } from '../word-trie.ts'

/** One way that titles spell a term, and how many do. */
export type Spelling = { term: string; word: string; times: number }

export type LiveVocabulary = Vocabulary & {
  add(term: string, field: WordField, vacancies: number): void
  /** The most frequent spelling of a term is the one that is shown. */
  addSpelling(written: Spelling): void
  /** Terms of titles that begin so, the most frequent first. */
  completions(beginning: string, most: number): string[]
}

/** Of a very short beginning only so many terms are looked at. */
const MOST_WALKED = 2000

type Counts = { title: number; meta: number; body: number }
type Entry = { index: number; term: string; counts: Counts; written: string | null; writtenTimes: number }

const total = ({ title, meta, body }: Counts) => title + meta + body

export function openVocabulary(): LiveVocabulary {
  const entries: Entry[] = []
  const indexOf = new Map<string, number>()
  const tree = openWordTrie()
  /** Only the terms of titles and facts: far fewer, and nearly always what a misspelled word means. */
  const prominent = openWordTrie()

  /** Whole words of titles, folded, each with the terms it stands for. */
  const writtenTree = openWordTrie()
  const writtenTerms: string[][] = []
  const writtenIndex = new Map<string, number>()

  function addToWritten(word: string, term: string): void {
    const folded = fold(word)
    const index = writtenIndex.get(folded)
    if (index !== undefined) {
      const terms = writtenTerms[index]
      if (terms && !terms.includes(term)) terms.push(term)
      return
    }
    writtenIndex.set(folded, writtenTerms.length)
    writtenTree.add(folded, writtenTerms.length)
    writtenTerms.push([term])
  }

  function entryOf(term: string): Entry {
    const known = entries[indexOf.get(term) ?? -1]
    if (known) return known
    const entry: Entry = { index: entries.length, term, counts: { title: 0, meta: 0, body: 0 }, written: null, writtenTimes: 0 }
    indexOf.set(term, entries.length)
    tree.add(term, entries.length)
    entries.push(entry)
    return entry
  }

  const find = (term: string) => entries[indexOf.get(term) ?? -1]
  const at = (index: number) => entries[index]

  return {
    add: (term, field, vacancies) => {
      const { counts, index } = entryOf(term)
      if (field !== 'body' && counts.title + counts.meta === 0) prominent.add(term, index)
      counts[field] += vacancies
    },
    addSpelling: ({ term, word, times }) => {
      const entry = entryOf(term)
      addToWritten(word, term)
      if (times < entry.writtenTimes) return
      entry.written = word
      entry.writtenTimes = times
    },
    countOf: (term) => {
      const counts = find(term)?.counts
      return counts !== undefined && total(counts) > 0 ? counts : null
    },
    similar: (term, maxEdits, most, among) =>
      (among === 'all' ? tree : prominent)
        .within(term, maxEdits)
        .flatMap(({ index, edits }) => {
          const entry = at(index)
          return entry && entry.term !== term ? [{ entry, edits }] : []
        })
        .sort((a, b) => a.edits - b.edits || total(b.entry.counts) - total(a.entry.counts) || (a.entry.term < b.entry.term ? -1 : 1))
        .slice(0, most)
        .map(({ entry }) => entry.term),
    similarSpelling: (word, maxEdits, most) => {
      const near = writtenTree
        .within(word, maxEdits)
        .flatMap(({ index, edits }) => (writtenTerms[index] ?? []).flatMap((term) => ({ entry: entryOf(term), edits })))
        .sort((a, b) => a.edits - b.edits || b.entry.counts.title - a.entry.counts.title || (a.entry.term < b.entry.term ? -1 : 1))
      return [...new Set(near.map(({ entry }) => entry.term))].slice(0, most)
    },
    hasPrefix: (prefix) => tree.withPrefix(prefix, 1).length > 0,
    wordFor: (term) => find(term)?.written ?? null,
    completions: (beginning, most) =>
      prominent
        .withPrefix(beginning, MOST_WALKED)
        .flatMap((index) => at(index) ?? [])
        .filter(({ counts }) => counts.title > 0)
        .sort((a, b) => b.counts.title - a.counts.title || (a.term < b.term ? -1 : 1))
        .slice(0, most)
        .map(({ term }) => term),
  }
}
