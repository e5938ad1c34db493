// What the vacancy index reads: published vacancies whose employer may be shown. Nothing about people.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import { inParts, publishedIds } from '#db/vacancies/published.ts'
import { publishedState, publishedVacancy, statedStance } from '#db/vacancies/visibility.ts'
import { employer, vacancy, vacancyStance } from '#db/schema/index.ts'
import { unindexed } from '#db/store/unindexed.ts'
import type { Db, Store } from '#db/store/store.ts'

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
  contract: vacancy.contract,
  requirements: vacancy.requirements,
  supportOffered: vacancy.supportOffered,
  publishedAt: vacancy.publishedAt,
  expiresAt: vacancy.expiresAt,
}

async function rowsOf(db: Db, ids: readonly string[]) {
  return db
    .select(COLUMNS)
    .from(vacancy)
    .leftJoin(employer, eq(employer.id, vacancy.employerId))
    .where(and(inArray(vacancy.id, [...ids]), unindexed(publishedVacancy)))
}

type Stated = { acceptanceStated: boolean; accepts: OffenceFamily[] }

/** What the employer has said, by vacancy; one that nobody was asked about has none. */
async function statedAmong(db: Db, ids: readonly string[]): Promise<Map<string, Stated>> {
  const rows = await db
    .select({ id: vacancyStance.vacancyId, family: vacancyStance.family, stance: vacancyStance.stance })
    .from(vacancyStance)
    .where(and(statedStance, inArray(vacancyStance.vacancyId, [...ids])))
    .orderBy(asc(vacancyStance.vacancyId), asc(vacancyStance.family))
  const stated = new Map<string, Stated>()
  for (const { id, family, stance } of rows) {
    const before = stated.get(id)?.accepts ?? []
    stated.set(id, { acceptanceStated: true, accepts: stance === 'accept' ? [...before, family] : before })
  }
  return stated
}

const NOTHING_STATED: Stated = { acceptanceStated: false, accepts: [] }

export type VacancyDocumentRow = Awaited<ReturnType<typeof rowsOf>>[number] & Stated

/**
 * Published vacancies of verified employers and imported ones, expired ones too: who reads decides by its own clock. A part at a time, so that all
 * of them never stand in memory at once.
 */
export async function* vacancyDocumentParts(store: Store, ids: readonly string[] | 'all'): AsyncGenerator<VacancyDocumentRow[]> {
  for await (const part of ids === 'all' ? publishedIds(store) : inParts(ids)) {
    yield await store.read(async (db) => {
      const stated = await statedAmong(db, part)
      return (await rowsOf(db, part)).map((row) => ({ ...row, ...(stated.get(row.id) ?? NOTHING_STATED) }))
    })
  }
}

/** Ids of the published vacancies of these employers, whether they may be shown or not. */
export async function listPublishedIdsOf(store: Store, employerIds: readonly string[]): Promise<string[]> {
  return store.read(async (db) => {
    const found: string[] = []
    for (const part of inParts(employerIds)) {
      const rows = await db
        .select({ id: vacancy.id })
        .from(vacancy)
        .where(and(publishedState, inArray(vacancy.employerId, [...part])))
      found.push(...rows.map((row) => row.id))
    }
    return found
  })
}
