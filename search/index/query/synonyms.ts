// The synonym rules, prepared for planning queries: what else a typed word or phrase means.
import type { SynonymRule } from '#app/domain/search/synonym.ts'
import { queryWords } from '#search/index/analysis/analysis.ts'
import { WordTrie } from '../word-trie.ts'

export type Synonyms = {
  /** The longest phrase that begins at this word and has synonyms; null when none has. @param longest in words. */
  at: (
    words: readonly { stems: readonly string[] }[],
    from: number,
    longest: number,
  ) => { words: number; meanings: readonly (readonly string[])[] } | null
  /** Whether a rule has a phrase of this one word, even if no vacancy has it. */
  knows: (stem: string) => boolean
  /** Stems of such words within an edit distance. */
  similar: (stem: string, maxEdits: number) => readonly string[]
  /** As the rule spells it. */
  wordFor: (stem: string) => string | null
}

function stemsOfPhrase(phrase: string): string[][] {
  return queryWords(phrase).map(({ stems }) => [...stems])
}

/** The same for phrases that are searched for in the same way; '' for one that has no words to search for. */
export function searchedKey(phrase: string): string {
  return keyOf(stemsOfPhrase(phrase).map(([likeliest = '']) => likeliest))
}

const keyOf = (stems: readonly string[]) => stems.join(' ')

/** From the stems of each phrase to the stems of its synonyms. Its first word has an entry for each of its stems. */
export function meaningsOf(rules: readonly SynonymRule[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const meanings = new Map<string, string[][]>()
  function add(from: string, to: readonly string[]): void {
    const also = to.map((phrase) => stemsOfPhrase(phrase).map(([likeliest = '']) => likeliest)).filter((stems) => stems.length > 0)
    const [first = [], ...rest] = stemsOfPhrase(from)
    if (first.length === 0) return
    for (const likeliest of first) {
      const key = keyOf([likeliest, ...rest.map(([stem = '']) => stem)])
      const known = meanings.get(key) ?? []
      for (const stems of also) if (keyOf(stems) !== key && !known.some((one) => keyOf(one) === keyOf(stems))) known.push(stems)
      meanings.set(key, known)
    }
  }
  for (const { from, to, twoWay } of rules) {
    if (twoWay) {
      const all = [...from, ...to]
      for (const phrase of all)
        add(
          phrase,
          all.filter((other) => other !== phrase),
        )
    } else for (const phrase of from) add(phrase, to)
  }
  return meanings
}

export function synonymsOf(rules: readonly SynonymRule[]): Synonyms {
  const meanings = meaningsOf(rules)
  const writtenAs = new Map<string, string>()
  for (const { from, to, twoWay } of rules)
    for (const phrase of twoWay ? [...from, ...to] : from) {
      const [stems = [], ...more] = stemsOfPhrase(phrase)
      if (more.length === 0) for (const stem of stems) if (!writtenAs.has(stem)) writtenAs.set(stem, phrase)
    }
  const words = [...writtenAs.keys()]
  const tree = new WordTrie()
  words.forEach((stem, index) => {
    tree.add(stem, index)
  })
  return {
    knows: (stem) => writtenAs.has(stem),
    similar: (stem, maxEdits) => tree.within(stem, maxEdits).flatMap(({ index }) => words[index] ?? []),
    wordFor: (stem) => writtenAs.get(stem) ?? null,
    at: (words, from, longest) => {
      for (let length = Math.min(longest, words.length - from); length > 0; length -= 1) {
        const [first, ...rest] = words.slice(from, from + length)
        for (const stem of first?.stems ?? []) {
          const found = meanings.get(keyOf([stem, ...rest.map(({ stems: [likeliest = ''] }) => likeliest)]))
          if (found && found.length > 0) return { words: length, meanings: found }
        }
      }
      return null
    },
  }
}
