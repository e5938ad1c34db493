// Texts repeat their words: what was worked out for a word is kept for a while, and never more than so much.

/** Two halves of so many words: when the new one is full, the old one goes. */
const HALF = 50_000
/** Longer runs of letters are no words worth keeping. */
const LONGEST_KEPT = 48

/** The same function, faster for words it was asked lately. */
export function cachedByWord<Value>(of: (word: string) => Value): (word: string) => Value {
  let recent = new Map<string, Value>()
  let earlier = new Map<string, Value>()
  return (word) => {
    const known = recent.get(word)
    if (known !== undefined) return known
    if (word.length > LONGEST_KEPT) return of(word)
    // A piece cut out of a text keeps the whole text in memory; this copy does not.
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
