// What matching reads of published vacancies. Nothing about people, so nobody has to be named to ask.
import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { StanceRow } from '#app/domain/acceptance.ts'
import type { Instant } from '#app/domain/day.ts'
import type { VacancyFacts } from '#app/domain/vacancy.ts'
import { employer, vacancy, vacancyStance } from './schema/index.ts'
import type { Db, Store } from './store/store.ts'

type VacancyRow = typeof vacancy.$inferSelect

/** Few enough ids for one statement on every engine. */
const IDS_AT_ONCE = 500

export function factsOf(row: VacancyRow, stances: readonly StanceRow[]): VacancyFacts {
  return {
    id: row.id,
    employerId: row.employerId,
    occupation: row.occupation ?? '',
    spot: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    remote: row.remote,
    payFromCents: row.payFromCents,
    payToCents: row.payToCents,
    payPeriod: row.payPeriod,
    hoursPerWeek: row.hoursPerWeek,
    contract: row.contract,
    shifts: row.shifts,
    startOn: row.startOn,
    contexts: row.contexts,
    requirements: row.requirements,
    stances,
    terms: row.terms,
    supportOffered: row.supportOffered,
    supportWanted: row.supportWanted,
  }
}

export async function stancesByVacancy(db: Db, ids: readonly string[] | 'all'): Promise<Map<string, StanceRow[]>> {
  const byVacancy = new Map<string, StanceRow[]>()
  const rows = await db
    .select()
    .from(vacancyStance)
    .where(ids === 'all' ? undefined : inArray(vacancyStance.vacancyId, [...ids]))
  for (const { vacancyId, ...stance } of rows) {
    const list = byVacancy.get(vacancyId) ?? []
    list.push(stance)
    byVacancy.set(vacancyId, list)
  }
  return byVacancy
}

export type FactsRow = { facts: VacancyFacts; expiresAt: Instant }

/** Published vacancies of verified employers and imported ones, expired ones too: who reads decides by its own clock. */
export async function listVacancyFacts(store: Store, ids: readonly string[] | 'all'): Promise<FactsRow[]> {
  return store.read(async (db) => {
    const found: FactsRow[] = []
    const parts = ids === 'all' ? (['all'] as const) : chunk(ids)
    for (const part of parts) {
      const rows = await db
        .select({ row: vacancy })
        .from(vacancy)
        .leftJoin(employer, eq(employer.id, vacancy.employerId))
        .where(
          and(
            eq(vacancy.state, 'published'),
            isNotNull(vacancy.expiresAt),
            or(isNull(vacancy.employerId), eq(employer.state, 'verified')),
            part === 'all' ? undefined : inArray(vacancy.id, [...part]),
          ),
        )
      const stances = await stancesByVacancy(db, part)
      for (const { row } of rows) {
        if (row.expiresAt === null) continue
        found.push({ facts: factsOf(row, stances.get(row.id) ?? []), expiresAt: row.expiresAt })
      }
    }
    return found
  })
}

function chunk(ids: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, part) => ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE))
}
