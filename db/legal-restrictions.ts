// Rules of law as matching reads them: those in force only. Nothing about people, so nobody has to be named to ask.
import { asc, isNull } from 'drizzle-orm'
import type { LegalRestriction } from '#app/domain/legal-restriction.ts'
import { alphabetically } from '#app/domain/sort-key.ts'
import { legalRestriction } from './schema/index.ts'
import type { Store } from './store/store.ts'

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

export async function listRestrictions(store: Store): Promise<LegalRestriction[]> {
  const rules = await store.read((db) =>
    db.select(RULE_COLUMNS).from(legalRestriction).where(isNull(legalRestriction.retiredAt)).orderBy(asc(legalRestriction.id)),
  )
  return alphabetically(rules, ({ article }) => article)
}
