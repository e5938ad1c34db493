// What meets a term, or two or three neighbouring words written as one: the words themselves, beginnings, synonyms, slips, and one word split in two.
// A node knows, for each document, in which fields it is met at each number of slips. After the server's query graph.
import { capacityOf, listOf, type SearchIndex } from './indexes.ts'
import type { Term } from './query.ts'
import type { Settings } from './settings.ts'
import { begunBy, slipsOf } from './word-list.ts'
import { folded, isNumber, MOST_WORD_BYTES, tokensOf, type Placed } from './words.ts'
import type { DocSet } from './doc-set.ts'

/** Fields as bits: met exactly as written, and with no, one and two slips. `cost`: once it has been asked for. */
export type Met = { exact: number; bySlips: [number, number, number]; cost: number[] | null }

/** Stands for the terms `from` to `to` (not included). */
export type Node = { from: number; to: number; met: Map<number, Met>; mostSlips: number }

export type Scope = { index: SearchIndex; wanted: DocSet; fields: number; tolerant: number }

const LONGEST_RUN = 3
const MOST_SYNONYMS = 50
const MOST_SYNONYM_WORDS = 100

function note(node: Node, doc: number, fields: number, slips: 0 | 1 | 2, exact = false): void {
  if (fields === 0) return
  let met = node.met.get(doc)
  if (!met) node.met.set(doc, (met = { exact: 0, bySlips: [0, 0, 0], cost: null }))
  met.bySlips[slips] |= fields
  if (exact) met.exact |= fields
}

function noteWord({ index, wanted, fields, tolerant }: Scope, node: Node, word: string, slips: 0 | 1 | 2, exact = false): void {
  const allowed = slips === 0 ? fields : fields & tolerant
  for (const [doc, own] of index.postings.get(word) ?? []) if (wanted[doc] === 1) note(node, doc, own & allowed, slips, exact)
}

/** In which fields these words stand one after the other; with `byAttribute` the server only knows that they share a field. */
function phraseFields({ index, fields }: Scope, doc: number, words: readonly string[]): number {
  let found = 0
  for (const [bit, placed] of index.documents[doc]?.placed ?? []) {
    if ((fields & (1 << bit)) === 0) continue
    const met = index.settings.proximityPrecision === 'byAttribute' ? hasAll(placed, words) : standsIn(placed, words)
    if (met) found |= 1 << bit
  }
  return found
}

function hasAll({ words: own }: Placed, words: readonly string[]): boolean {
  return words.every((word) => own.includes(word))
}

function standsIn({ words: own, places }: Placed, words: readonly string[]): boolean {
  const [first = ''] = words
  for (let at = own.indexOf(first); at !== -1; at = own.indexOf(first, at + 1)) {
    const start = places[at] ?? 0
    if (words.every((word, step) => own[at + step] === word && places[at + step] === start + step)) return true
  }
  return false
}

export function* phraseDocs(scope: Scope, words: readonly string[]): Generator<[number, number]> {
  const lists = words.map((word) => scope.index.postings.get(word))
  const rarest = lists.reduce((best, list) => ((list?.size ?? 0) < (best?.size ?? 0) ? list : best), lists[0])
  for (const doc of rarest?.keys() ?? []) {
    if (scope.wanted[doc] !== 1 || !lists.every((list) => list?.has(doc))) continue
    const fields = phraseFields(scope, doc, words)
    if (fields !== 0) yield [doc, fields]
  }
}

function notePhrase(scope: Scope, node: Node, words: readonly string[], slips: 0 | 1, exact = false): void {
  const [only] = words
  if (words.length === 1 && only !== undefined) noteWord(scope, node, only, slips, exact)
  else for (const [doc, fields] of phraseDocs(scope, words)) note(node, doc, fields, slips, exact)
}

export function slipsAllowed(word: string, { typoTolerance }: Settings): 0 | 1 | 2 {
  const { enabled, disableOnNumbers, disableOnWords, minWordSizeForTypos } = typoTolerance
  const { length } = Array.from(word)
  if (!enabled || length < minWordSizeForTypos.oneTypo || disableOnWords.some((exact) => folded(exact) === word)) return 0
  if (disableOnNumbers && isNumber(word)) return 0
  return length < minWordSizeForTypos.twoTypos ? 1 : 2
}

const synonymTables = new WeakMap<Settings['synonyms'], Map<string, string[][]>>()

/** Keys and values are taken apart as texts are. */
function synonymsOf(settings: Settings, words: readonly string[]): string[][] {
  const asWords = (text: string) => tokensOf(text, settings).flatMap(({ kind, text: word }) => (kind === 'separator' ? [] : [word]))
  let table = synonymTables.get(settings.synonyms)
  if (!table) {
    table = new Map()
    for (const [from, to] of Object.entries(settings.synonyms)) {
      const key = asWords(from).join(' ')
      table.set(key, [...(table.get(key) ?? []), ...to.map(asWords).filter((phrase) => phrase.length > 0)])
    }
    synonymTables.set(settings.synonyms, table)
  }
  let count = 0
  return (table.get(words.join(' ')) ?? []).slice(0, MOST_SYNONYMS).filter((phrase) => (count += phrase.length) <= MOST_SYNONYM_WORDS)
}

function noteSlips(scope: Scope, node: Node, word: string, allowed: 0 | 1 | 2, prefix: boolean): void {
  if (allowed === 0 || word === '') return
  const { disableOnNumbers } = scope.index.settings.typoTolerance
  const { one, two } = slipsOf(listOf(scope.index), word, allowed, prefix, (other) => !disableOnNumbers || !isNumber(other))
  for (const other of one) noteWord(scope, node, other, 1)
  for (const other of two) noteWord(scope, node, other, 2)
}

/** The server takes the one split whose halves stand side by side most often. */
function splitOf(scope: Scope, word: string): string[] | null {
  const { splits } = scope.index
  const known = splits.get(word)
  if (known !== undefined) return known
  let best: { halves: string[]; count: number } | null = null
  for (let at = 1; at < word.length; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)]
    if (!halves.every((half) => scope.index.postings.has(half))) continue
    const count = [...phraseDocs({ ...scope, wanted: scope.wanted.map(() => 1) }, halves)].length
    if (count > (best?.count ?? 0)) best = { halves, count }
  }
  splits.set(word, best?.halves ?? null)
  return best?.halves ?? null
}

/** @param run the words as typed: one, or several read as one. */
function wordNode(scope: Scope, from: number, run: readonly string[], prefix: boolean): Node {
  const word = run.join('')
  const { settings } = scope.index
  const allowed = Math.max(slipsAllowed(word, settings) - (run.length - 1), 0) as 0 | 1 | 2
  const node: Node = { from, to: from + run.length, met: new Map(), mostSlips: allowed }
  if (Buffer.byteLength(word) > MOST_WORD_BYTES) return node
  noteWord(scope, node, word, 0, true)
  if (prefix) for (const other of begunBy(listOf(scope.index), word)) noteWord(scope, node, other, 0)
  for (const phrase of synonymsOf(settings, run)) notePhrase(scope, node, phrase, 0)
  noteSlips(scope, node, word, allowed, prefix)
  const halves = splitOf(scope, word)
  if (halves && halves.join(' ') !== run.join(' ')) notePhrase(scope, node, halves, 1)
  return node
}

export function nodesOf(scope: Scope, terms: readonly Term[]): Node[] {
  const nodes: Node[] = []
  for (const [from, term] of terms.entries()) {
    if (term.kind === 'phrase') {
      const node: Node = { from, to: from + 1, met: new Map(), mostSlips: 0 }
      notePhrase(scope, node, term.words, 0, true)
      nodes.push(node)
      continue
    }
    for (let length = 1; length <= LONGEST_RUN && from + length <= terms.length; length += 1) {
      const run = terms.slice(from, from + length)
      const words = run.flatMap((part) => (part.kind === 'word' ? [part.word] : []))
      const neighbours = run.every((part, at) => part.from === term.from + at)
      if (words.length < length || !neighbours) break
      const last = run.at(-1)
      nodes.push(wordNode(scope, from, words, last?.kind === 'word' && last.prefix))
    }
  }
  return nodes
}

/** Fields that may be searched as bits, and those of them where slips are forgiven. */
export function scopeOf(index: SearchIndex, wanted: DocSet, may: (field: string) => boolean): Scope {
  let [fields, tolerant] = [0, 0]
  for (const [bit, field] of index.wordFields.entries()) {
    if (!may(field)) continue
    fields |= 1 << bit
    if (!index.settings.typoTolerance.disableOnAttributes.includes(field)) tolerant |= 1 << bit
  }
  return { index, wanted: wanted.length === capacityOf(index) ? wanted : wanted.slice(), fields, tolerant }
}
