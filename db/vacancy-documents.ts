// What the vacancy index reads: published vacancies whose employer may be shown. Nothing about people.
import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { inParts, publishedIds } from './published.ts'
import { employer, vacancy, vacancyStance } from './schema/index.ts'
import { unindexed } from './store/unindexed.ts'
import type { Db, Store } from './store/store.ts'

const COLUMNS = {
  id: vacancy.id,
  employerId: vacancy.employerId,
  employer: employer.name,
  sourceEmployer: vacancy.sourceEmployer,
  visibility: vacancy.visibility,
  title: vacancy.title,
  occupation: vacancy.occupation,
  description: vacancy.description,
  municipality: vacancy.municipality,
  place: vacancy.place,
  lat: vacancy.lat,
  lon: vacancy.lon,
  payFromCents: vacancy.payFromCents,
  payToCents: vacancy.payToCents,
  payPeriod: vacancy.payPeriod,
  hoursPerWeek: vacancy.hoursPerWeek,
  shifts: vacancy.shifts,
  supportOffered: vacancy.supportOffered,
  publishedAt: vacancy.publishedAt,
  expiresAt: vacancy.expiresAt,
}

async function rowsOf(db: Db, ids: readonly string[]) {
  return db
    .select(COLUMNS)
    .from(vacancy)
    .leftJoin(employer, eq(employer.id, vacancy.employerId))
    .where(
      and(
        unindexed(eq(vacancy.state, 'published')),
        isNotNull(vacancy.expiresAt),
        or(isNull(vacancy.employerId), eq(employer.state, 'verified')),
        inArray(vacancy.id, [...ids]),
      ),
    )
}

async function statedAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: vacancyStance.vacancyId })
    .from(vacancyStance)
    .where(and(ne(vacancyStance.stance, 'not_asked'), inArray(vacancyStance.vacancyId, [...ids])))
  return new Set(rows.map((row) => row.id))
}

export type VacancyDocumentRow = Awaited<ReturnType<typeof rowsOf>>[number] & { acceptanceStated: boolean }

/** Published vacancies of verified employers and imported ones, expired ones too: who reads decides by its own clock. */
export async function listVacancyDocuments(store: Store, ids: readonly string[] | 'all'): Promise<VacancyDocumentRow[]> {
  return store.read(async (db) => {
    const found: VacancyDocumentRow[] = []
    for await (const part of ids === 'all' ? publishedIds(db) : inParts(ids)) {
      const stated = await statedAmong(db, part)
      for (const row of await rowsOf(db, part)) found.push({ ...row, acceptanceStated: stated.has(row.id) })
    }
    return found
  })
}

/** Ids of the published vacancies of these employers, whether they may be shown or not. */
export async function listPublishedIdsOf(store: Store, employerIds: readonly string[]): Promise<string[]> {
  return store.read(async (db) => {
    const found: string[] = []
    for (const part of inParts(employerIds)) {
      const rows = await db
        .select({ id: vacancy.id })
        .from(vacancy)
        .where(and(eq(vacancy.state, 'published'), inArray(vacancy.employerId, [...part])))
      found.push(...rows.map((row) => row.id))
    }
    return found
  })
}
