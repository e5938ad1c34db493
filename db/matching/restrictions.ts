// Legal restrictions as coordinators maintain them: who verified each and when, and how many open vacancies it concerns.
import { and, asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import { touches, type LegalRestriction } from '#app/domain/matching/legal-restriction.ts'
import { alphabetically } from '#app/domain/shared/sort-key.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { RULE_COLUMNS } from './legal-restrictions.ts'
import { account, employer, legalRestriction, vacancy } from '#db/schema/index.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'
import { visibleVacancy } from '#db/vacancies/visibility.ts'

export type RuleRow = LegalRestriction & { verifiedByName: string | null; retiredAt: Instant | null; version: number }

function rowsOf(db: Db) {
  return db
    .select({ ...RULE_COLUMNS, verifiedByName: account.name, retiredAt: legalRestriction.retiredAt, version: legalRestriction.version })
    .from(legalRestriction)
    .leftJoin(account, eq(account.id, legalRestriction.verifiedBy))
}

/** Every rule in force, or every retired one, with the open vacancies it touches. */
export async function listRules(
  store: Store,
  _actor: CoordinatorActor,
  { retired }: { retired: boolean },
  now: Instant,
): Promise<(RuleRow & { usedIn: number })[]> {
  return store.read(async (db) => {
    const read = await rowsOf(db)
      .where(retired ? isNotNull(legalRestriction.retiredAt) : isNull(legalRestriction.retiredAt))
      .orderBy(asc(legalRestriction.id))
    const rules = alphabetically(read, ({ article }) => article)
    // One row for each kind of work: the database counts, and whether a rule touches it is decided by the domain.
    const contexts = sql`cast(${vacancy.contexts} as text)`.mapWith(vacancy.contexts)
    const kinds = await db
      .select({ occupation: vacancy.occupation, contexts, vacancies: count() })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(visibleVacancy('staff', now))
      .groupBy(vacancy.occupation, contexts)
    return rules.map((rule) => ({
      ...rule,
      usedIn: kinds.filter((kind) => touches(rule, kind)).reduce((sum, kind) => sum + kind.vacancies, 0),
    }))
  })
}

export async function findRule(store: Store, _actor: CoordinatorActor, id: string): Promise<RuleRow | null> {
  const [row] = await store.read((db) => rowsOf(db).where(eq(legalRestriction.id, id)))
  return row ?? null
}

export type RuleText = Omit<LegalRestriction, 'id' | 'verifiedOn'>

/** Not verified yet. */
export async function createRule(store: Store, actor: CoordinatorActor, rule: RuleText, now: Instant): Promise<{ id: string }> {
  const id = store.newId()
  await store.write(async (tx) => {
    await tx.insert(legalRestriction).values({ id, ...rule, updatedBy: actor.accountId, updatedAt: now })
    await recordChange(tx, 'legal_restriction', id)
  })
  return { id }
}

const SAYS = ['occupation', 'context', 'family', 'effect', 'article', 'source'] as const satisfies readonly (keyof RuleText)[]

/** A changed rule has to be verified again, unless only its note was changed. Null when the page was stale. */
export async function editRule(
  store: Store,
  actor: CoordinatorActor,
  id: string,
  { version, ...rule }: RuleText & { version: number },
  now: Instant,
): Promise<{ id: string } | null> {
  return store.write(async (tx) => {
    const [before] = await tx.select().from(legalRestriction).where(eq(legalRestriction.id, id))
    const saysTheSame = before !== undefined && SAYS.every((column) => before[column] === rule[column])
    return change(tx, actor, { id, version }, { ...rule, ...(saysTheSame ? {} : { verifiedOn: null, verifiedBy: null }) }, now)
  })
}

export async function verifyRule(
  store: Store,
  actor: CoordinatorActor,
  id: string,
  { source, version }: { source: string; version: number },
  now: Instant,
): Promise<{ id: string } | null> {
  return store.write((tx) => change(tx, actor, { id, version }, { source, verifiedOn: dayOf(now), verifiedBy: actor.accountId }, now))
}

/** A retired rule is not shown to caseworkers any more; it can be brought back. */
export async function retireRule(
  store: Store,
  actor: CoordinatorActor,
  id: string,
  { retired, version }: { retired: boolean; version: number },
  now: Instant,
): Promise<{ id: string } | null> {
  return store.write((tx) => change(tx, actor, { id, version }, { retiredAt: retired ? now : null }, now))
}

type Changes = Partial<typeof legalRestriction.$inferInsert>

async function change(
  tx: Tx,
  actor: CoordinatorActor,
  at: { id: string; version: number },
  changes: Changes,
  now: Instant,
): Promise<{ id: string } | null> {
  const [row] = await tx
    .update(legalRestriction)
    .set({ ...changes, updatedBy: actor.accountId, updatedAt: now, version: at.version + 1 })
    .where(and(eq(legalRestriction.id, at.id), eq(legalRestriction.version, at.version)))
    .returning({ id: legalRestriction.id })
  if (row) await recordChange(tx, 'legal_restriction', row.id)
  return row ?? null
}
