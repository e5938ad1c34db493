// Offers to take a person on or to join: made by the organisation that leads, answered by the other within days that are counted.
import { and, asc, eq, gte, inArray, isNull, lt, ne, sql, type SQL } from 'drizzle-orm'
import { HANDOVER_DAYS, HANDOVER_KINDS, type HandoverKind, type HandoverRefusal } from '#app/domain/involvement/handover.ts'
import type { Shareable } from '#app/domain/people/permissions.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { addDays, dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { passConfirmations } from '#db/confirmations/answer.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { isOwnPerson } from '#db/people/own.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { decrypt, encrypt, type MasterKey } from '#db/people/vault.ts'
import { account, candidate, handover, involvement, membership, organisation } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'
import { addTask, finishTasks, passTasks } from '#db/tasks/tasks.ts'
import { endingAt } from './ending.ts'
import { passProposals } from './passing.ts'

type HandoverRow = typeof handover.$inferSelect

export type NewHandover = {
  kind: HandoverKind
  toOrganisationId: string
  shares: readonly Shareable[]
  basis: 'law' | 'consent'
  basisName: string
  said: string
  note: string
}

/** Only the organisation that leads passes a person on or asks others to join. */
const OFFERED = { of: 'case', use: 'write' } as const

/**
 * `open`: the person is offered already. `involved`: that organisation works with the person already. `gone`: it is not there, or not verified.
 * Null when the person is not theirs to offer.
 */
export type Offered = { ok: true; id: string } | { ok: false; problem: 'open' | 'involved' | 'gone' } | null

async function problemOf(tx: Tx, actor: CaseworkerActor, candidateId: string, wanted: NewHandover): Promise<'involved' | 'gone' | null> {
  const [to] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.id, wanted.toOrganisationId), eq(organisation.state, 'verified'), ne(organisation.id, actor.organisationId)))
  if (!to) return 'gone'
  if (wanted.kind === 'handover') return null
  const [already] = await tx
    .select({ id: involvement.id })
    .from(involvement)
    .where(and(eq(involvement.candidateId, candidateId), eq(involvement.organisationId, to.id), isNull(involvement.until)))
  return already ? 'involved' : null
}

export async function offerHandover(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  candidateId: string,
  wanted: NewHandover,
  now: Instant,
): Promise<Offered> {
  const id = store.newId()
  try {
    return await store.write(async (tx) => {
      const key = (await isOwnPerson(tx, actor, candidateId, OFFERED)) ? await personKeyOf(tx, master, candidateId) : null
      if (!key) return null
      const problem = await problemOf(tx, actor, candidateId, wanted)
      if (problem !== null) return { ok: false, problem }
      await tx.insert(handover).values({
        id,
        kind: wanted.kind,
        candidateId,
        fromOrganisationId: actor.organisationId,
        toOrganisationId: wanted.toOrganisationId,
        shares: wanted.kind === 'joining' ? [...wanted.shares] : [],
        basis: wanted.basis,
        basisName: wanted.basisName,
        said: encrypt(key, `said:${candidateId}`, wanted.said),
        note: encrypt(key, `handover:${id}`, wanted.note),
        offeredBy: actor.membershipId,
        offeredAt: now,
        dueOn: addDays(dayOf(now), HANDOVER_DAYS),
      })
      const waits = {
        kind: wanted.kind,
        aboutId: id,
        candidateId,
        for: { organisationId: wanted.toOrganisationId },
        from: 'caseworker',
      } as const
      await addTask(tx, store.newId, waits, now)
      return { ok: true, id }
    })
  } catch (error) {
    if (violationOf(error)?.kind === 'unique') return { ok: false, problem: 'open' }
    throw error
  }
}

export type HandoverView = {
  id: string
  kind: HandoverKind
  candidateId: string
  code: string
  from: string
  to: string
  offeredBy: string
  offeredAt: Instant
  dueOn: Day
  shares: Shareable[]
  basis: 'law' | 'consent'
  basisName: string
  said: string
  note: string
  version: number
}

async function viewsOf(db: Db, master: MasterKey, where: SQL | undefined): Promise<HandoverView[]> {
  const rows = await db
    .select({ row: handover, code: candidate.code, offeredBy: account.name })
    .from(handover)
    .innerJoin(candidate, eq(candidate.id, handover.candidateId))
    .innerJoin(membership, eq(membership.id, handover.offeredBy))
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(handover.state, 'offered'), where))
    .orderBy(asc(handover.dueOn), asc(handover.id))
  const named = rows.flatMap(({ row }) => [row.fromOrganisationId, row.toOrganisationId])
  const names = named.length === 0 ? [] : await db.select().from(organisation).where(inArray(organisation.id, named))
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? ''
  return Promise.all(
    rows.map(async ({ row, code, offeredBy }) => {
      const key = await personKeyOf(db, master, row.candidateId)
      return {
        id: row.id,
        kind: row.kind,
        candidateId: row.candidateId,
        code,
        from: nameOf(row.fromOrganisationId),
        to: nameOf(row.toOrganisationId),
        offeredBy,
        offeredAt: row.offeredAt,
        dueOn: row.dueOn,
        shares: row.shares,
        basis: row.basis,
        basisName: row.basisName,
        said: key ? decrypt(key, `said:${row.candidateId}`, row.said) : '',
        note: key ? decrypt(key, `handover:${row.id}`, row.note) : '',
        version: row.version,
      }
    }),
  )
}

/** An offer that waits for the actor's organisation. Null when there is none, or it was answered. */
export async function findHandover(store: Store, master: MasterKey, actor: CaseworkerActor, id: string): Promise<HandoverView | null> {
  const [view] = await store.read((db) =>
    viewsOf(db, master, and(eq(handover.id, id), eq(handover.toOrganisationId, actor.organisationId))),
  )
  return view ?? null
}

/** The open offers of a person that the organisation itself made: what is said in them is for the other side. */
export async function listHandovers(store: Store, master: MasterKey, actor: CaseworkerActor, candidateId: string): Promise<HandoverView[]> {
  return store.read(async (db) =>
    (await isOwnPerson(db, actor, candidateId))
      ? viewsOf(db, master, and(eq(handover.candidateId, candidateId), eq(handover.fromOrganisationId, actor.organisationId)))
      : [],
  )
}

const OFFERS = (aboutId: string) => ({ kinds: HANDOVER_KINDS, aboutId })

type Answer = { state: 'accepted' } | { state: 'refused'; refusal: HandoverRefusal } | { state: 'taken_back' }

/** Closes an open offer; of two answers at once one is taken. */
async function close(tx: Tx, where: SQL | undefined, answer: Answer, by: string, now: Instant): Promise<HandoverRow | null> {
  const [row] = await tx
    .update(handover)
    .set({ ...answer, decidedBy: by, decidedAt: now, version: sql`${handover.version} + 1` })
    .where(and(eq(handover.state, 'offered'), where))
    .returning()
  if (!row) return null
  await finishTasks(tx, OFFERS(row.id), by, now)
  return row
}

function forActor(actor: CaseworkerActor, id: string, today: Day): SQL | undefined {
  return and(eq(handover.id, id), eq(handover.toOrganisationId, actor.organisationId), gte(handover.dueOn, today))
}

/** Ends what the organisation was to the person until now: a supporting one that takes the lead supports no more. */
async function endRelation(tx: Tx, candidateId: string, organisationId: string, now: Instant): Promise<{ label: string | null } | null> {
  const [ended] = await tx
    .update(involvement)
    .set(endingAt(now))
    .where(and(eq(involvement.candidateId, candidateId), eq(involvement.organisationId, organisationId), isNull(involvement.until)))
    .returning({ label: involvement.label })
  return ended ?? null
}

/** The new row leads before the old one ends: at no moment is there nobody. What else was offered of the person is over. */
async function takeLead(
  tx: Tx,
  newId: () => string,
  { id, candidateId, fromOrganisationId, toOrganisationId }: HandoverRow,
  { leadId, by }: { leadId: string; by: string },
  now: Instant,
): Promise<void> {
  await tx
    .update(candidate)
    .set({ leadId, version: sql`${candidate.version} + 1`, updatedAt: now })
    .where(eq(candidate.id, candidateId))
  await endRelation(tx, candidateId, fromOrganisationId, now)
  const passed = { from: fromOrganisationId, to: toOrganisationId }
  await passProposals(tx, newId, { candidateId, ...passed, by }, now)
  await passTasks(tx, candidateId, passed, now)
  await passConfirmations(tx, candidateId, passed)
  const over = await tx
    .update(handover)
    .set({ state: 'over', decidedAt: now })
    .where(and(eq(handover.candidateId, candidateId), eq(handover.state, 'offered'), ne(handover.id, id)))
    .returning({ id: handover.id })
  for (const offer of over) await finishTasks(tx, OFFERS(offer.id), null, now)
}

/** Null when it is not theirs, was answered, or the days are over. @returns the person */
export async function acceptHandover(
  store: Store,
  actor: CaseworkerActor,
  id: string,
  now: Instant,
): Promise<{ candidateId: string } | null> {
  return store.write(async (tx) => {
    const row = await close(tx, forActor(actor, id, dayOf(now)), { state: 'accepted' }, actor.membershipId, now)
    if (!row) return null
    const { candidateId } = row
    const before = await endRelation(tx, candidateId, actor.organisationId, now)
    const relation = {
      id: store.newId(),
      candidateId,
      organisationId: actor.organisationId,
      role: row.kind === 'handover' ? ('leads' as const) : ('supports' as const),
      caseworkerId: actor.membershipId,
      shares: row.shares,
      label: before?.label ?? null,
      since: now,
      basis: row.basis,
      basisName: row.basisName,
      said: row.said,
      recordedBy: row.offeredBy,
    }
    await tx.insert(involvement).values(relation)
    if (row.kind === 'handover') await takeLead(tx, store.newId, row, { leadId: relation.id, by: actor.membershipId }, now)
    await recordChange(tx, 'candidate', candidateId)
    return { candidateId }
  })
}

/** Whoever offered the person looks for another way. */
async function tellDeclined(tx: Tx, newId: () => string, row: HandoverRow, from: 'caseworker' | 'clock', now: Instant): Promise<void> {
  const declined = { kind: 'offer_declined', aboutId: row.id, candidateId: row.candidateId, from } as const
  await addTask(tx, newId, { ...declined, for: { organisationId: row.fromOrganisationId } }, now)
}

/** False when it is not theirs, was answered, or the days are over. */
export async function refuseHandover(
  store: Store,
  actor: CaseworkerActor,
  id: string,
  refusal: HandoverRefusal,
  now: Instant,
): Promise<boolean> {
  return store.write(async (tx) => {
    const row = await close(tx, forActor(actor, id, dayOf(now)), { state: 'refused', refusal }, actor.membershipId, now)
    if (row) await tellDeclined(tx, store.newId, row, 'caseworker', now)
    return row !== null
  })
}

/** By the organisation that offered it. */
export async function takeHandoverBack(store: Store, actor: CaseworkerActor, id: string, now: Instant): Promise<boolean> {
  const own = and(eq(handover.id, id), eq(handover.fromOrganisationId, actor.organisationId))
  return store.write(async (tx) => (await close(tx, own, { state: 'taken_back' }, actor.membershipId, now)) !== null)
}

/** Offers whose last day is over; who offered them is told. @returns how many */
export async function expireHandovers(store: Store, now: Instant): Promise<number> {
  return store.write(async (tx) => {
    const rows = await tx
      .update(handover)
      .set({ state: 'expired', decidedAt: now, version: sql`${handover.version} + 1` })
      .where(and(eq(handover.state, 'offered'), lt(handover.dueOn, dayOf(now))))
      .returning()
    for (const row of rows) {
      await finishTasks(tx, OFFERS(row.id), null, now)
      await tellDeclined(tx, store.newId, row, 'clock', now)
    }
    return rows.length
  })
}
