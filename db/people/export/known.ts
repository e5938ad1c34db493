// What is known of a person, in the export of their data: who they are, the restricted part, the situation, the profile, readiness, corrections.
import { asc, eq } from 'drizzle-orm'
import { recordOf, type Identity, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import {
  account,
  candidate,
  erasure,
  identity,
  involvement,
  membership,
  readiness,
  restrictedRecord,
  retentionNotice,
} from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'
import { ofPerson } from '../own.ts'
import { custodyPlaceName } from '../person.ts'
import { readReadiness } from '../readiness.ts'
import { listOwnCorrections } from '../self/corrections.ts'
import { readSituation } from '../situation.ts'
import { decrypt } from '../vault.ts'
import { reads, type Opening } from './opening.ts'

export type PersonRow = typeof candidate.$inferSelect

export async function personIn(db: Db, { id }: Opening): Promise<PersonRow> {
  const [row] = await db.select().from(candidate).where(eq(candidate.id, id))
  if (!row) throw new Error('A person with a key and without a row')
  return row
}

export async function caseworkerIn(db: Db, { leadId }: PersonRow) {
  const [row] = await db
    .select({ name: account.name, phone: account.phone })
    .from(involvement)
    .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(eq(involvement.id, leadId))
  return row ?? null
}

export async function identityIn(db: Db, { id, key }: Opening) {
  const [row] = await db.select().from(identity).where(eq(identity.candidateId, id))
  return row ? { ...(JSON.parse(decrypt(key, `identity:${id}`, row.content)) as Identity), changedAt: row.updatedAt } : null
}

/** Null also where the reader may not have it. */
export async function recordIn(db: Db, opening: Opening) {
  if (!reads(opening, 'record')) return null
  const { id, key } = opening
  const [row] = await db.select().from(restrictedRecord).where(eq(restrictedRecord.candidateId, id))
  if (!row) return null
  return { ...recordOf(JSON.parse(decrypt(key, `record:${id}`, row.content)) as Partial<RestrictedProfile>), changedAt: row.updatedAt }
}

/** Null where the reader may not have it. */
export async function situationIn(db: Db, opening: Opening, row: PersonRow) {
  if (!reads(opening, 'situation')) return null
  const { stage, custodyPlaceId, plannedReleaseOn } = readSituation(opening.key, opening.id, row.situation)
  return { stage, custodyPlace: await custodyPlaceName(db, custodyPlaceId), plannedReleaseOn }
}

export async function readinessIn(db: Db, { id, key }: Opening) {
  const saved = await db
    .select({ item: readiness.item, changedAt: readiness.updatedAt })
    .from(readiness)
    .where(eq(readiness.candidateId, id))
    .orderBy(asc(readiness.item))
  return (await readReadiness(db, key, id)).map(({ item, state, who: note, dueOn }) => ({
    ...{ item, state, note, dueOn },
    changedAt: saved.find((one) => one.item === item)?.changedAt ?? null,
  }))
}

export async function correctionsIn(db: Db, { id, key }: Opening) {
  const said = await listOwnCorrections(db, key, id)
  return said.map(({ text, state, createdAt, doneAt }) => ({ text, state, createdAt, doneAt }))
}

/** What was begun and is not ended yet. */
export async function erasureIn(db: Db, { id }: Opening) {
  const { why, askedAt, doneAt } = erasure
  const [row] = await db.select({ why, askedAt, doneAt }).from(erasure).where(eq(erasure.candidateId, id))
  return row ?? null
}

/** Whether the data is still needed, asked of who leads before its term ends. */
export async function retentionIn(db: Db, { id }: Opening) {
  const { term, warnedAt, dueOn, state, reason, decidedAt } = retentionNotice
  return db
    .select({ term, warnedAt, dueOn, state, reason, decidedAt })
    .from(retentionNotice)
    .where(ofPerson(retentionNotice.candidateId, id))
    .orderBy(asc(retentionNotice.warnedAt), asc(retentionNotice.id))
}
