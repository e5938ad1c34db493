// The change feed as a test reads it: whatever is in it.
import { asc, gt } from 'drizzle-orm'
import type { Change } from '#db/change-feed/changes.ts'
import { change } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

/** Changes after a number, oldest first. */
export async function listChanges(store: Store, after: number): Promise<Change[]> {
  return store.read((db) => db.select().from(change).where(gt(change.seq, after)).orderBy(asc(change.seq)))
}
