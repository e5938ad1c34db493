// What an employer hears of how a person meets what it asks: names of requirements, never of what lies behind.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_PROFILE } from '#app/domain/people/candidate.ts'
import { EMPLOYER_CRITERIA, toDiscuss } from '#app/domain/matching/to-discuss.ts'
import { aPerson, aVacancy, TODAY } from '#tests/support/matching/build-match.ts'

const DRIVER = aVacancy({ remote: true, requirements: { driving: [{ category: 'C', strength: 'must' }] } })

test('a person who has what is asked leaves nothing to talk about', () => {
  const { open } = aPerson({ driving: [{ category: 'C', expiresOn: null }] })
  expect(toDiscuss(DRIVER, open, TODAY)).toEqual([])
})

test('a person without the licence is proposed with the licence still to be talked about', () => {
  const { open } = aPerson({ driving: [] })
  expect(toDiscuss(DRIVER, open, TODAY)).toEqual(['licences'])
})

test('a refusal, an article of law, pay and health are never among it', () => {
  const hard = aVacancy({
    payToCents: 1,
    payFromCents: 1,
    contexts: ['cash', 'away_over_15_days'],
    requirements: { physical: [{ demand: 'heavy_lifting', strength: 'must' }], away: 'must' },
  })
  fc.assert(
    fc.property(fc.boolean(), fc.option(fc.integer({ min: 1, max: 500_000 })), (away, payWishCents) => {
      const found = toDiscuss(hard, { ...EMPTY_PROFILE, awayOver15Days: away, limits: ['heavy_lifting'], payWishCents }, TODAY)
      expect(found.filter((one) => !EMPLOYER_CRITERIA.includes(one))).toEqual([])
    }),
  )
  expect(EMPLOYER_CRITERIA).not.toEqual(expect.arrayContaining(['pay']))
  expect(EMPLOYER_CRITERIA).not.toEqual(expect.arrayContaining(['open_prison']))
})
