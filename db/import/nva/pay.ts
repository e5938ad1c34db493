// The register's pay as people write it ("No 900 līdz 1300 EUR"), in cents.
import type { PayPeriod } from '#app/domain/vacancies/job-terms.ts'

export type Pay = { fromCents: number | null; toCents: number | null; payPeriod: PayPeriod }

const NO_PAY: Pay = { fromCents: null, toCents: null, payPeriod: 'month' }
/** Nobody earns less a month or more an hour, so a lower sum is by the hour unless said otherwise. */
const HOURLY_BELOW_CENTS = 60_00
const MOST_CENTS = 100_000_00
/** "900 (40 h nedēļā)" speaks of hours, not of pay by the hour. */
const MOST_HOURLY_CENTS = 200_00
/** "5 - 1500": an hour's pay and a month's do not make a range. */
const WIDEST_RANGE = 20

const AMOUNT = /(?<![\d.,])(\d{1,3}(?:[ .,'’]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?![\d])(?!\s*(?:%|h\b|st\.|stund|dien|nedēļ|ned\b|x\b|час))/giu
const BY_HOUR = /stund|\/\s*h\b|\bh\b|hour|час|€\/st/iu
const BY_MONTH = /mēne|mēn\b|menes|month|мес/iu
const ONLY_FROM = /^\D*\b(?:no|sākot|from|от|vismaz|min)(?![\p{L}])/iu
const ONLY_UP_TO = /^\D*(?:līdz|lidz|up to|до|maks)/iu

function cents(whole: string, fraction: string | undefined): number {
  return Number(whole.replace(/\D/g, '')) * 100 + Number((fraction ?? '0').padEnd(2, '0'))
}

/** Hour or month; anything without a sum in it is no pay. The sums come back in order. */
export function readPay(value: string | number | null): Pay {
  const text = (value === null ? '' : String(value)).replace(/[\u00a0\u202f\u2009]/g, ' ')
  const sums = [...text.matchAll(AMOUNT)]
    .map(([, whole = '', fraction]) => cents(whole, fraction))
    .filter((sum) => sum > 0 && sum < MOST_CENTS)
  const [first, second] = sums
  if (first === undefined) return NO_PAY
  const most = Math.max(first, second ?? 0)
  const payPeriod = periodOf(text, most)
  if (second === undefined) {
    if (ONLY_UP_TO.test(text) || /^\s*0\s*[-–—]/.test(text)) return { fromCents: null, toCents: first, payPeriod }
    if (ONLY_FROM.test(text)) return { fromCents: first, toCents: null, payPeriod }
    return { fromCents: first, toCents: first, payPeriod }
  }
  const least = Math.min(first, second)
  return { fromCents: most / least > WIDEST_RANGE ? null : least, toCents: most, payPeriod }
}

function periodOf(text: string, most: number): PayPeriod {
  if (BY_HOUR.test(text)) return most < MOST_HOURLY_CENTS ? 'hour' : 'month'
  if (BY_MONTH.test(text)) return 'month'
  return most < HOURLY_BELOW_CENTS ? 'hour' : 'month'
}
