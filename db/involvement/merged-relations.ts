// Who works with a person whose two registrations are merged, and what was said to the person about it before.
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { HANDOVER_KINDS } from '#app/domain/involvement/handover.ts'
import { sharesOf } from '#app/domain/involvement/merging.ts'
import type { INVOLVEMENT_BASES } from '#app/domain/people/permissions.ts'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { decrypt, encrypt, type Bound } from '#db/people/vault.ts'
import { duplicatePair, handover, involvement, organisation } from '#db/schema/index.ts'
import type { Tx } from '#db/store/store.ts'
import { finishTasks } from '#db/tasks/tasks.ts'
import { endingAt } from './ending.ts'
import type { Both } from './merged-proposals.ts'

/** On what the merging rests, by which rule, and what the person was told. */
export type Agreed = { basis: (typeof INVOLVEMENT_BASES)[number]; basisName: string; said: string }
export type Relation = { row: typeof involvement.$inferSelect; publicAuthority: boolean }

export async function relationsNow(tx: Tx, candidateId: string): Promise<Relation[]> {
  return tx
    .select({ row: involvement, publicAuthority: organisation.publicAuthority })
    .from(involvement)
    .innerJoin(organisation, eq(organisation.id, involvement.organisationId))
    .where(and(eq(involvement.candidateId, candidateId), isNull(involvement.until)))
}

type Joining = { joining: readonly Relation[]; already: readonly Relation[] }
/** `agreed.said` is encrypted for the one that stays. */
type Decided = { actor: CoordinatorActor; agreed: Agreed; now: Instant }

/** Whoever worked with the one that goes works with the one that stays; who did already keeps its role. */
export async function joinRelations(
  tx: Tx,
  newId: () => string,
  { kept, other }: Both,
  { joining, already }: Joining,
  { actor, agreed, now }: Decided,
): Promise<void> {
  for (const { row, publicAuthority } of joining) {
    const shares = row.role === 'leads' ? sharesOf({ publicAuthority }) : row.shares
    const before = already.find((one) => one.row.organisationId === row.organisationId)?.row
    if (before) {
      const both = before.role === 'leads' ? before.shares : [...new Set([...before.shares, ...shares])]
      await tx.update(involvement).set({ shares: both }).where(eq(involvement.id, before.id))
      continue
    }
    await tx.insert(involvement).values({
      id: newId(),
      candidateId: kept.id,
      organisationId: row.organisationId,
      role: 'supports',
      caseworkerId: row.caseworkerId,
      shares,
      label: row.label && encrypt(kept.key, `label:${kept.id}`, decrypt(other.key, `label:${other.id}`, row.label)),
      since: now,
      ...agreed,
      recordedBy: actor.membershipId,
    })
  }
}

/** The relations of the one that goes stay its own, as what happened, and so does what was offered; of what was said the kept person's key opens it. */
export async function endRelations(tx: Tx, { kept, other }: Both, now: Instant): Promise<void> {
  const again = (text: string, from: Bound, to: Bound) => encrypt(kept.key, to, decrypt(other.key, from, text))
  const saidAgain = (said: string | null) => said && again(said, `said:${other.id}`, `said:${kept.id}`)
  for (const { id, said, until } of await tx.select().from(involvement).where(eq(involvement.candidateId, other.id)))
    await tx
      .update(involvement)
      .set({ ...(until === null ? endingAt(now) : {}), label: null, said: saidAgain(said) })
      .where(eq(involvement.id, id))
  for (const { id, said, note } of await tx.select().from(handover).where(eq(handover.candidateId, other.id)))
    await tx
      .update(handover)
      .set({ said: again(said, `said:${other.id}`, `said:${kept.id}`), note: again(note, `handover:${id}`, `handover:${id}`) })
      .where(eq(handover.id, id))
  const over = await tx
    .update(handover)
    .set({ state: 'over', decidedAt: now })
    .where(and(eq(handover.candidateId, other.id), eq(handover.state, 'offered')))
    .returning({ id: handover.id })
  for (const { id } of over) await finishTasks(tx, { kinds: HANDOVER_KINDS, aboutId: id }, null, now)
  const merged = and(eq(duplicatePair.earlierId, other.id), isNotNull(duplicatePair.said))
  for (const { id, said } of await tx.select().from(duplicatePair).where(merged))
    await tx
      .update(duplicatePair)
      .set({ said: saidAgain(said) })
      .where(eq(duplicatePair.id, id))
}
