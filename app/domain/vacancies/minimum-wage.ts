// The least pay a vacancy may state.
import { monthlyCents } from '#app/domain/matching/criteria/pay.ts'
import type { PayPeriod } from './job-terms.ts'

/** Gross a month for full time, since 1 January 2026; in cents. */
export const MINIMUM_WAGE_CENTS = 78_000
const FULL_WEEK_HOURS = 40

/** Part-time pay a month may be less by as much as the week is shorter; an hourly rate is held against a full week. */
export function belowMinimumWage({
  cents,
  payPeriod,
  hoursPerWeek,
}: {
  cents: number
  payPeriod: PayPeriod
  hoursPerWeek: number | null
}): boolean {
  if (payPeriod === 'hour') return monthlyCents(cents, { payPeriod, hoursPerWeek: FULL_WEEK_HOURS }) < MINIMUM_WAGE_CENTS
  const share = Math.min(hoursPerWeek ?? FULL_WEEK_HOURS, FULL_WEEK_HOURS) / FULL_WEEK_HOURS
  return cents < Math.floor(MINIMUM_WAGE_CENTS * share)
}
