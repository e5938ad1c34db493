// What the organisation that leads sees of the data that will be erased soon, and says of it: that it is still needed.
import { and, eq, exists, inArray, sql } from 'drizzle-orm'
import type { KeepingReason, PersonTerm } from '#app/domain/people/retention.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import { candidate, involvement, retentionNotice, vaultKey } from '#db/schema/index.ts'
import { inOrderOf, pageOfIds, totalWith, type Keyset, type PageOf } from '#db/store/keyset.ts'
import type { Db, Store } from '#db/store/store.ts'
import { finishTasks } from '#db/tasks/tasks.ts'
import { openLabel } from '../label.ts'
import { BY_THE_LEAD, ownPeople } from '../own.ts'
import type { MasterKey } from '../vault.ts'

export type Notice = { candidateId: string; code: string; label: string; term: PersonTerm; dueOn: Day }

const isOpen = eq(retentionNotice.state, 'warned')

function ofOwn(db: Db, actor: CaseworkerActor) {
  return exists(
    db
      .select({ one: sql`1` })
      .from(candidate)
      .where(and(eq(candidate.id, retentionNotice.candidateId), ownPeople(actor, BY_THE_LEAD))),
  )
}

async function noticesOf(db: Db, master: MasterKey, ids: readonly string[]): Promise<(Notice & { id: string })[]> {
  const rows = await db
    .select({ row: retentionNotice, code: candidate.code, label: involvement.label, wrapped: vaultKey.wrapped })
    .from(retentionNotice)
    .innerJoin(candidate, eq(candidate.id, retentionNotice.candidateId))
    .innerJoin(involvement, eq(involvement.id, candidate.leadId))
    .leftJoin(vaultKey, eq(vaultKey.candidateId, candidate.id))
    .where(inArray(retentionNotice.id, [...ids]))
  return rows.map(({ row: { id, candidateId, term, dueOn }, code, label, wrapped }) => ({
    id,
    candidateId,
    code,
    label: openLabel(master, candidateId, label, wrapped),
    term,
    dueOn,
  }))
}

/** Those that the own organisation leads, the first to be erased on top. @param at where the page begins, from the address */
export async function listNotices(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  at: string,
): Promise<PageOf<Notice> & { total: number }> {
  return store.read(async (db) => {
    const list: Keyset = {
      table: retentionNotice,
      by: retentionNotice.dueOn,
      id: retentionNotice.id,
      parts: [[and(isOpen, ofOwn(db, actor))]],
    }
    const page = await pageOfIds(db, list, at)
    const rows = inOrderOf(page.rows, await noticesOf(db, master, page.rows))
    return { ...page, rows, total: await totalWith(db, list, page) }
  })
}

/** The term begins anew. False when nothing was to be decided, or it is not theirs. */
export async function keepPerson(
  store: Store,
  actor: CaseworkerActor,
  candidateId: string,
  reason: KeepingReason,
  now: Instant,
): Promise<boolean> {
  return store.write(async (tx) => {
    const [kept] = await tx
      .update(retentionNotice)
      .set({ state: 'kept', reason, decidedBy: actor.membershipId, decidedAt: now })
      .where(and(eq(retentionNotice.candidateId, candidateId), isOpen, ofOwn(tx, actor)))
      .returning({ id: retentionNotice.id })
    if (!kept) return false
    await finishTasks(tx, { kinds: ['retention'], aboutId: kept.id }, actor.membershipId, now)
    return true
  })
}
