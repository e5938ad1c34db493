// The ids of all published vacancies, in parts: for the search index and the match columns.
import { and, asc, gt } from 'drizzle-orm'
import { vacancy } from '#db/schema/index.ts'
import { publishedState } from './visibility.ts'
import { unindexed } from '#db/store/unindexed.ts'
import type { Db, Store } from '#db/store/store.ts'

/** Few enough ids for one statement on every engine. */
const IDS_AT_ONCE = 500

export function inParts(ids: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, part) => ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE))
}

function idsAfter(db: Db, after: string) {
  return db
    .select({ id: vacancy.id })
    .from(vacancy)
    .where(and(unindexed(publishedState), gt(vacancy.id, after)))
    .orderBy(asc(vacancy.id))
    .limit(IDS_AT_ONCE)
}

/** The next of them in the order of their ids; '' begins. For a job that stops and goes on later. */
export async function publishedIdsAfter(store: Store, after: string): Promise<string[]> {
  const rows = await store.read((db) => idsAfter(db, after))
  return rows.map(({ id }) => id)
}

/** Ids of the published vacancies, whether they may be shown or not. Requests are answered between the parts, however many there are. */
export async function* publishedIds(store: Store): AsyncGenerator<readonly string[]> {
  let after = ''
  for (;;) {
    const rows = await store.read((db) => idsAfter(db, after))
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ id }) => id)
    after = last.id
    await new Promise((resolve) => setImmediate(resolve))
  }
}
