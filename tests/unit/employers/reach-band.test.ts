// Numbers of people are told only in bands.
import { expect, test } from 'vitest'
import { reachBand } from '#app/domain/employers/reach-band.ts'

test.each([
  [0, 'under_10'],
  [9, 'under_10'],
  [10, '10_19'],
  [19, '10_19'],
  [20, '20_29'],
  [30, '30_49'],
  [49, '30_49'],
  [50, '50_99'],
  [99, '50_99'],
  [100, '100_up'],
  [5000, '100_up'],
])('%i people are told as %s', (people, band) => {
  expect(reachBand(people)).toBe(band)
})
