// One record of the national register, read into a vacancy or refused with the reason.
import type { Day, Instant } from '#app/domain/shared/day.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import type { PayPeriod } from '#app/domain/vacancies/job-terms.ts'
import { readAddress } from './address.ts'
import { readDay, readInstant } from './dates.ts'
import { readOccupation } from './occupation.ts'
import { readPay } from './pay.ts'
import { parseRecord, type RegisterRecord } from './record.ts'
import { readLine, readText } from './text.ts'
import { readTitle } from './title.ts'

export type RejectReason =
  | 'not_an_object'
  | 'id_missing'
  | 'id_odd'
  | 'title_missing'
  | 'employer_missing'
  | 'dates_missing'
  | 'dates_unreadable'
  | 'dates_reversed'
  | 'too_long'
  | 'duplicate'

/** What is null in `description`, `street` and `remote` was not said (the list form carries less), and is kept from an earlier reading. */
export type ImportedVacancy = {
  sourceId: string
  title: string
  employerName: string
  municipality: string | null
  place: string
  street: string | null
  coordinates: Coordinates | null
  occupation: string | null
  description: string | null
  payFromCents: number | null
  payToCents: number | null
  payPeriod: PayPeriod
  remote: boolean | null
  publishedAt: Instant
  expiresOn: Day
}

export type ReadResult = { ok: true; vacancy: ImportedVacancy } | { ok: false; id: string | null; reason: RejectReason }

const LONGEST_LINE = 300
const LONGEST_HTML = 200_000
const LONGEST_TEXT = 20_000
const ID = /^\d{1,18}$/

function lineTooLong(line: string | null): boolean {
  // Before the markup is read, so that a hostile megabyte never reaches the parser.
  return (line?.length ?? 0) > LONGEST_LINE * 4
}

function refusalOf(record: RegisterRecord): RejectReason | null {
  if (record.id === null) return 'id_missing'
  if (!ID.test(record.id)) return 'id_odd'
  if ([record.title, record.employer, record.address].some(lineTooLong)) return 'too_long'
  return (record.description?.length ?? 0) > LONGEST_HTML ? 'too_long' : null
}

function missing(value: string | number | null): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '')
}

/** Never throws on a record, however odd. */
export function readRecord(raw: unknown): ReadResult {
  const record = parseRecord(raw)
  if (record === null) return { ok: false, id: null, reason: 'not_an_object' }
  // A reported id is echoed to a terminal: cut, never more than a line.
  const id = record.id?.slice(0, 40) ?? null
  const refused = (reason: RejectReason): ReadResult => ({ ok: false, id, reason })

  const early = refusalOf(record)
  if (early !== null || id === null) return refused(early ?? 'id_missing')

  const title = readLine(record.title)
  const employerName = readLine(record.employer)
  const description = readText(record.description)
  if (title === null) return refused('title_missing')
  if (employerName === null) return refused('employer_missing')
  if (title.length > LONGEST_LINE || employerName.length > LONGEST_LINE || (description?.length ?? 0) > LONGEST_TEXT)
    return refused('too_long')

  if (missing(record.published) || missing(record.expires)) return refused('dates_missing')
  const publishedAt = readInstant(record.published)
  const expiresOn = readDay(record.expires)
  if (publishedAt === null || expiresOn === null) return refused('dates_unreadable')
  if (expiresOn < (readDay(record.published) ?? expiresOn)) return refused('dates_reversed')

  const { fromCents, toCents, payPeriod } = readPay(record.pay)
  return {
    ok: true,
    vacancy: {
      sourceId: id,
      title: readTitle(title),
      employerName,
      ...readAddress(readLine(record.address)),
      occupation: readOccupation(title),
      description,
      payFromCents: fromCents,
      payToCents: toCents,
      payPeriod,
      remote: record.remote,
      publishedAt,
      expiresOn,
    },
  }
}
