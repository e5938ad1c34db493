// The register's dates in whatever way they are written, as days and instants; a time without a zone is Latvian time.
import { dayOf, isDay, startOfDay, type Day, type Instant } from '#app/domain/shared/day.ts'

const HOUR_MS = 3_600_000
const EARLIEST = Date.UTC(2000, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)
const EPOCH_SECONDS_BELOW = 100_000_000_000

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?$/
const LATVIAN = /^(\d{1,2})[./](\d{1,2})[./](\d{4})\.?(?:,?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?$/
const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})$/i

const HOUR_IN_RIGA = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Riga', hour: '2-digit', hourCycle: 'h23' })

/** A day at a time of day in Latvia; the clocks' changes are looked up, not assumed. */
function inLatvia(day: Day, hour: number, minute: number, second: number): Instant {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS + minute * 60_000 + second * 1000
  const summer = asUtc - 3 * HOUR_MS
  return Number(HOUR_IN_RIGA.format(summer)) === hour && dayOf(summer) === day ? summer : asUtc - 2 * HOUR_MS
}

function sane(at: Instant): Instant | null {
  return Number.isFinite(at) && at >= EARLIEST && at < LATEST ? at : null
}

type Parts = { day: Day; time: { hour: number; minute: number; second: number } | null }

function partsOf(text: string): Parts | null {
  const iso = ISO.exec(text)
  const latvian = LATVIAN.exec(text)
  const [, year, month, date, hour, minute, second] =
    iso ?? (latvian ? [latvian[0], latvian[3], latvian[2], latvian[1], ...latvian.slice(4)] : [])
  if (year === undefined || month === undefined || date === undefined) return null
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day)) return null
  if (hour === undefined || minute === undefined) return { day, time: null }
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) }
  return time.hour < 24 && time.minute < 60 && time.second < 60 ? { day, time } : null
}

function epoch(value: number): Instant | null {
  return sane(Math.abs(value) < EPOCH_SECONDS_BELOW ? value * 1000 : value)
}

/** ISO, `dd.mm.yyyy` (with a time or without), or epoch seconds or milliseconds; a day alone begins at midnight. Null when unreadable or outside 2000–2099. */
export function readInstant(value: string | number | null): Instant | null {
  if (value === null) return null
  if (typeof value === 'number') return epoch(value)
  const text = value.trim()
  if (/^\d{9,13}$/.test(text)) return epoch(Number(text))
  if (ZONED.test(text)) return sane(Date.parse(text.replace(' ', 'T').replace(/T(\S+) /, 'T$1')))
  const parts = partsOf(text)
  if (!parts) return null
  const { day, time } = parts
  return sane(time ? inLatvia(day, time.hour, time.minute, time.second) : startOfDay(day))
}

/** The calendar day in Latvia. */
export function readDay(value: string | number | null): Day | null {
  const at = readInstant(value)
  return at === null ? null : dayOf(at)
}
