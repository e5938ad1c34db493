// What matching reads of published vacancies. Nothing about people, so nobody has to be named to ask.
import { and, eq, inArray } from 'drizzle-orm'
import { inFamilyOrder, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { inParts, publishedIds } from '#db/vacancies/published.ts'
import { publishedVacancy } from '#db/vacancies/visibility.ts'
import { employer, vacancy, vacancyStance } from '#db/schema/index.ts'
import { preparedList } from '#db/store/prepared.ts'
import { unindexed } from '#db/store/unindexed.ts'
import type { Db, Store } from '#db/store/store.ts'

type VacancyRow = typeof vacancy.$inferSelect

export function factsOf(row: VacancyRow, stances: readonly StanceRow[]): VacancyFacts {
  return {
    id: row.id,
    employerId: row.employerId,
    occupation: row.occupation ?? '',
    coordinates: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
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

const STANCE = {
  vacancyId: vacancyStance.vacancyId,
  family: vacancyStance.family,
  stance: vacancyStance.stance,
  reason: vacancyStance.reason,
  article: vacancyStance.article,
  client: vacancyStance.client,
  conditions: vacancyStance.conditions,
}
const stancesOf = preparedList([], (db, ids) => db.select(STANCE).from(vacancyStance).where(inArray(vacancyStance.vacancyId, ids)))

/** In the order of the vocabulary, since people read lists of them. @param ids at most 500, at least one */
export async function stancesByVacancy(db: Db, ids: readonly string[]): Promise<Map<string, StanceRow[]>> {
  const byVacancy = new Map<string, StanceRow[]>()
  for (const { vacancyId, ...stance } of await stancesOf(db, ids, {})) {
    const list = byVacancy.get(vacancyId) ?? []
    list.push(stance)
    byVacancy.set(vacancyId, list)
  }
  return new Map([...byVacancy].map(([id, list]) => [id, inFamilyOrder(list)]))
}

export async function factsWithStances(db: Db, row: VacancyRow): Promise<VacancyFacts> {
  return factsOf(row, (await stancesByVacancy(db, [row.id])).get(row.id) ?? [])
}

/** Of one vacancy that is there, as it stands now, whatever its state. */
export async function readFacts(db: Db, id: string): Promise<VacancyFacts> {
  const [row] = await db.select().from(vacancy).where(eq(vacancy.id, id))
  if (!row) throw new Error('There is no such vacancy')
  return factsWithStances(db, row)
}

export type FactsRow = { facts: VacancyFacts; expiresAt: Instant }

/** Published vacancies of verified employers and imported ones, expired ones too: who reads decides by its own clock. */
export async function listVacancyFacts(store: Store, ids: readonly string[] | 'all'): Promise<FactsRow[]> {
  return store.read(async (db) => {
    const found: FactsRow[] = []
    for await (const part of ids === 'all' ? publishedIds(store) : inParts(ids)) {
      const rows = await db
        .select({ row: vacancy })
        .from(vacancy)
        .leftJoin(employer, eq(employer.id, vacancy.employerId))
        .where(and(inArray(vacancy.id, [...part]), unindexed(publishedVacancy)))
      const stances = await stancesByVacancy(db, part)
      for (const { row } of rows) {
        if (row.expiresAt === null) continue
        found.push({ facts: factsOf(row, stances.get(row.id) ?? []), expiresAt: row.expiresAt })
      }
    }
    return found
  })
}
