// The first few in order, found without sorting all, against sorting all.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Match } from '#tests/support/meilisearch/matching.ts'
import { ordered, type Key } from '#tests/support/meilisearch/ranking.ts'

test('the first of many are those that sorting puts first', () => {
  const small = fc.constantFrom(0, 1, 2, Infinity)
  fc.assert(
    fc.property(fc.array(fc.tuple(small, small), { maxLength: 60 }), fc.nat(12), (costs, most) => {
      const matches = costs.map(([first, second], doc): Match => ({ doc, dropped: 0, cost: [first, second], slips: 0 }))
      const keys: Key[] = [({ cost }) => cost[0] ?? 0, ({ cost }) => cost[1] ?? 0]
      const bySorting = costs
        .map(([first, second], doc) => ({ first, second, doc }))
        .sort((one, other) => Math.sign(one.first - other.first) || Math.sign(one.second - other.second) || one.doc - other.doc)
      expect(ordered(matches, keys, most).map(({ doc }) => doc)).toEqual(bySorting.slice(0, most).map(({ doc }) => doc))
    }),
    { numRuns: 1000, seed: 4 },
  )
})
