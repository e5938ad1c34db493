// The edit-distance table (Damerau: insert, delete, replace, or swap two neighbours) of one word against letters that come one by one.

/**
 * Row `depth` holds the distances of the first `depth` letters to each beginning of the word. A row stays as it is until its depth is
 * filled again, so whoever walks a trie fills only the rows below the node it went back to.
 */
export class EditTable {
  readonly edits: number
  readonly #length: number
  readonly #codes: number[]
  /** What is greater than `edits` is only kept as `edits` + 1. */
  readonly #rows: Uint8Array[]
  /** The letter of each depth, for swapped neighbours. */
  readonly #letters: Uint16Array

  constructor(word: string, edits: number) {
    const width = word.length + 1
    this.edits = edits
    this.#length = word.length
    this.#codes = Array.from(word, (_, at) => word.charCodeAt(at))
    // Nothing deeper can be within `edits`.
    const depths = width + edits + 1
    this.#rows = Array.from({ length: depths }, () => new Uint8Array(width).fill(edits + 1))
    this.#letters = new Uint16Array(depths)
    this.#rows[0]?.forEach((_, at, row) => (row[at] = Math.min(at, edits + 1)))
  }

  /** Fills the row of `depth`, from 1 on. Returns its least value: when that is greater than `edits`, so is every deeper one. */
  fill(depth: number, code: number): number {
    const { edits } = this
    const codes = this.#codes
    const above = this.#rows[depth - 1]
    const row = this.#rows[depth]
    if (!above || !row) return edits + 1
    const twoAbove = depth > 1 ? this.#rows[depth - 2] : undefined
    const before = this.#letters[depth - 1]
    this.#letters[depth] = code
    // Outside of this diagonal band every value is greater than `edits`.
    const from = Math.max(1, depth - edits)
    const to = Math.min(this.#length, depth + edits)
    row[from - 1] = from === 1 ? Math.min(depth, edits + 1) : edits + 1
    let least = row[from - 1] ?? 0
    for (let at = from; at <= to; at += 1) {
      const cost = codes[at - 1] === code ? 0 : 1
      let value = Math.min((above[at - 1] ?? 0) + cost, (above[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1)
      if (twoAbove && at > 1 && codes[at - 1] === before && codes[at - 2] === code) value = Math.min(value, (twoAbove[at - 2] ?? 0) + 1)
      row[at] = value
      if (value < least) least = value
    }
    if (to < this.#length) row[to + 1] = edits + 1
    return least
  }

  /** The distance of the letters down to `depth` to the whole word. */
  distance(depth: number): number {
    return this.#rows[depth]?.[this.#length] ?? this.edits + 1
  }
}
