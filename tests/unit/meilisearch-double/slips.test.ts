// Words within one or two slips, from the walk over the ordered list, against counting each word on its own.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { begunBy, slipsOf, wordList } from '#tests/support/meilisearch/word-list.ts'

/** Restricted Damerau: insert, delete, replace, swap neighbours, each letter touched once. */
function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row += 1) {
    const own = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const above = rows[row - 1] ?? []
      const same = one[row - 1] === other[column - 1]
      let least = Math.min((above[column] ?? 0) + 1, (own[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) least = Math.min(least, (rows[row - 2]?.[column - 2] ?? 0) + 1)
      own.push(least)
    }
    rows.push(own)
  }
  return rows.at(-1)?.at(-1) ?? 0
}

function fewest(typed: string, word: string, prefix: boolean): number {
  if (!prefix) return slipsBetween(typed, word)
  return Math.min(...Array.from({ length: word.length + 1 }, (_, length) => slipsBetween(typed, word.slice(0, length))))
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ш'), minLength: 1, maxLength: 7 })

test('the walk finds the words that counting finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, fc.constantFrom(1, 2), fc.boolean(), (words, typed, allowed, prefix) => {
      const one: string[] = []
      const two: string[] = []
      for (const other of words.filter((own) => own !== typed)) {
        const slips = fewest(typed, other, prefix)
        const sameFirst = other.startsWith(typed.charAt(0))
        if (sameFirst && slips === 1) one.push(other)
        if (allowed === 2 && (sameFirst ? slips === 2 : slips <= 1)) two.push(other)
      }
      const found = slipsOf(wordList(words), typed, allowed, prefix, () => true)
      expect({ one: found.one.sort(), two: found.two.sort() }).toEqual({ one: one.sort(), two: two.sort() })
    }),
    { numRuns: 2000, seed: 4 },
  )
})

test('beginnings are all found', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, typed) => {
      expect(begunBy(wordList(words), typed).sort()).toEqual(words.filter((own) => own.startsWith(typed)).sort())
    }),
    { numRuns: 500, seed: 4 },
  )
})

test('no more derivations of a word than the server makes', () => {
  const words = Array.from({ length: 400 }, (_, at) => `carpenter${String.fromCodePoint(0x4e00 + at)}`)
  const { one, two } = slipsOf(wordList(words), 'carpenter', 2, false, () => true)
  expect([one.length, two.length]).toEqual([150, 0])
})
