// The live synonym rules, for the search. Nothing about people, so no actor is needed.
import { asc, isNull } from 'drizzle-orm'
import { textSortKey } from '#app/domain/shared/sort-key.ts'
import { phraseKey, type SynonymRule, type SynonymText } from '#app/domain/search/synonym.ts'
import { searchSynonym } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'

export const SYNONYM_COLUMNS = {
  id: searchSynonym.id,
  from: searchSynonym.fromPhrases,
  to: searchSynonym.toPhrases,
  twoWay: searchSynonym.twoWay,
}

export async function listSynonyms(store: Store): Promise<SynonymRule[]> {
  return store.read(liveSynonyms)
}

/** The same in the middle of a change. */
export async function liveSynonyms(db: Db): Promise<SynonymRule[]> {
  return db.select(SYNONYM_COLUMNS).from(searchSynonym).where(isNull(searchSynonym.retiredAt)).orderBy(asc(searchSynonym.id))
}

/** What the columns hold of a rule. */
export function synonymColumns({ from, to, twoWay }: SynonymText) {
  return {
    fromPhrases: from,
    toPhrases: to,
    twoWay,
    foldedPhrases: [...from, ...to].map(phraseKey).join('\n'),
    sortKey: textSortKey(from[0] ?? ''),
  }
}
