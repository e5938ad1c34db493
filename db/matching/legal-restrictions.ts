// Rules of law as matching reads them: those in force only. Nothing about people, so nobody has to be named to ask.
import { asc, isNull } from 'drizzle-orm'
import type { LegalRestriction } from '#app/domain/matching/legal-restriction.ts'
import { alphabetically } from '#app/domain/shared/sort-key.ts'
import { legalRestriction } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'

/** What a rule says, without who keeps it. */
export const RULE_COLUMNS = {
  id: legalRestriction.id,
  occupation: legalRestriction.occupation,
  context: legalRestriction.context,
  family: legalRestriction.family,
  effect: legalRestriction.effect,
  article: legalRestriction.article,
  note: legalRestriction.note,
  verifiedOn: legalRestriction.verifiedOn,
  source: legalRestriction.source,
}

/** Inside a question or a change. */
export async function readRestrictions(db: Db): Promise<LegalRestriction[]> {
  return db.select(RULE_COLUMNS).from(legalRestriction).where(isNull(legalRestriction.retiredAt)).orderBy(asc(legalRestriction.id))
}

export async function listRestrictions(store: Store): Promise<LegalRestriction[]> {
  return alphabetically(await store.read(readRestrictions), ({ article }) => article)
}
