// Pay for a month: 52/12 weeks, and 40 hours a week where a vacancy does not say how many.
import { expect, test } from 'vitest'
import { monthlyCents } from '#app/domain/vacancies/pay.ts'

test.each([
  ['9 euros an hour for full time', 900, { payPeriod: 'hour', hoursPerWeek: 40 }, 156_000],
  ['9 euros an hour without stated hours', 900, { payPeriod: 'hour', hoursPerWeek: null }, 156_000],
  ['9 euros an hour for 20 hours a week', 900, { payPeriod: 'hour', hoursPerWeek: 20 }, 78_000],
  ['pay that is stated by the month, whatever the hours', 90_000, { payPeriod: 'month', hoursPerWeek: 20 }, 90_000],
] as const)('%s', (_pay, cents, pay, monthly) => {
  expect(monthlyCents(cents, pay)).toBe(monthly)
})
