// Places of custody as coordinators keep them: they open, close and move.
import { and, asc, eq, ne } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { Day } from '#app/domain/shared/day.ts'
import { alphabetically } from '#app/domain/shared/sort-key.ts'
import type { CustodyRegime } from '#app/domain/organisations/organisation.ts'
import { custodyPlace } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'

export type CustodyRow = typeof custodyPlace.$inferSelect

/** Those that work first, then the closed ones. */
export async function listCustodyPlaces(store: Store, _actor: CoordinatorActor): Promise<CustodyRow[]> {
  const read = await store.read((db) => db.select().from(custodyPlace).orderBy(asc(custodyPlace.regime), asc(custodyPlace.id)))
  const rows = alphabetically(read, ({ name }) => name)
  return [...rows.filter((row) => row.closedOn === null), ...rows.filter((row) => row.closedOn !== null)]
}

export async function findCustodyPlace(store: Store, _actor: CoordinatorActor, id: string): Promise<CustodyRow | null> {
  const [row] = await store.read((db) => db.select().from(custodyPlace).where(eq(custodyPlace.id, id)))
  return row ?? null
}

export type CustodyText = {
  name: string
  municipality: string
  regime: CustodyRegime
  openFrom: Day | null
  /** Not earlier than `openFrom`. */
  closedOn: Day | null
  note: string
}
export type CustodyProblem = { problem: 'takenName' | 'stale' }

async function isTaken(tx: Tx, { name, regime }: CustodyText, exceptId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: custodyPlace.id })
    .from(custodyPlace)
    .where(and(eq(custodyPlace.name, name), eq(custodyPlace.regime, regime), ne(custodyPlace.id, exceptId)))
  return rows.length > 0
}

export async function createCustodyPlace(
  store: Store,
  _actor: CoordinatorActor,
  place: CustodyText,
): Promise<{ id: string } | CustodyProblem> {
  const id = store.newId()
  return store.write(async (tx) => {
    if (await isTaken(tx, place, id)) return { problem: 'takenName' }
    await tx.insert(custodyPlace).values({ id, ...place })
    return { id }
  })
}

export async function editCustodyPlace(
  store: Store,
  _actor: CoordinatorActor,
  id: string,
  { version, ...place }: CustodyText & { version: number },
): Promise<{ id: string } | CustodyProblem> {
  return store.write(async (tx) => {
    if (await isTaken(tx, place, id)) return { problem: 'takenName' }
    const [row] = await tx
      .update(custodyPlace)
      .set({ ...place, version: version + 1 })
      .where(and(eq(custodyPlace.id, id), eq(custodyPlace.version, version)))
      .returning({ id: custodyPlace.id })
    return row ?? { problem: 'stale' }
  })
}
