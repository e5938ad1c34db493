// Organisations a person can turn to, as everybody may read them: no names of people.
import { and, asc, eq, ne } from 'drizzle-orm'
import { organisation } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

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
