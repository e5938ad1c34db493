// Published figures: what a coordinator entered, and what vacancies themselves say. No table of people is read here.
import { and, count, countDistinct, desc, eq, isNull } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import {
  roundedShare,
  type ConvictionStatistic,
  type FamilyShares,
  type Participation,
  type PublishedFigures,
  type StatedElsewhere,
} from '#app/domain/figures/published.ts'
import { OFFENCE_FAMILIES, STANCES } from '#app/domain/vacancies/acceptance.ts'
import { convictionStatistic, employer, participationFigure, vacancy, vacancyStance } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import { statedStance, visibleVacancy } from '#db/vacancies/visibility.ts'

export type Entered = { id: string; enteredAt: Instant }

export async function findParticipation(store: Store): Promise<(Participation & Entered) | null> {
  const { id, people, report, publishedOn, enteredAt } = participationFigure
  const [row] = await store.read((db) =>
    db
      .select({ id, people, report, publishedOn, enteredAt })
      .from(participationFigure)
      .where(isNull(participationFigure.withdrawnAt))
      .orderBy(desc(publishedOn), desc(enteredAt), desc(id))
      .limit(1),
  )
  return row ?? null
}

export async function findConvictionStatistic(store: Store): Promise<(ConvictionStatistic & Entered) | null> {
  const { id, source, year, shares, enteredAt } = convictionStatistic
  const [row] = await store.read((db) =>
    db
      .select({ id, source, year, shares, enteredAt })
      .from(convictionStatistic)
      .where(isNull(convictionStatistic.withdrawnAt))
      .orderBy(desc(year), desc(enteredAt), desc(id))
      .limit(1),
  )
  return row ?? null
}

export async function enterParticipation(
  store: Store,
  actor: CoordinatorActor,
  figure: { people: number; report: string; publishedOn: Day },
  now: Instant,
): Promise<void> {
  await store.write((tx) =>
    tx.insert(participationFigure).values({ id: store.newId(), ...figure, enteredBy: actor.accountId, enteredAt: now }),
  )
}

/** @param shares in percent as the source gives them; they are kept rounded. */
export async function enterConvictionStatistic(
  store: Store,
  actor: CoordinatorActor,
  { shares, ...statistic }: { source: string; year: number; shares: FamilyShares },
  now: Instant,
): Promise<void> {
  const rounded = Object.fromEntries(Object.entries(shares).map(([family, percent]) => [family, roundedShare(percent)]))
  await store.write((tx) =>
    tx.insert(convictionStatistic).values({ id: store.newId(), ...statistic, shares: rounded, enteredBy: actor.accountId, enteredAt: now }),
  )
}

/** The one before it, if any, is shown again. Pressed twice, it stays withdrawn since the first time. */
export async function withdrawParticipation(store: Store, _actor: CoordinatorActor, id: string, now: Instant): Promise<void> {
  await store.write((tx) =>
    tx
      .update(participationFigure)
      .set({ withdrawnAt: now })
      .where(and(eq(participationFigure.id, id), isNull(participationFigure.withdrawnAt))),
  )
}

export async function withdrawConvictionStatistic(store: Store, _actor: CoordinatorActor, id: string, now: Instant): Promise<void> {
  await store.write((tx) =>
    tx
      .update(convictionStatistic)
      .set({ withdrawnAt: now })
      .where(and(eq(convictionStatistic.id, id), isNull(convictionStatistic.withdrawnAt))),
  )
}

/** What an employer is told about people: the same for every employer, whoever asks and how often. */
export async function findPublishedFigures(store: Store, now: Instant): Promise<PublishedFigures> {
  const [statedElsewhere, participation, convictions] = await Promise.all([
    countStated(store, now),
    findParticipation(store),
    findConvictionStatistic(store),
  ])
  return { statedElsewhere, participation, convictions }
}

const CACHE_MS = 10 * 60_000
/** Counting every stance of every vacancy is slow, and nobody needs it to the minute. The cache goes with its store. */
const counted = new WeakMap<Store, { at: Instant; read: Promise<StatedElsewhere> }>()

/** What open public vacancies state, at most ten minutes old. */
async function countStated(store: Store, now: Instant): Promise<StatedElsewhere> {
  const known = counted.get(store)
  // `abs`: a clock that was put back ends it too.
  if (known && Math.abs(now - known.at) < CACHE_MS) return known.read
  const fresh = { at: now, read: store.read((db) => readStated(db, now)) }
  counted.set(store, fresh)
  fresh.read.catch(() => {
    if (counted.get(store) === fresh) counted.delete(store)
  })
  return fresh.read
}

async function readStated(db: Db, now: Instant): Promise<StatedElsewhere> {
  const { vacancyId, family, stance } = vacancyStance
  const stated = db
    .select({ vacancyId, family, stance })
    .from(vacancyStance)
    .innerJoin(vacancy, eq(vacancy.id, vacancyId))
    .leftJoin(employer, eq(employer.id, vacancy.employerId))
    .where(and(visibleVacancy('everybody', now), statedStance))
    .as('stated')
  const rows = await db
    .select({ family: stated.family, stance: stated.stance, vacancies: count() })
    .from(stated)
    .groupBy(stated.family, stated.stance)
  // In the order of the vocabulary: the database gives groups in the order it met them.
  const countsOf = (family: string) =>
    STANCES.flatMap((stance) =>
      rows.filter((row) => row.family === family && row.stance === stance).map(({ vacancies }) => [stance, vacancies] as const),
    )
  const families = Object.fromEntries(OFFENCE_FAMILIES.map((family) => [family, Object.fromEntries(countsOf(family))]))
  const [all] = await db.select({ vacancies: countDistinct(stated.vacancyId) }).from(stated)
  return { of: all?.vacancies ?? 0, families: families as StatedElsewhere['families'] }
}
