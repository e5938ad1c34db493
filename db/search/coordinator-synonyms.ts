// Synonym rules as coordinators edit them. Conflicts with the live rules are checked in the transaction that writes.
import { and, eq, inArray, isNotNull, isNull, like } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { phraseKey, ruleProblem, type PhraseKey, type RuleProblem, type SynonymRule, type SynonymText } from '#app/domain/search/synonym.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { inOrderOf, pageOfIds, totalWith, type Keyset, type PageOf } from '#db/store/keyset.ts'
import { account, searchSynonym } from '#db/schema/index.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'
import { liveSynonyms, SYNONYM_COLUMNS, synonymColumns } from './synonyms.ts'
import { likeWords } from '#db/store/paging.ts'

export type SynonymRow = SynonymRule & {
  note: string
  /** Null for a rule as it came with the site. */
  updatedByName: string | null
  updatedAt: Instant
  retiredAt: Instant | null
  version: number
}

function rowsOf(db: Db) {
  const { note, updatedAt, retiredAt, version } = searchSynonym
  return db
    .select({ ...SYNONYM_COLUMNS, note, updatedByName: account.name, updatedAt, retiredAt, version })
    .from(searchSynonym)
    .leftJoin(account, eq(account.id, searchSynonym.updatedBy))
}

/** By their first phrase. `total` as far as `countUpTo` goes. */
export async function listSynonymRules(
  store: Store,
  _actor: CoordinatorActor,
  { retired, words, at }: { retired: boolean; words: string; at: string },
): Promise<PageOf<SynonymRow> & { total: number }> {
  const { retiredAt, foldedPhrases, sortKey, id } = searchSynonym
  const where = and(
    retired ? isNotNull(retiredAt) : isNull(retiredAt),
    words === '' ? undefined : like(foldedPhrases, likeWords(phraseKey(words))),
  )
  const list: Keyset = { table: searchSynonym, by: sortKey, id, parts: [[where]] }
  return store.read(async (db) => {
    const page = await pageOfIds(db, list, at)
    const total = await totalWith(db, list, page)
    const rows = page.rows.length === 0 ? [] : await rowsOf(db).where(inArray(id, page.rows))
    return { ...page, rows: inOrderOf(page.rows, rows), total }
  })
}

export async function findSynonymRule(store: Store, _actor: CoordinatorActor, id: string): Promise<SynonymRow | null> {
  const [row] = await store.read((db) => rowsOf(db).where(eq(searchSynonym.id, id)))
  return row ?? null
}

/** `stale`: somebody changed the rule since the page was made. (`keyOf` below comes from the search, which this layer must not import.) */
export type Saved = { saved: true; id: string } | { saved: false; problem: RuleProblem | 'stale' }

/** Why a rule could not be saved now; nothing is changed. @param except the rule that it would replace */
export async function problemBesideLive(
  store: Store,
  _actor: CoordinatorActor,
  rule: SynonymText,
  except: string | null,
  keyOf?: PhraseKey,
): Promise<RuleProblem | null> {
  return store.read((db) => problemOf(db, rule, except, keyOf))
}

async function problemOf(db: Db, rule: SynonymText, except: string | null, keyOf?: PhraseKey): Promise<RuleProblem | null> {
  return ruleProblem(
    rule,
    (await liveSynonyms(db)).filter(({ id }) => id !== except),
    keyOf,
  )
}

export async function addSynonymRule(
  store: Store,
  actor: CoordinatorActor,
  { note, ...rule }: SynonymText & { note: string },
  now: Instant,
  keyOf?: PhraseKey,
): Promise<Saved> {
  const id = store.newId()
  return store.write(async (tx) => {
    const problem = await problemOf(tx, rule, null, keyOf)
    if (problem) return { saved: false, problem }
    await tx.insert(searchSynonym).values({ id, ...synonymColumns(rule), note, updatedBy: actor.accountId, updatedAt: now })
    await recordChange(tx, 'search_synonym', id)
    return { saved: true, id }
  })
}

export async function editSynonymRule(
  store: Store,
  actor: CoordinatorActor,
  id: string,
  { version, note, ...rule }: SynonymText & { note: string; version: number },
  now: Instant,
  keyOf?: PhraseKey,
): Promise<Saved> {
  return store.write(async (tx) => {
    const [before] = await tx.select({ retiredAt: searchSynonym.retiredAt }).from(searchSynonym).where(eq(searchSynonym.id, id))
    // A retired rule conflicts with nothing; it is checked when it is brought back.
    const problem = before?.retiredAt === null ? await problemOf(tx, rule, id, keyOf) : null
    if (problem) return { saved: false, problem }
    return change(tx, actor, { id, version }, { ...synonymColumns(rule), note }, now)
  })
}

/** A retired rule is not searched with; it can be brought back when it still fits the others. */
export async function retireSynonymRule(
  store: Store,
  actor: CoordinatorActor,
  id: string,
  { retired, version }: { retired: boolean; version: number },
  now: Instant,
  keyOf?: PhraseKey,
): Promise<Saved> {
  return store.write(async (tx) => {
    const [rule] = await tx.select(SYNONYM_COLUMNS).from(searchSynonym).where(eq(searchSynonym.id, id))
    const problem = retired || !rule ? null : await problemOf(tx, rule, id, keyOf)
    if (problem) return { saved: false, problem }
    return change(tx, actor, { id, version }, { retiredAt: retired ? now : null }, now)
  })
}

async function change(
  tx: Tx,
  actor: CoordinatorActor,
  at: { id: string; version: number },
  changes: Partial<typeof searchSynonym.$inferInsert>,
  now: Instant,
): Promise<Saved> {
  const [row] = await tx
    .update(searchSynonym)
    .set({ ...changes, updatedBy: actor.accountId, updatedAt: now, version: at.version + 1 })
    .where(and(eq(searchSynonym.id, at.id), eq(searchSynonym.version, at.version)))
    .returning({ id: searchSynonym.id })
  if (!row) return { saved: false, problem: 'stale' }
  await recordChange(tx, 'search_synonym', row.id)
  return { saved: true, id: row.id }
}
