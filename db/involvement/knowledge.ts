// What two organisations knew of one person, in the row that stays: profile, situation, identity, record, readiness.
import { eq, sql } from 'drizzle-orm'
import { mergedIdentity, mergedProfile, mergedRecord, mergedSituation } from '#app/domain/involvement/merging.ts'
import { activityOf, recordOf, type Identity, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { noteBound } from '#db/people/readiness.ts'
import { readSituation, situationColumns } from '#db/people/situation.ts'
import { decrypt, encrypt } from '#db/people/vault.ts'
import { candidate, identity, readiness, restrictedRecord } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Tx } from '#db/store/store.ts'
import type { Both, Registered } from './merged-proposals.ts'

async function personOf(tx: Tx, { id, key }: Registered) {
  const [row] = await tx.select().from(candidate).where(eq(candidate.id, id))
  if (!row) throw new Error('No such registration')
  return { ...row, situation: readSituation(key, id, row.situation) }
}

async function recordFor(tx: Tx, { id, key }: Registered): Promise<RestrictedProfile> {
  const [row] = await tx.select().from(restrictedRecord).where(eq(restrictedRecord.candidateId, id))
  return recordOf(row ? (JSON.parse(decrypt(key, `record:${id}`, row.content)) as Partial<RestrictedProfile>) : {})
}

async function identityFor(tx: Tx, { id, key }: Registered): Promise<Identity> {
  const [row] = await tx.select().from(identity).where(eq(identity.candidateId, id))
  if (!row) throw new Error('A registration without an identity')
  return JSON.parse(decrypt(key, `identity:${id}`, row.content)) as Identity
}

/** Items that nobody has entered for the one that stays. */
async function keepReadiness(tx: Tx, { kept, other }: Both): Promise<void> {
  const target = conflictOn(readiness.candidateId, readiness.item)
  for (const row of await tx.select().from(readiness).where(eq(readiness.candidateId, other.id))) {
    const note = row.note === null ? '' : decrypt(other.key, noteBound(other.id, row.item), row.note)
    await tx
      .insert(readiness)
      .values({ ...row, candidateId: kept.id, note: encrypt(kept.key, noteBound(kept.id, row.item), note) })
      .onConflictDoNothing({ target })
  }
}

export async function keepKnowledge(tx: Tx, both: Both, now: Instant): Promise<void> {
  const { kept, other } = both
  const [ours, theirs] = [await personOf(tx, kept), await personOf(tx, other)]
  const [ourRecord, theirRecord] = [await recordFor(tx, kept), await recordFor(tx, other)]
  const situation = mergedSituation(ours.situation, theirs.situation)
  const { id, key } = kept
  const cameBack = activityOf(ours.situation.stage) === 'finished' && activityOf(situation.stage) !== 'finished'
  await tx
    .update(candidate)
    .set({
      ...situationColumns(key, id, situation),
      profile: mergedProfile(ours.profile, theirs.profile),
      waitingSince: cameBack ? theirs.waitingSince : ours.waitingSince,
      updatedAt: now,
      version: sql`${candidate.version} + 1`,
    })
    .where(eq(candidate.id, id))
  const person = JSON.stringify(mergedIdentity(await identityFor(tx, kept), await identityFor(tx, other)))
  await tx
    .update(identity)
    .set({ content: encrypt(key, `identity:${id}`, person), updatedAt: now, version: sql`${identity.version} + 1` })
    .where(eq(identity.candidateId, id))
  const record = JSON.stringify(mergedRecord(ourRecord, theirRecord))
  await tx
    .update(restrictedRecord)
    .set({ content: encrypt(key, `record:${id}`, record), updatedAt: now, version: sql`${restrictedRecord.version} + 1` })
    .where(eq(restrictedRecord.candidateId, id))
  await keepReadiness(tx, both)
}
