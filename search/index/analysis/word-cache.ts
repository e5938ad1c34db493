// A cache for functions of a word: texts repeat their words.

/** The cache has two generations of so many words: when the newer is full, the older is dropped. */
const HALF = 50_000
/** Longer words are rare and not cached. */
const LONGEST_KEPT = 48

/** The same function with a cache of recent words. */
export function cachedByWord<Value>(of: (word: string) => Value): (word: string) => Value {
  let recent = new Map<string, Value>()
  let earlier = new Map<string, Value>()
  return (word) => {
    const known = recent.get(word)
    if (known !== undefined) return known
    if (word.length > LONGEST_KEPT) return of(word)
    // A substring keeps its whole text in memory; this copy does not.
    const copy = ` ${word}`.slice(1)
    const value = earlier.get(word) ?? of(copy)
    if (recent.size >= HALF) {
      earlier = recent
      recent = new Map()
    }
    recent.set(copy, value)
    return value
  }
}
