// An employer's open vacancies for the same work, compared by what they rule out.
import { and, asc, eq, ne } from 'drizzle-orm'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import type { StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { barringOf, rulesOutNoMore, type Barring } from '#app/domain/vacancies/same-work.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { factsOf, stancesByVacancy } from '#db/matching/vacancy-facts.ts'
import { vacancy } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import { inParts } from './published.ts'
import { openVacancy } from './visibility.ts'

type Titled = { facts: VacancyFacts; title: string }

/** The vacancy itself, first, and the employer's other open vacancies of its occupation. Empty where it has no employer, or no occupation yet. */
export async function vacanciesForSameWork(db: Db, vacancyId: string, now: Instant): Promise<Titled[]> {
  const [here] = await db.select().from(vacancy).where(eq(vacancy.id, vacancyId))
  if (!here || here.employerId === null || here.occupation === null) return []
  const rows = await db
    .select()
    .from(vacancy)
    .where(
      and(eq(vacancy.employerId, here.employerId), eq(vacancy.occupation, here.occupation), ne(vacancy.id, vacancyId), openVacancy(now)),
    )
    .orderBy(asc(vacancy.id))
  const all = [here, ...rows]
  const stances = new Map<string, StanceRow[]>()
  for (const part of inParts(all.map(({ id }) => id))) for (const [id, stated] of await stancesByVacancy(db, part)) stances.set(id, stated)
  return all.map((row) => ({ facts: factsOf(row, stances.get(row.id) ?? []), title: row.title }))
}

/** Those in which the employer rules out something else than in this one, whoever is proposed. Empty where the vacancy is not its own. */
export async function listRuledOutDifferently(
  store: Store,
  actor: EmployerActor,
  vacancyId: string,
  now: Instant,
): Promise<{ id: string; title: string }[]> {
  return store.read(async (db) => {
    const [here, ...others] = await vacanciesForSameWork(db, vacancyId, now)
    if (here?.facts.employerId !== actor.employerId) return []
    const barring = barringOf(here.facts, dayOf(now))
    const differs = (other: Barring) => !rulesOutNoMore(barring, other) || !rulesOutNoMore(other, barring)
    return others.filter(({ facts }) => differs(barringOf(facts, dayOf(now)))).map(({ facts: { id }, title }) => ({ id, title }))
  })
}
