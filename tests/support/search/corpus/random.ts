// Fixed chance for making vacancies: one sequence for everything, so that the same number of them is always the same.

export type Chance = {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** From 0 up to, not including, `end`. */
  below: (end: number) => number
  /** Throws when there is nothing to pick from. */
  pick: <T>(all: readonly T[]) => T
  /** Mixes the list in place. */
  shuffle: <T>(all: T[]) => T[]
  /** How to draw places of a list, the first ones more often: the n-th weighs 1 / n to the power of `steep`. */
  zipf: (length: number, steep: number) => () => number
  /** How to draw by weights. */
  weighted: <T>(all: readonly T[], weightOf: (one: T) => number) => () => T
}

/** mulberry32 */
export function chanceFrom(seed: number): Chance {
  let state = seed
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(next() * end)

  function pick<T>(all: readonly T[]): T {
    const index = below(all.length)
    if (index >= all.length) throw new Error('Nothing to pick from')
    return all[index] as T
  }

  function shuffle<T>(all: T[]): T[] {
    for (let last = all.length - 1; last > 0; last -= 1) {
      const other = below(last + 1)
      ;[all[last], all[other]] = [all[other] as T, all[last] as T]
    }
    return all
  }

  /** The first place whose sum is not below a drawn one. */
  function bySums(sums: Float64Array): () => number {
    const total = sums.at(-1) ?? 0
    return () => {
      const drawn = next() * total
      let [low, high] = [0, sums.length - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((sums[middle] ?? 0) < drawn) low = middle + 1
        else high = middle
      }
      return low
    }
  }

  function sumsOf(length: number, weightOf: (index: number) => number): Float64Array {
    const sums = new Float64Array(length)
    let total = 0
    for (let index = 0; index < length; index += 1) {
      total += weightOf(index)
      sums[index] = total
    }
    return sums
  }

  return {
    next,
    below,
    pick,
    shuffle,
    zipf: (length, steep) => bySums(sumsOf(length, (index) => 1 / Math.pow(index + 1, steep))),
    weighted: <T>(all: readonly T[], weightOf: (one: T) => number) => {
      const draw = bySums(sumsOf(all.length, (index) => weightOf(all[index] as T)))
      return () => all[draw()] as T
    },
  }
}
