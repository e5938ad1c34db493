// Organisations as a coordinator sees them: applications, the decision, and whether one is a public authority.
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { mayBePublicAuthority, type Decision, type OrganisationKind } from '#app/domain/organisations/organisation.ts'
import { sortKey } from '#app/domain/shared/sort-key.ts'
import { inOrderOf } from '#db/store/keyset.ts'
import { account, organisation } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Store } from '#db/store/store.ts'
import { countStates, listWaiting, pageOfVerified, totalOf, type Listed, type ListQuery, type Waiting } from '#db/store/paging.ts'

export type OrganisationRow = typeof organisation.$inferSelect

export async function listOrganisations(
  store: Store,
  _actor: CoordinatorActor,
  { state, at }: Omit<ListQuery, 'words'>,
): Promise<Listed<OrganisationRow>> {
  const where = state === null ? undefined : eq(organisation.state, state)
  return store.read(async (db) => {
    const counts = await countStates(db, organisation)
    const page = await pageOfVerified(db, organisation, { state, at }, where)
    const rows = await db.select().from(organisation).where(inArray(organisation.id, page.rows))
    return { ...page, rows: inOrderOf(page.rows, rows), total: totalOf(counts, state), counts }
  })
}

export async function findOrganisation(
  store: Store,
  _actor: CoordinatorActor,
  id: string,
): Promise<(OrganisationRow & { decidedByName: string | null }) | null> {
  const [row] = await store.read((db) =>
    db
      .select({ organisation, decidedByName: account.name })
      .from(organisation)
      .leftJoin(account, eq(account.id, organisation.decidedBy))
      .where(eq(organisation.id, id)),
  )
  return row ? { ...row.organisation, decidedByName: row.decidedByName } : null
}

export type NewOrganisation = {
  name: string
  kind: OrganisationKind
  municipality: string
  contactName: string
  contactEmail: string
  contactPhone: string
}

/** From the public page: waits for a coordinator, and is no public authority until one says so. Null when the name is taken. */
export async function applyOrganisation(store: Store, wanted: NewOrganisation, now: Instant): Promise<{ id: string } | null> {
  const id = store.newId()
  const [row] = await store.write((tx) =>
    tx
      .insert(organisation)
      .values({ id, ...wanted, sortKey: sortKey(wanted.name), publicAuthority: false, state: 'pending', createdAt: now })
      .onConflictDoNothing({ target: conflictOn(organisation.name) })
      .returning({ id: organisation.id }),
  )
  return row ?? null
}

/** By a coordinator: verified at once. Null when the name is taken. */
export async function createOrganisation(
  store: Store,
  actor: CoordinatorActor,
  { publicAuthority, ...wanted }: NewOrganisation & { publicAuthority: boolean },
  now: Instant,
): Promise<{ id: string } | null> {
  const id = store.newId()
  const decided = { state: 'verified' as const, decidedBy: actor.accountId, decidedAt: now }
  const authority = publicAuthority && mayBePublicAuthority(wanted.kind)
  const [row] = await store.write((tx) =>
    tx
      .insert(organisation)
      .values({ id, ...wanted, sortKey: sortKey(wanted.name), publicAuthority: authority, ...decided, createdAt: now })
      .onConflictDoNothing({ target: conflictOn(organisation.name) })
      .returning({ id: organisation.id }),
  )
  return row ?? null
}

/** Null when somebody decided meanwhile, or it is decided so already. A refused one's caseworkers are signed out of everything. */
export async function decideOrganisation(
  store: Store,
  actor: CoordinatorActor,
  id: string,
  { from, state, reason, version }: Decision,
  now: Instant,
): Promise<OrganisationRow | null> {
  const [row] = await store.write((tx) =>
    tx
      .update(organisation)
      .set({ state, stateReason: reason, decidedBy: actor.accountId, decidedAt: now, version: version + 1 })
      .where(and(eq(organisation.id, id), eq(organisation.version, version), eq(organisation.state, from), ne(organisation.state, state)))
      .returning(),
  )
  return row ?? null
}

/** Opens or closes the restricted part to its caseworkers (GDPR art. 10). Null for an NGO, and when the page was stale. */
export async function setPublicAuthority(
  store: Store,
  _actor: CoordinatorActor,
  id: string,
  { publicAuthority, version }: { publicAuthority: boolean; version: number },
): Promise<OrganisationRow | null> {
  const [row] = await store.write((tx) =>
    tx
      .update(organisation)
      .set({ publicAuthority, version: version + 1 })
      .where(and(eq(organisation.id, id), eq(organisation.version, version), ne(organisation.kind, 'ngo')))
      .returning(),
  )
  return row ?? null
}

export async function listWaitingOrganisations(store: Store, _actor: CoordinatorActor, most = 5): Promise<Waiting> {
  return store.read((db) => listWaiting(db, organisation, most))
}
