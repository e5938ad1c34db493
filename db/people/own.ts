// Which people an actor may see: the condition of every query of people, and of every change of one.
import { and, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { DataClass } from '#app/domain/people/data-classes.ts'
import { rolesThatMay, type Use } from '#app/domain/people/permissions.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { candidate, involvement } from '#db/schema/index.ts'
import type { Slots } from '#db/store/prepared.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'

/** The relation that an organisation has with the person now. @param organisationId or, in a prepared query, its slot */
export function involvedNow(organisationId: string | Slots<'organisationId'>['organisationId']): SQL | undefined {
  return and(eq(involvement.candidateId, candidate.id), eq(involvement.organisationId, organisationId), isNull(involvement.until))
}

type Asking = { organisationId: Parameters<typeof involvedNow>[0]; publicAuthority: boolean }

/** What of a person is asked for, and to do what. */
type Wish = { of: DataClass; use: Use }
/** What every organisation that works with a person may see of them. */
const OPEN_PART: Wish = { of: 'profile', use: 'read' }
/** What decides whether somebody's data is there at all, or is given out as a whole, is for the organisation that leads. */
export const BY_THE_LEAD: Wish = { of: 'access', use: 'write' }

function permits({ of, use }: Wish, publicAuthority: boolean): SQL | undefined {
  const { always, whenShared } = rolesThatMay(use, of, publicAuthority)
  const shares = sql`cast(${involvement.shares} as text) like ${`%"${of}"%`}`
  return or(inArray(involvement.role, always), whenShared.length > 0 ? and(inArray(involvement.role, whenShared), shares) : undefined)
}

/** The people the own organisation works with, as far as it may do this with them; nobody else. */
export function ownPeople({ organisationId, publicAuthority }: Asking, wish = OPEN_PART): SQL {
  return sql`exists (select 1 from ${involvement} where ${and(involvedNow(organisationId), permits(wish, publicAuthority))})`
}

/** Rows of the person, and of a registration that was merged into this one: what was written of it then stays under its own id. */
export function ofPerson(column: SQLiteColumn, id: string): SQL | undefined {
  return or(eq(column, id), sql`${column} in (select ${candidate.id} from ${candidate} where ${candidate.mergedInto} = ${id})`)
}

export function ownPerson(actor: Asking, id: string, wish = OPEN_PART): SQL | undefined {
  return and(eq(candidate.id, id), ownPeople(actor, wish))
}

export async function isOwnPerson(db: Db, actor: Asking, id: string, wish = OPEN_PART): Promise<boolean> {
  const [row] = await db
    .select({ id: candidate.id })
    .from(candidate)
    .where(ownPerson(actor, id, wish))
  return row !== undefined
}

/** Asked before a form is parsed: a stranger's form is not validated. */
export async function ownsPerson(store: Store, actor: CaseworkerActor, id: string): Promise<boolean> {
  return store.read((db) => isOwnPerson(db, actor, id))
}

/** Whether the organisation leads: only such a one erases a person, or makes their file. */
export async function leadsPerson(store: Store, actor: CaseworkerActor, id: string): Promise<boolean> {
  return store.read((db) => isOwnPerson(db, actor, id, BY_THE_LEAD))
}

/** Null: not there or not theirs. `stale`: somebody saved since the page was made. */
export type Saved = { ok: true } | { ok: false; problem: 'stale' } | null

type Insert = typeof candidate.$inferInsert
type Columns = Partial<Omit<Insert, 'id' | 'code' | 'version' | 'situationVersion' | 'updatedAt' | 'leadId'>> & { situationVersion?: SQL }

/**
 * One change of the person's own row, if it still has this version, with its entry in the change feed.
 * @param of the class of what is changed. @param more a further condition of the write
 */
export async function changePerson(
  tx: Tx,
  actor: CaseworkerActor,
  { id, version, of, more }: { id: string; version: number; of: DataClass; more?: SQL },
  columns: Columns,
  now: Instant,
): Promise<Saved> {
  const wish = { of, use: 'write' } as const
  const changed = await tx
    .update(candidate)
    .set({ ...columns, version: sql`${candidate.version} + 1`, updatedAt: now })
    .where(and(ownPerson(actor, id, wish), eq(candidate.version, version), more))
    .returning({ id: candidate.id })
  if (changed.length === 0) return (await isOwnPerson(tx, actor, id, wish)) ? { ok: false, problem: 'stale' } : null
  await recordChange(tx, 'candidate', id)
  return { ok: true }
}

/** What the organisation itself keeps of its work with the person; the caller has shown that it works with them. */
export async function changeInvolvement(
  tx: Tx,
  { organisationId }: CaseworkerActor,
  candidateId: string,
  columns: Partial<Pick<typeof involvement.$inferInsert, 'label' | 'caseworkerId'>>,
): Promise<void> {
  await tx
    .update(involvement)
    .set({ ...columns, version: sql`${involvement.version} + 1` })
    .where(and(eq(involvement.candidateId, candidateId), eq(involvement.organisationId, organisationId), isNull(involvement.until)))
}
