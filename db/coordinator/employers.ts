// Employers as a coordinator sees them: who waits to be verified, and the decision.
import { and, asc, eq, gt, like, ne, or } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/actor.ts'
import { companyNameKey } from '#app/domain/company-name.ts'
import type { Instant } from '#app/domain/day.ts'
import type { VerificationState } from '#app/domain/organisation.ts'
import { recordChange } from '#db/changes.ts'
import { account, employer, vacancy } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { countOf, countStates, likeWords, type Listed, type ListQuery } from './paging.ts'
import { ROWS_A_PAGE } from '#app/domain/lists.ts'

export type EmployerRow = typeof employer.$inferSelect

/** Those who wait: the longest first; the others by name. */
export async function listEmployers(
  store: Store,
  _actor: CoordinatorActor,
  { state, words, page }: ListQuery,
): Promise<Listed<EmployerRow>> {
  const where = and(
    state === null ? undefined : eq(employer.state, state),
    words === ''
      ? undefined
      : or(like(employer.nameKey, likeWords(companyNameKey(words))), like(employer.registrationNo, likeWords(words))),
  )
  return store.read(async (db) => {
    const total = await countOf(db, employer, where)
    const rows = await db
      .select()
      .from(employer)
      .where(where)
      .orderBy(...(state === 'pending' ? [asc(employer.createdAt), asc(employer.id)] : [asc(employer.nameKey), asc(employer.id)]))
      .limit(ROWS_A_PAGE)
      .offset((page - 1) * ROWS_A_PAGE)
    return { rows, total, page, pageSize: ROWS_A_PAGE, counts: await countStates(db, employer) }
  })
}

export type EmployerSeen = EmployerRow & { decidedByName: string | null; openVacancies: number; vacancies: number }

export async function findEmployer(store: Store, _actor: CoordinatorActor, id: string, now: Instant): Promise<EmployerSeen | null> {
  return store.read(async (db) => {
    const [row] = await db
      .select({ employer, decidedByName: account.name })
      .from(employer)
      .leftJoin(account, eq(account.id, employer.decidedBy))
      .where(eq(employer.id, id))
    if (!row) return null
    const open = and(eq(vacancy.employerId, id), eq(vacancy.state, 'published'), gt(vacancy.expiresAt, now))
    return {
      ...row.employer,
      decidedByName: row.decidedByName,
      openVacancies: await countOf(db, vacancy, open),
      vacancies: await countOf(db, vacancy, eq(vacancy.employerId, id)),
    }
  })
}

/** `from` is what stood on the page that decides. */
export type Decision = { from: VerificationState; state: Exclude<VerificationState, 'pending'>; reason: string | null; version: number }

/** Null when somebody decided meanwhile, or it is decided so already. From then on its published vacancies are shown, or are not. */
export async function decideEmployer(
  store: Store,
  actor: CoordinatorActor,
  id: string,
  { from, state, reason, version }: Decision,
  now: Instant,
): Promise<EmployerRow | null> {
  return store.write(async (tx) => {
    const [row] = await tx
      .update(employer)
      .set({ state, stateReason: reason, decidedBy: actor.accountId, decidedAt: now, version: version + 1 })
      .where(and(eq(employer.id, id), eq(employer.version, version), eq(employer.state, from), ne(employer.state, state)))
      .returning()
    if (!row) return null
    await recordChange(tx, 'employer', id)
    // Followers that read vacancies only must look at these again too.
    const shown = await tx
      .select({ id: vacancy.id })
      .from(vacancy)
      .where(and(eq(vacancy.employerId, id), eq(vacancy.state, 'published')))
    for (const one of shown) await recordChange(tx, 'vacancy', one.id)
    return row
  })
}

export type Waiting = { total: number; first: { id: string; name: string; since: Instant }[] }

/** Who waits the longest, for the home page. */
export async function listWaitingEmployers(store: Store, _actor: CoordinatorActor, most = 5): Promise<Waiting> {
  return store.read(async (db) => {
    const first = await db
      .select({ id: employer.id, name: employer.name, since: employer.createdAt })
      .from(employer)
      .where(eq(employer.state, 'pending'))
      .orderBy(asc(employer.createdAt), asc(employer.id))
      .limit(most)
    return { total: await countOf(db, employer, eq(employer.state, 'pending')), first }
  })
}
