// Who works with a person and did, who was asked to, and which registrations of theirs were made one, in the export of their data.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { dayOf } from '#app/domain/shared/day.ts'
import { account, candidate, duplicatePair, handover, involvement, membership, organisation } from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'
import { ofPerson } from '../own.ts'
import { decrypt, type Bound } from '../vault.ts'
import { organisationOf, readsOthers, type Opening } from './opening.ts'

const opened = ({ key }: Opening, bound: Bound, text: string | null) => (text === null || text === '' ? '' : decrypt(key, bound, text))

/** Of who works with the person now the caseworker is named; a label is read by who wrote it and by the person. */
export async function organisationsIn(db: Db, opening: Opening) {
  const { id } = opening
  const rows = await db
    .select({ row: involvement, name: organisation.name, caseworker: account.name })
    .from(involvement)
    .innerJoin(organisation, eq(organisation.id, involvement.organisationId))
    .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(ofPerson(involvement.candidateId, id), readsOthers(opening) ? undefined : isNull(involvement.until)))
    .orderBy(sql`${involvement.until} is not null`, asc(involvement.role), asc(involvement.since), asc(involvement.id))
  const own = organisationOf(opening)
  return rows.map(({ row, name, caseworker }) => {
    const isOwn = row.organisationId === own
    const whole = isOwn || readsOthers(opening)
    return {
      name,
      role: row.role,
      since: dayOf(row.since),
      until: row.until === null ? null : dayOf(row.until),
      caseworker: row.until === null ? caseworker : null,
      shares: whole ? row.shares : [],
      basis: whole ? row.basis : null,
      basisName: whole ? row.basisName : '',
      said: whole ? opened(opening, `said:${id}`, row.said) : '',
      label: isOwn || (own === null && whole) ? opened(opening, `label:${id}`, row.label) : '',
    }
  })
}

export async function handoversIn(db: Db, opening: Opening) {
  if (!readsOthers(opening)) return []
  const { id } = opening
  const [from, to] = [alias(organisation, 'from_organisation'), alias(organisation, 'to_organisation')]
  const rows = await db
    .select({ row: handover, from: from.name, to: to.name })
    .from(handover)
    .innerJoin(from, eq(from.id, handover.fromOrganisationId))
    .innerJoin(to, eq(to.id, handover.toOrganisationId))
    .where(ofPerson(handover.candidateId, id))
    .orderBy(asc(handover.offeredAt), asc(handover.id))
  return rows.map(({ row, from, to }) => ({
    ...{ kind: row.kind, from, to, shares: row.shares, basis: row.basis, basisName: row.basisName },
    said: opened(opening, `said:${id}`, row.said),
    note: opened(opening, `handover:${row.id}`, row.note),
    ...{ state: row.state, refusal: row.refusal, offeredAt: row.offeredAt, dueOn: row.dueOn, decidedAt: row.decidedAt },
  }))
}

/** Pairs that nobody has decided about are of two people as long as nobody has: they are not told. */
export async function mergingsIn(db: Db, opening: Opening) {
  if (!readsOthers(opening)) return []
  const { id } = opening
  const rows = await db
    .select({ row: duplicatePair, code: candidate.code, registeredAt: candidate.createdAt })
    .from(duplicatePair)
    .innerJoin(candidate, eq(candidate.id, duplicatePair.laterId))
    .where(and(ofPerson(duplicatePair.earlierId, id), eq(duplicatePair.state, 'merged')))
    .orderBy(asc(duplicatePair.decidedAt), asc(duplicatePair.id))
  return rows.map(({ row: { foundAt, decidedAt, basis, basisName, said }, code, registeredAt }) => ({
    ...{ code, registeredAt, foundAt, mergedAt: decidedAt, basis, basisName },
    said: opened(opening, `said:${id}`, said),
  }))
}
