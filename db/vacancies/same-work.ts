// An employer's open vacancies for the same work, compared by what they rule out.
import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { ruledOutBy, type RuledOut } from '#app/domain/vacancies/refusal-limit.ts'
import { rulesOutNoMore } from '#app/domain/vacancies/same-work.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { factsOf, stancesByVacancy } from '#db/matching/vacancy-facts.ts'
import { vacancy } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import { inParts } from './published.ts'
import { openVacancy } from './visibility.ts'

type Titled = { facts: VacancyFacts; title: string }

/** The vacancy itself, first, and the employer's other open vacancies of its occupation. Empty where it has no employer. */
export async function vacanciesForSameWork(db: Db, vacancyId: string, now: Instant): Promise<Titled[]> {
  const [here] = await db.select().from(vacancy).where(eq(vacancy.id, vacancyId))
  if (!here || here.employerId === null) return []
  // What was taken over from the register may name no occupation: that is one of its own.
  const sameWork = here.occupation === null ? isNull(vacancy.occupation) : eq(vacancy.occupation, here.occupation)
  const rows = await db
    .select()
    .from(vacancy)
    .where(and(eq(vacancy.employerId, here.employerId), sameWork, ne(vacancy.id, vacancyId), openVacancy(now)))
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
    const ruledOut = ruledOutBy(here.facts)
    const differs = (other: readonly RuledOut[]) => !rulesOutNoMore(ruledOut, other) || !rulesOutNoMore(other, ruledOut)
    return others.filter(({ facts }) => differs(ruledOutBy(facts))).map(({ facts: { id }, title }) => ({ id, title }))
  })
}
