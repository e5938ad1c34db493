// Verified organisations: those a person can turn to, as everybody may read them, and those a person can be passed on to. No names of people.
import { and, asc, eq, ne } from 'drizzle-orm'
import type { OrganisationKind } from '#app/domain/organisations/organisation.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { organisation } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'

export type HelpPoint = { id: string; name: string; kind: 'probation' | 'municipal' | 'ngo'; municipality: string; phone: string }

/** Verified organisations that people outside can come to, by name. */
export async function listHelpPoints(store: Store): Promise<HelpPoint[]> {
  const rows = await store.read((db) =>
    db
      .select({
        id: organisation.id,
        name: organisation.name,
        kind: organisation.kind,
        municipality: organisation.municipality,
        phone: organisation.contactPhone,
      })
      .from(organisation)
      .where(and(eq(organisation.state, 'verified'), ne(organisation.kind, 'prison')))
      .orderBy(asc(organisation.sortKey), asc(organisation.id)),
  )
  return rows.flatMap((row) => (row.kind === 'prison' ? [] : [{ ...row, kind: row.kind }]))
}

export type OtherOrganisation = { id: string; name: string; kind: OrganisationKind; municipality: string }

/** All but the caseworker's own, by name. */
export async function listOtherOrganisations(store: Store, actor: CaseworkerActor): Promise<OtherOrganisation[]> {
  const { id, name, kind, municipality } = organisation
  return store.read((db) =>
    db
      .select({ id, name, kind, municipality })
      .from(organisation)
      .where(and(eq(organisation.state, 'verified'), ne(organisation.id, actor.organisationId)))
      .orderBy(asc(organisation.sortKey), asc(organisation.id)),
  )
}

/** The social service of a municipality, as an authority that anybody there can be sent to. Null when none is verified. */
export async function findSocialService(db: Db, municipality: string): Promise<{ name: string; phone: string } | null> {
  const { name, contactPhone: phone, sortKey, id } = organisation
  const there = and(eq(organisation.municipality, municipality), eq(organisation.kind, 'municipal'), organisation.publicAuthority)
  const [found] = await db
    .select({ name, phone })
    .from(organisation)
    .where(and(eq(organisation.state, 'verified'), there))
    .orderBy(asc(sortKey), asc(id))
    .limit(1)
  return found ?? null
}
