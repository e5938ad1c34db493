// An employer's open vacancies for the same work, compared by what they rule out.
import { and, asc, eq, ne, type SQL } from 'drizzle-orm'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { ruledOutBy } from '#app/domain/vacancies/refusal-limit.ts'
import { rulesOutNoMore } from '#app/domain/vacancies/same-work.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { factsOf, stancesByVacancy } from '#db/matching/vacancy-facts.ts'
import { vacancy } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import { openVacancy } from './visibility.ts'

/** Few enough for one statement. */
const MOST_COMPARED = 499

type Titled = { facts: VacancyFacts; title: string }

/** The vacancy itself, first, and the employer's other open vacancies of its occupation. Empty where it has no employer, or none yet. @param others a further condition of those */
export async function vacanciesForSameWork(db: Db, vacancyId: string, now: Instant, others?: SQL): Promise<Titled[]> {
  const [here] = await db.select().from(vacancy).where(eq(vacancy.id, vacancyId))
  if (!here || here.employerId === null || here.occupation === null) return []
  const rows = await db
    .select()
    .from(vacancy)
    .where(
      and(
        eq(vacancy.employerId, here.employerId),
        eq(vacancy.occupation, here.occupation),
        ne(vacancy.id, vacancyId),
        openVacancy(now),
        others,
      ),
    )
    .orderBy(asc(vacancy.id))
    .limit(MOST_COMPARED)
  const all = [here, ...rows]
  const stances = await stancesByVacancy(
    db,
    all.map(({ id }) => id),
  )
  return all.map((row) => ({ facts: factsOf(row, stances.get(row.id) ?? []), title: row.title }))
}

/** Those in which the employer rules out something else than in this one, whoever is proposed. */
export async function listRuledOutDifferently(
  store: Store,
  actor: EmployerActor,
  vacancyId: string,
  now: Instant,
): Promise<{ id: string; title: string }[]> {
  return store.read(async (db) => {
    const [here, ...others] = await vacanciesForSameWork(db, vacancyId, now, eq(vacancy.employerId, actor.employerId))
    if (!here) return []
    const ruledOut = ruledOutBy(here.facts)
    return others
      .filter(({ facts }) => !rulesOutNoMore(ruledOut, ruledOutBy(facts)) || !rulesOutNoMore(ruledOutBy(facts), ruledOut))
      .map(({ facts: { id }, title }) => ({ id, title }))
  })
}
