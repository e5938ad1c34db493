// Dates, money, numbers and lists as a language writes them; amounts in cents, days as text, instants in milliseconds.
import type { Day, Instant, Month } from '#app/domain/shared/day.ts'
import { LOCALES, type Language } from './language.ts'

export type Format = ReturnType<typeof formatter>

const TIME_ZONE = 'Europe/Riga'
const formats = new Map<Language, ReturnType<typeof build>>()

function build(language: Language) {
  const locale = LOCALES[language]
  // In figures where a month's name would need a case ("līdz novembrim"), so that a day fits into every sentence.
  const figures = { day: '2-digit', month: language === 'en' ? 'short' : '2-digit', year: 'numeric' } as const
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...figures })
  const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' })
  const atDate = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...figures })
  const atTime = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...figures, hour: '2-digit', minute: '2-digit' })
  const clock = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' })
  const whole = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
  const exact = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' })
  const number = new Intl.NumberFormat(locale)
  const and = new Intl.ListFormat(locale, { type: 'conjunction' })
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return { date, month, atDate, atTime, clock, whole, exact, number, and, ago }
}

function utc(day: string): Date {
  return new Date(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`)
}

export function formatter(language: Language) {
  const intl = formats.get(language) ?? build(language)
  formats.set(language, intl)
  const money = (cents: number) => (cents % 100 === 0 ? intl.whole : intl.exact).format(cents / 100)
  return {
    day: (day: Day) => intl.date.format(utc(day)),
    month: (month: Month) => intl.month.format(utc(month)),
    instantDay: (at: Instant) => intl.atDate.format(at),
    instantTime: (at: Instant) => intl.atTime.format(at),
    /** "14:32" in Latvia. */
    clock: (at: Instant) => intl.clock.format(at),
    /** "before 3 days", in whole days. */
    daysAgo: (at: Instant, now: Instant) => intl.ago.format(-Math.max(0, Math.floor((now - at) / 86_400_000)), 'day'),
    daysUntil: (at: Instant, now: Instant) => intl.ago.format(Math.ceil((at - now) / 86_400_000), 'day'),
    number: (value: number) => intl.number.format(value),
    money,
    /** "900–1200 €"; one amount when both ends are the same or one is missing; null when none is known. */
    moneyRange: (fromCents: number | null, toCents: number | null) => {
      if (fromCents === null && toCents === null) return null
      if (fromCents === null || toCents === null || fromCents === toCents) return money(fromCents ?? toCents ?? 0)
      return (fromCents % 100 === 0 && toCents % 100 === 0 ? intl.whole : intl.exact).formatRange(fromCents / 100, toCents / 100)
    },
    /** An enumeration. Intl's own list of units has no commas in Russian, and in Latvian an "un". */
    list: (items: readonly string[]) => items.join(', '),
    /** In a sentence: "a, b and c". */
    and: (items: readonly string[]) => intl.and.format(items),
  }
}
