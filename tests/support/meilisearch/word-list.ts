// All words of an index in order, to find those that begin so and those within one or two slips (restricted Damerau, as the server's automata).
// The list is walked as a trie: words share the rows of their common beginning.
/** `asked`: slips found before; the list is made anew when the words change. */
export type WordList = { words: readonly string[]; shared: Uint16Array; asked: Map<string, Slips> }

export type Slips = { one: string[]; two: string[] }

const MOST_ONE = 150
const MOST_TWO = 50
const MOST_BEGINNINGS = 1000
/** Beginnings this short and this frequent have a list of their own on the server, without a limit. */
const KEPT_BEGINNING = { letters: 4, words: 100 }

function sharedLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1
  return length
}

export function wordList(words: Iterable<string>): WordList {
  const sorted = [...words].sort((one, other) => (one < other ? -1 : 1))
  return { words: sorted, shared: Uint16Array.from(sorted, (word, at) => sharedLength(word, sorted[at - 1] ?? '')), asked: new Map() }
}

function firstFrom(words: readonly string[], target: string): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < target) low = middle + 1
    else high = middle
  }
  return low
}

export function begunBy({ words }: WordList, beginning: string): string[] {
  const found: string[] = []
  for (let at = firstFrom(words, beginning); words[at]?.startsWith(beginning); at += 1) found.push(words[at] ?? '')
  const kept = Array.from(beginning).length <= KEPT_BEGINNING.letters && found.length >= KEPT_BEGINNING.words
  return kept ? found : found.slice(0, MOST_BEGINNINGS)
}

/** Calls for each word within `most` slips of `target`; with `prefix`, of which some beginning is. */
function walk({ words, shared }: WordList, target: string, most: number, prefix: boolean, visit: (word: string, slips: number) => boolean) {
  const width = target.length + 1
  const rows: Uint8Array[] = [Uint8Array.from({ length: width }, (_, column) => column)]
  // Of each depth, the fewest slips of any beginning up to it.
  const best: number[] = [target.length]
  let dead = Infinity
  let before = ''
  for (let at = 0; at < words.length; at += 1) {
    const common = shared[at] ?? 0
    if (common >= dead) continue
    const word = words[at] ?? ''
    dead = Infinity
    let depth = Math.min(common, before.length)
    for (; depth < word.length; depth += 1) {
      const fewest = nextRow(rows, target, word, depth)
      const slips = rows[depth + 1]?.[width - 1] ?? Infinity
      best[depth + 1] = Math.min(best[depth] ?? Infinity, slips)
      const beginningFits = prefix && (best[depth + 1] ?? Infinity) <= most
      // A swap may still mend the row before, so that one must be beyond help as well.
      if (fewest > most && !beginningFits) {
        dead = depth + 1
        break
      }
    }
    before = word
    if (dead !== Infinity) continue
    const slips = prefix ? (best[word.length] ?? Infinity) : (rows[word.length]?.[width - 1] ?? Infinity)
    if (slips <= most && !visit(word, slips)) return
  }
}

/** @returns the fewest slips in this row and the one before it. */
function nextRow(rows: Uint8Array[], target: string, word: string, depth: number): number {
  const above = rows[depth] ?? new Uint8Array()
  const twoAbove = rows[depth - 1]
  const row = (rows[depth + 1] ??= new Uint8Array(above.length))
  row[0] = Math.min(depth + 1, 255)
  let fewest = row[0]
  const letter = word.charCodeAt(depth)
  for (let column = 1; column < row.length; column += 1) {
    const own = target.charCodeAt(column - 1)
    let slips = Math.min((above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (own === letter ? 0 : 1))
    if (twoAbove && column > 1 && own === word.charCodeAt(depth - 1) && target.charCodeAt(column - 2) === letter) {
      slips = Math.min(slips, (twoAbove[column - 2] ?? 0) + 1)
    }
    row[column] = slips
    if (slips < fewest) fewest = slips
  }
  for (const slips of above) if (slips < fewest) fewest = slips
  return fewest
}

function firstLetter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0)
}

/** A wrong first letter counts for two slips, and then no other is forgiven. @param accept e.g. not a number; always the same for one list. */
export function slipsOf(list: WordList, word: string, allowed: 1 | 2, prefix: boolean, accept: (word: string) => boolean): Slips {
  const question = `${allowed} ${String(prefix)} ${word}`
  const known = list.asked.get(question) ?? slipsFound(list, word, allowed, prefix, accept)
  list.asked.set(question, known)
  return known
}

function slipsFound(list: WordList, word: string, allowed: 1 | 2, prefix: boolean, accept: (word: string) => boolean): Slips {
  const slips: Slips = { one: [], two: [] }
  const first = firstLetter(word)
  walk(list, word, allowed, prefix, (other, count) => {
    if (other === word || !accept(other)) return true
    const sameFirst = other.startsWith(first)
    if (allowed === 1) {
      if (sameFirst && count === 1) slips.one.push(other)
      return slips.one.length < MOST_ONE
    }
    if (!sameFirst && count > 1) return true
    if (sameFirst && count === 1 && slips.one.length < MOST_ONE) slips.one.push(other)
    if ((!sameFirst || count === 2) && slips.two.length < MOST_TWO) slips.two.push(other)
    return slips.one.length < MOST_ONE || slips.two.length < MOST_TWO
  })
  return slips
}
