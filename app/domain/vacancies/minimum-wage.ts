// The least pay a vacancy may state.
import type { PayPeriod } from './job-terms.ts'
import { FULL_TIME_HOURS, monthlyCents } from './pay.ts'

/** Gross a month for full time, since 1 January 2026; in cents. */
const MINIMUM_WAGE_CENTS = 78_000

/** Part-time pay a month may be less by as much as the week is shorter; an hourly rate is compared as if for full time. */
export function belowMinimumWage({
  cents,
  payPeriod,
  hoursPerWeek,
}: {
  cents: number
  payPeriod: PayPeriod
  hoursPerWeek: number | null
}): boolean {
  if (payPeriod === 'hour') return monthlyCents(cents, { payPeriod, hoursPerWeek: FULL_TIME_HOURS }) < MINIMUM_WAGE_CENTS
  const share = Math.min(hoursPerWeek ?? FULL_TIME_HOURS, FULL_TIME_HOURS) / FULL_TIME_HOURS
  return cents < Math.floor(MINIMUM_WAGE_CENTS * share)
}
