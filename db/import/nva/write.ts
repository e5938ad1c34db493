// Writes what was read from the national register: new vacancies, changed ones, nothing for the same record twice.
import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { stancesOf, TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import { companyNameKey } from '#app/domain/employers/company-name.ts'
import { dayOf, endOfDay, type Instant } from '#app/domain/shared/day.ts'
import { occupationByIsco } from '#app/domain/occupations/occupations.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { recordChange, recordChanges } from '#db/change-feed/changes.ts'
import { vacancy, vacancyStance } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { readRecord, type ImportedVacancy, type RejectReason } from './read.ts'

export type Rejection = {
  /** Which record of the file, the first being 1. */
  record: number
  /** The register's id, when the record had one. */
  id: string | null
  reason: RejectReason
}
export type ImportResult = { created: number; updated: number; unchanged: number; rejected: Rejection[] }
export type ImportOptions = {
  now: Instant
  /** Called with the number of records done so far. */
  onProgress?: (done: number) => void
}

/** One transaction each: short enough that people on the running site do not wait for the import. */
const RECORDS_AT_ONCE = 250
/** A vacancy has some forty columns; SQLite takes 32,766 values in one statement. */
const ROWS_AT_ONCE = 125

type VacancyRow = typeof vacancy.$inferSelect
type Content = ReturnType<typeof contentOf>
type Numbered = { record: number; vacancy: ImportedVacancy }

/** What the register says, as columns; what it did not say this time is kept from the earlier reading. */
function contentOf(read: ImportedVacancy, earlier: VacancyRow | undefined) {
  const sameTown = earlier !== undefined && earlier.municipality === read.municipality
  const keepsCoordinates = read.coordinates === null && read.street === null && sameTown
  const sameDay = typeof earlier?.publishedAt === 'number' && dayOf(earlier.publishedAt) === dayOf(read.publishedAt)
  return {
    sourceEmployer: read.employerName,
    sourceEmployerKey: companyNameKey(read.employerName),
    title: read.title,
    occupation: read.occupation,
    description: read.description ?? earlier?.description ?? '',
    municipality: read.municipality,
    place: read.place === '' && sameTown ? earlier.place : read.place,
    address: read.street ?? (sameTown ? earlier.address : ''),
    lat: keepsCoordinates ? earlier.lat : (read.coordinates?.lat ?? null),
    lon: keepsCoordinates ? earlier.lon : (read.coordinates?.lon ?? null),
    remote: read.remote ?? earlier?.remote ?? false,
    payFromCents: read.payFromCents,
    payToCents: read.payToCents,
    payPeriod: read.payPeriod,
    // Nobody was asked what the work involves: what is usual for the occupation makes the legal checks appear.
    contexts: [...(occupationByIsco(read.occupation ?? '')?.contexts ?? [])],
    // The two forms tell the same day with and without the hour.
    publishedAt: sameDay ? earlier.publishedAt : read.publishedAt,
    expiresAt: endOfDay(read.expiresOn),
  }
}

function hashOf(content: Content): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}

function newRow(id: string, sourceId: string, content: Content, now: Instant): typeof vacancy.$inferInsert {
  return {
    id,
    source: 'nva',
    sourceId,
    sourceHash: hashOf(content),
    state: 'published',
    visibility: 'public',
    ...content,
    shifts: [],
    requirements: NO_REQUIREMENTS,
    terms: TERMS_NOT_ASKED,
    supportOffered: [],
    supportWanted: [],
    createdAt: now,
    updatedAt: now,
  }
}

async function insertAll(tx: Tx, rows: readonly (typeof vacancy.$inferInsert)[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await tx.insert(vacancy).values(rows.slice(at, at + ROWS_AT_ONCE))
  const ids = rows.map(({ id }) => id)
  // One statement for a family of all new vacancies: 60,000 rows given one by one would be half the time of an import.
  for (const { family, stance } of ids.length === 0 ? [] : stancesOf('not_asked')) {
    const all = tx
      .select({
        vacancyId: vacancy.id,
        family: sql`${family}`.as('family'),
        stance: sql`${stance}`.as('stance'),
        reason: sql`null`.as('reason'),
        article: sql`null`.as('article'),
        client: sql`null`.as('client'),
        conditions: sql`${'[]'}`.as('conditions'),
      })
      .from(vacancy)
      .where(inArray(vacancy.id, ids))
    await tx.insert(vacancyStance).select(all)
  }
  await recordChanges(tx, 'vacancy', ids)
}

/** False when the record changes nothing, or the vacancy belongs to an employer by now. */
async function update(tx: Tx, row: VacancyRow, content: Content, now: Instant): Promise<boolean> {
  const sourceHash = hashOf(content)
  if (row.employerId !== null || row.sourceHash === sourceHash) return false
  const [changed] = await tx
    .update(vacancy)
    .set({ ...content, sourceHash, updatedAt: now, version: row.version + 1 })
    .where(and(eq(vacancy.id, row.id), eq(vacancy.version, row.version), isNull(vacancy.employerId)))
    .returning({ id: vacancy.id })
  if (!changed) return false
  await recordChange(tx, 'vacancy', row.id)
  return true
}

async function writeBatch(store: Store, batch: readonly Numbered[], now: Instant): Promise<Omit<ImportResult, 'rejected'>> {
  if (batch.length === 0) return { created: 0, updated: 0, unchanged: 0 }
  return store.write(async (tx) => {
    const ids = batch.map(({ vacancy: read }) => read.sourceId)
    const known = await tx
      .select()
      .from(vacancy)
      .where(and(eq(vacancy.source, 'nva'), inArray(vacancy.sourceId, ids)))
    const bySourceId = new Map(known.map((row) => [row.sourceId, row]))
    const fresh: (typeof vacancy.$inferInsert)[] = []
    let updated = 0
    for (const { vacancy: read } of batch) {
      const row = bySourceId.get(read.sourceId)
      const content = contentOf(read, row)
      if (!row) fresh.push(newRow(store.newId(), read.sourceId, content, now))
      else if (await update(tx, row, content, now)) updated += 1
    }
    await insertAll(tx, fresh)
    return { created: fresh.length, updated, unchanged: batch.length - fresh.length - updated }
  })
}

/**
 * Reads and writes the records of one file. A broken record is reported and the rest goes in; the second record with an id is refused.
 * Run again with the same records it changes nothing, so an import that was cut short is finished by another.
 */
export async function importRecords(store: Store, records: readonly unknown[], { now, onProgress }: ImportOptions): Promise<ImportResult> {
  const result: ImportResult = { created: 0, updated: 0, unchanged: 0, rejected: [] }
  const seen = new Set<string>()
  for (let at = 0; at < records.length; at += RECORDS_AT_ONCE) {
    const batch: Numbered[] = []
    records.slice(at, at + RECORDS_AT_ONCE).forEach((raw, index) => {
      const record = at + index + 1
      const read = readRecord(raw)
      if (!read.ok) return result.rejected.push({ record, id: read.id, reason: read.reason })
      if (seen.has(read.vacancy.sourceId)) return result.rejected.push({ record, id: read.vacancy.sourceId, reason: 'duplicate' })
      seen.add(read.vacancy.sourceId)
      return batch.push({ record, vacancy: read.vacancy })
    })
    const written = await writeBatch(store, batch, now)
    result.created += written.created
    result.updated += written.updated
    result.unchanged += written.unchanged
    onProgress?.(Math.min(at + RECORDS_AT_ONCE, records.length))
  }
  return result
}
