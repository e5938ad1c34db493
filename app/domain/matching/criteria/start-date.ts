// When the person can start against when the work begins, in calendar months.
import type { Day } from '#app/domain/shared/day.ts'
import { answer, phrase, startDay } from '../answer.ts'
import type { EvaluateOpen } from '../criterion.ts'

/** Up to so many months later an employer is asked to wait; later than that the vacancy does not fit. */
const MOST_MONTHS_LATER = 2
/** Where the employer named no day, so many months later still needs no question. */
const FREE_MONTHS_LATER = 1

/** Reads a month (`YYYY-MM`) as well as a day. */
function monthIndex(dayOrMonth: Day): number {
  const [year = 0, month = 1] = dayOrMonth.split('-').map(Number)
  return year * 12 + month
}

export const startDate: EvaluateOpen = (vacancy, { open: { startFrom } }, { today }) => {
  const start = startDay(vacancy, today)
  const asked = vacancy.startOn === null ? null : phrase('asked', { day: { day: vacancy.startOn } })
  if (startFrom === null) {
    return asked === null ? null : answer('start_date', 'unknown', { reason: phrase('not_known'), asked, change: phrase('ask_person') })
  }
  const has = phrase('has', { month: { month: startFrom } })
  const later = monthIndex(startFrom) - monthIndex(start)
  const change = phrase('wait_until', { month: { month: startFrom } })
  if (asked === null) {
    return later <= FREE_MONTHS_LATER
      ? null
      : answer('start_date', 'check', { reason: phrase('no_day_named', { count: later }), has, change })
  }
  if (later <= 0) return answer('start_date', 'meets', { reason: phrase('in_time'), asked, has })
  const verdict = later <= MOST_MONTHS_LATER ? 'check' : 'fails'
  return answer('start_date', verdict, { reason: phrase('later', { count: later }), asked, has, change })
}
