// The vocabulary of the index: how many vacancies have a term, which terms are similar to a word, and how titles spell them.
import { fold } from '#app/domain/shared/fold.ts'
import type { Vocabulary } from '#search/index/query/query-plan.ts'
import type { WordField } from '../document.ts'
import { WordTrie } from '../word-trie.ts'

/** One way that titles spell a term, and how many do. */
export type Spelling = { term: string; word: string; times: number }

/** Of a very short beginning only so many terms are looked at. */
const MOST_WALKED = 2000

type Counts = { title: number; meta: number; body: number }
type Entry = { index: number; term: string; counts: Counts; written: string | null; writtenTimes: number }

const total = ({ title, meta, body }: Counts) => title + meta + body

/** Whole words of titles, folded, each with the terms it stands for. */
class TitleWords {
  readonly #trie = new WordTrie()
  readonly #terms: string[][] = []
  readonly #indexOf = new Map<string, number>()

  add(word: string, term: string): void {
    const folded = fold(word)
    const known = this.#terms[this.#indexOf.get(folded) ?? -1]
    if (known) {
      if (!known.includes(term)) known.push(term)
      return
    }
    this.#indexOf.set(folded, this.#terms.length)
    this.#trie.add(folded, this.#terms.length)
    this.#terms.push([term])
  }

  /** The terms of the words within `edits` of `word`, each with its distance; a term as often as it has such words. */
  within(word: string, edits: number): { term: string; edits: number }[] {
    return this.#trie.within(word, edits).flatMap(({ index, edits }) => (this.#terms[index] ?? []).map((term) => ({ term, edits })))
  }
}

export class LiveVocabulary implements Vocabulary {
  readonly #entries: Entry[] = []
  readonly #indexOf = new Map<string, number>()
  readonly #all = new WordTrie()
  /** Only the terms of titles and facts: far fewer, and nearly always what a misspelled word means. */
  readonly #prominent = new WordTrie()
  readonly #titleWords = new TitleWords()

  add(term: string, field: WordField, vacancies: number): void {
    const { counts, index } = this.#entryOf(term)
    if (field !== 'body' && counts.title + counts.meta === 0) this.#prominent.add(term, index)
    counts[field] += vacancies
  }

  /** The most frequent spelling of a term is the one that is shown. */
  addSpelling({ term, word, times }: Spelling): void {
    const entry = this.#entryOf(term)
    this.#titleWords.add(word, term)
    if (times < entry.writtenTimes) return
    entry.written = word
    entry.writtenTimes = times
  }

  countOf(term: string): Counts | null {
    const counts = this.#find(term)?.counts
    return counts !== undefined && total(counts) > 0 ? counts : null
  }

  similar(term: string, maxEdits: number, most: number, among: 'prominent' | 'all'): string[] {
    return (among === 'all' ? this.#all : this.#prominent)
      .within(term, maxEdits)
      .flatMap(({ index, edits }) => {
        const entry = this.#entries[index]
        return entry && entry.term !== term ? [{ entry, edits }] : []
      })
      .sort((a, b) => a.edits - b.edits || total(b.entry.counts) - total(a.entry.counts) || (a.entry.term < b.entry.term ? -1 : 1))
      .slice(0, most)
      .map(({ entry }) => entry.term)
  }

  similarSpelling(word: string, maxEdits: number, most: number): string[] {
    const near = this.#titleWords
      .within(word, maxEdits)
      .map(({ term, edits }) => ({ entry: this.#entryOf(term), edits }))
      .sort((a, b) => a.edits - b.edits || b.entry.counts.title - a.entry.counts.title || (a.entry.term < b.entry.term ? -1 : 1))
    return [...new Set(near.map(({ entry }) => entry.term))].slice(0, most)
  }

  hasPrefix(prefix: string): boolean {
    return this.#all.withPrefix(prefix, 1).length > 0
  }

  wordFor(term: string): string | null {
    return this.#find(term)?.written ?? null
  }

  /** Terms of titles that begin so, the most frequent first. */
  completions(beginning: string, most: number): string[] {
    return this.#prominent
      .withPrefix(beginning, MOST_WALKED)
      .flatMap((index) => this.#entries[index] ?? [])
      .filter(({ counts }) => counts.title > 0)
      .sort((a, b) => b.counts.title - a.counts.title || (a.term < b.term ? -1 : 1))
      .slice(0, most)
      .map(({ term }) => term)
  }

  #find(term: string): Entry | undefined {
    return this.#entries[this.#indexOf.get(term) ?? -1]
  }

  #entryOf(term: string): Entry {
    const known = this.#find(term)
    if (known) return known
    const index = this.#entries.length
    const entry: Entry = { index, term, counts: { title: 0, meta: 0, body: 0 }, written: null, writtenTimes: 0 }
    this.#indexOf.set(term, index)
    this.#all.add(term, index)
    this.#entries.push(entry)
    return entry
  }
}
