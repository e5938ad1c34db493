// Pay for a month, however a vacancy states it: the one rule that search, matching and the minimum wage share.
import type { PayPeriod } from './job-terms.ts'

export const FULL_TIME_HOURS = 40
export const WEEKS_A_MONTH = 52 / 12

/** Cents for a month, rounded. An hourly rate counts for the vacancy's hours a week; for full time where these are not stated. */
export function monthlyCents(cents: number, pay: { payPeriod: PayPeriod; hoursPerWeek: number | null }): number {
  return pay.payPeriod === 'month' ? cents : Math.round(cents * (pay.hoursPerWeek ?? FULL_TIME_HOURS) * WEEKS_A_MONTH)
}
