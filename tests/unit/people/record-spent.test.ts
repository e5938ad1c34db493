// When a record is spent: the terms of Krimināllikums 63 as the reference quotes them; a suggestion, never an answer.
import { describe, expect, test } from 'vitest'
import { suggestSpent, type SentenceKind } from '#app/domain/people/record-spent.ts'

const TODAY = '2026-11-23'

describe('the day a record is spent', () => {
  test.each<[SentenceKind, string]>([
    ['conditional', '2021-03-31'],
    ['short_or_fine', '2021-03-31'],
    ['up_to_3_years', '2022-03-31'],
    ['up_to_5_years', '2025-03-31'],
    ['up_to_10_years', '2028-03-31'],
    ['over_10_years', '2030-03-31'],
  ])('%s, everything served on 31 March 2020, gives %s', (kind, spentOn) => {
    expect(suggestSpent(kind, '2020-03-31', TODAY).spentOn).toBe(spentOn)
  })

  test('a leap day counts to the last of February in a year without one', () => {
    expect(suggestSpent('short_or_fine', '2024-02-29', TODAY).spentOn).toBe('2025-02-28')
  })

  test('on the day itself the record is spent, the day before it is not', () => {
    expect(suggestSpent('up_to_3_years', '2024-11-23', TODAY).status).toBe('spent')
    expect(suggestSpent('up_to_3_years', '2024-11-24', TODAY).status).toBe('unspent')
  })
})
