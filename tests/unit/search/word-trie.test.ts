// Words within an edit distance: the walk over the trie finds what comparing with every word finds.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WordTrie } from '#search/index/word-trie.ts'

/** A letter more, less, other, or two changed about (optimal string alignment), by the whole table. */
function editDistance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, at) => [at, ...Array.from({ length: other.length }, () => 0)])
  const cell = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let column = 1; column <= other.length; column += 1) rows[0]?.splice(column, 1, column)
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      const values = [cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + (same ? 0 : 1)]
      const changedAbout = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (changedAbout) values.push(cell(row - 2, column - 2) + 1)
      rows[row]?.splice(column, 1, Math.min(...values))
    }
  }
  return cell(one.length, other.length)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'š', 'ж'), minLength: 1, maxLength: 9 })

test('every word within an edit distance is found, with its distance, and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, fc.constantFrom(0, 1, 2), (words, typed, edits) => {
      const tree = new WordTrie()
      words.forEach((one, index) => {
        tree.add(one, index)
      })
      const near = words.flatMap((one, index) => (editDistance(typed, one) <= edits ? [{ index, edits: editDistance(typed, one) }] : []))
      expect(tree.within(typed, edits).sort((a, b) => a.index - b.index)).toEqual(near)
    }),
    { numRuns: 2000 },
  )
})

test('words are found by how they begin', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, typed) => {
      const tree = new WordTrie()
      words.forEach((one, index) => {
        tree.add(one, index)
      })
      const begun = words.flatMap((one, index) => (one.startsWith(typed) ? [index] : []))
      expect(tree.withPrefix(typed, 1000).sort((a, b) => a - b)).toEqual(begun)
    }),
  )
})

test('a tree that has grown past its first size finds as before', () => {
  const tree = new WordTrie()
  const words = Array.from({ length: 3000 }, (_, at) => `vards${String(at)}`)
  words.forEach((one, index) => {
    tree.add(one, index)
  })
  expect(tree.within('vrads2999', 1)).toEqual([{ index: 2999, edits: 1 }])
})
