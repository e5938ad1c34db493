import { describe, expect, test } from 'vitest'
import { pauseBeforeNext, readNodes } from '#app/process/cluster.ts'

describe('an operator who says how many web processes there should be', () => {
  test.each([
    [[], 1],
    [['--nodes', '1'], 1],
    [['--nodes', '2'], 2],
    [['--nodes=64'], 64],
  ])('with %j gets %i', (args, nodes) => {
    expect(readNodes(args)).toEqual({ ok: true, nodes })
  })

  test.each(['0', '65', '-1', '1.5', '2x', '', '99999'])('is told in one sentence that "%s" is none', (given) => {
    expect(readNodes([`--nodes=${given}`])).toEqual({
      ok: false,
      problem: `--nodes should be a whole number from 1 to 64, as in: npm start -- --nodes 2; it is "${given}".`,
    })
  })

  test.each([[['--node', '2']], [['--nodes']], [['2']]])('is told that %j is not understood', (args) => {
    expect(readNodes(args)).toEqual({
      ok: false,
      problem:
        'What follows npm start -- is not understood: it takes --nodes with a whole number from 1 to 64, as in: npm start -- --nodes 2.',
    })
  })
})

test('a process that ends again and again is tried less and less often, and at least every ten seconds', () => {
  expect([0, 1, 2, 5, 6, 1000].map(pauseBeforeNext)).toEqual([250, 500, 1000, 8000, 10_000, 10_000])
})
