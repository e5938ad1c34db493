// Which organisations work with a person, and did, as the person reads it: what for, since when, what they were told, what is noted beside the code.
import { asc, eq, sql } from 'drizzle-orm'
import type { InvolvementRole } from '#app/domain/people/permissions.ts'
import { dayOf, type Day } from '#app/domain/shared/day.ts'
import { involvement, organisation } from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'
import { decrypt, type PersonKey } from '../vault.ts'

export type OwnOrganisation = { name: string; role: InvolvementRole; since: Day; until: Day | null; said: string; label: string }

/** Who leads first, then who supports, then who did before. The caller has shown that the person asks for themself. */
export async function listOwnOrganisations(db: Db, key: PersonKey | null, id: string): Promise<OwnOrganisation[]> {
  const rows = await db
    .select({ row: involvement, name: organisation.name })
    .from(involvement)
    .innerJoin(organisation, eq(organisation.id, involvement.organisationId))
    .where(eq(involvement.candidateId, id))
    .orderBy(sql`${involvement.until} is not null`, asc(involvement.role), asc(involvement.since), asc(involvement.id))
  const open = (kind: 'said' | 'label', text: string | null) => (key && text ? decrypt(key, `${kind}:${id}`, text) : '')
  return rows.map(({ row: { role, since, until, said, label }, name }) => ({
    name,
    role,
    since: dayOf(since),
    until: until === null ? null : dayOf(until),
    said: open('said', said),
    label: open('label', label),
  }))
}
