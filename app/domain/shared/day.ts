// Calendar days as `YYYY-MM-DD` text and instants as epoch milliseconds; no clock in here.

/** `YYYY-MM-DD`. */
export type Day = string
/** `YYYY-MM`. */
export type Month = string
/** Epoch milliseconds, UTC. */
export type Instant = number

export const DAY_MS = 86_400_000
const TIME_ZONE = 'Europe/Riga'
const RIGA = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day in Latvia at an instant. */
export function dayOf(at: Instant): Day {
  return RIGA.format(at)
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Adds calendar months; the 31st falls back to the month's last day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** Whole months from one day to a later one; negative when it is earlier. */
export function monthsBetween(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 1, fromDate = 1] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 1, toDate = 1] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDate < fromDate ? 1 : 0)
}

/** The instant at which a day ends in Latvia (the first millisecond of the next day). */
export function endOfDay(day: Day): Instant {
  const guess = Date.parse(`${addDays(day, 1)}T00:00:00Z`)
  for (const offsetHours of [2, 3]) {
    const at = guess - offsetHours * 3_600_000
    if (dayOf(at) === addDays(day, 1) && dayOf(at - 1) === day) return at
  }
  return guess
}

export function startOfDay(day: Day): Instant {
  return endOfDay(addDays(day, -1))
}

/** The last moment of the day that is so many days ahead: a deadline that a person reads as that day. */
export function deadlineIn(days: number, now: Instant): Instant {
  return endOfDay(addDays(dayOf(now), days)) - 1
}

const RIGA_CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' })

/** The instant a clock in Latvia shows `YYYY-MM-DDTHH:MM`; null when it is no such moment. In the hour that happens twice, the first. */
export function instantOfClock(text: string): Instant | null {
  const guess = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN
  if (Number.isNaN(guess)) return null
  const shown = text.replace('T', ' ')
  return [3, 2].map((offsetHours) => guess - offsetHours * 3_600_000).find((at) => RIGA_CLOCK.format(at) === shown) ?? null
}
