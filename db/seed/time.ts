// Instants and days of the demo's world, all counted from `now`.
import { addDays, addMonths, dayOf, DAY_MS, type Day, type Instant, type Month } from '#app/domain/shared/day.ts'

const HOUR_MS = 3_600_000
/** Winter time; in summer the demo's people come an hour later to work. */
const RIGA_OFFSET_HOURS = 2

export type Calendar = {
  now: Instant
  today: Day
  /** An hour of the day (in Latvia) so many days ago; negative days are ahead. */
  at: (daysAgo: number, hour: number) => Instant
  /** The day so many days from today; negative days have passed. */
  day: (days: number) => Day
  month: (months: number) => Month
}

export function calendarOf(now: Instant): Calendar {
  const today = dayOf(now)
  const midnight = Date.parse(`${today}T00:00:00Z`) - RIGA_OFFSET_HOURS * HOUR_MS
  return {
    now,
    today,
    at: (daysAgo, hour) => {
      const at = midnight - daysAgo * DAY_MS + hour * HOUR_MS
      // What happened "today" happened before now, whatever the hour of the first start.
      return daysAgo === 0 ? Math.min(at, now - 10 * 60_000) : at
    },
    day: (days) => addDays(today, days),
    month: (months) => addMonths(today, months).slice(0, 7),
  }
}
