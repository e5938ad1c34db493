// The mark that an organisation outside public authority reads in place of a verdict: when it stands, by the vacancy alone.
import { expect, test } from 'vitest'
import { toBeConfirmed } from '#app/domain/matching/to-be-confirmed.ts'
import { aRestriction, aVacancy, stances } from '#tests/support/matching/build-match.ts'

test('a vacancy that accepts everybody needs nobody to confirm it', () => {
  expect(toBeConfirmed(aVacancy(), [aRestriction()])).toBe(false)
})

test('what an employer decides case by case, or for a promise, rules nobody out', () => {
  const open = stances({ property: 'case_by_case', fraud: { conditions: [{ kind: 'visit' }] }, robbery: 'not_stated' })
  expect(toBeConfirmed(aVacancy({ stances: open }), [])).toBe(false)
})

test.each([
  ['refuses an offence family', aVacancy({ stances: stances({ property: { reason: 'cash_valuables' } }) })],
  ['asks for years since an offence', aVacancy({ stances: stances({ fraud: { conditions: [{ kind: 'since_offence', years: 3 }] } }) })],
  ['takes nobody under supervision', aVacancy({ terms: { supervision: 'no' } })],
  ['leaves no time for appointments', aVacancy({ terms: { appointmentsPerMonth: 1 } })],
  ['refuses electronic monitoring', aVacancy({ terms: { monitoring: 'no' } })],
  ['takes nobody before release', aVacancy({ terms: { openPrison: 'no' } })],
  ['asks for time since release', aVacancy({ terms: { monthsSinceRelease: 6 } })],
  ['leads away from home for weeks', aVacancy({ contexts: ['sea'] })],
  ['is touched by a rule of law', aVacancy({ contexts: ['children'] })],
])('a vacancy that %s is to be confirmed', (_, vacancy) => {
  expect(toBeConfirmed(vacancy, [aRestriction()])).toBe(true)
})
