// What a vacancy must say before it is published.
import { describe, expect, test } from 'vitest'
import { stancesOf, TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import { belowMinimumWage } from '#app/domain/vacancies/minimum-wage.ts'
import { gapsIn, type VacancyContent } from '#app/domain/vacancies/content.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { APPROVAL_NOT_NEEDED } from '#app/domain/vacancies/refusal-limit.ts'

const WHOLE: VacancyContent = {
  title: 'Noliktavas darbinieks',
  occupation: '4321',
  description: '',
  positions: 1,
  contract: null,
  municipality: 'liepaja',
  place: 'Liepāja',
  address: '',
  coordinates: { lat: 56.51, lon: 21.01 },
  remote: false,
  shifts: [],
  hoursPerWeek: null,
  startOn: null,
  payFromCents: 90_000,
  payToCents: 120_000,
  payPeriod: 'month',
  requirements: NO_REQUIREMENTS,
  contexts: [],
  stances: stancesOf('case_by_case'),
  terms: TERMS_NOT_ASKED,
  supportOffered: [],
  supportWanted: [],
  refusalExplanation: '',
  contactReplyDays: null,
  visibility: 'public',
}

test('a vacancy with a title, an occupation, a place, its pay and its stances may be published', () => {
  expect(gapsIn(WHOLE, APPROVAL_NOT_NEEDED)).toEqual([])
})

describe('what is missing is named', () => {
  test.each([
    ['title', { title: '  ' }],
    ['occupation', { occupation: null }],
    ['place', { municipality: null }],
    ['pay', { payToCents: null }],
    ['payOrder', { payFromCents: 130_000 }],
    ['belowMinimum', { payFromCents: 70_000 }],
    ['stances', { stances: stancesOf('case_by_case').slice(1) }],
  ] as const)('%s', (gap, change) => {
    expect(gapsIn({ ...WHOLE, ...change }, APPROVAL_NOT_NEEDED)).toEqual([gap])
  })
})

describe('the minimum wage', () => {
  test.each([
    [{ cents: 78_000, payPeriod: 'month', hoursPerWeek: null }, false],
    [{ cents: 77_999, payPeriod: 'month', hoursPerWeek: 40 }, true],
    [{ cents: 39_000, payPeriod: 'month', hoursPerWeek: 20 }, false],
    [{ cents: 38_000, payPeriod: 'month', hoursPerWeek: 20 }, true],
    [{ cents: 450, payPeriod: 'hour', hoursPerWeek: 10 }, false],
    [{ cents: 449, payPeriod: 'hour', hoursPerWeek: 40 }, true],
    [{ cents: 440, payPeriod: 'hour', hoursPerWeek: null }, true],
  ] as const)('holds for %o', (pay, below) => {
    expect(belowMinimumWage(pay)).toBe(below)
  })
})
