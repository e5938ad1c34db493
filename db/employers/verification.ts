// Employers as a coordinator sees them: who waits to be verified, and the decision.
import { and, eq, inArray, like, ne, or } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { companyNameKey } from '#app/domain/employers/company-name.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { findingKinds } from '#app/domain/shared/text-findings.ts'
import type { Decision } from '#app/domain/organisations/organisation.ts'
import { logOverride } from '#db/accounts/text-override.ts'
import { recordChange, recordChanges } from '#db/change-feed/changes.ts'
import { countUpTo, inOrderOf } from '#db/store/keyset.ts'
import { account, employer, vacancy } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { openVacancy, publishedState } from '#db/vacancies/visibility.ts'
import {
  countOf,
  countStates,
  likeWords,
  listOf,
  listWaiting,
  pageOfVerified,
  totalOf,
  type Listed,
  type ListQuery,
  type Waiting,
} from '#db/store/paging.ts'

export type { Waiting }

export type EmployerRow = typeof employer.$inferSelect

/** Those who wait: the longest first; the others by name. */
export async function listEmployers(store: Store, _actor: CoordinatorActor, { state, words, at }: ListQuery): Promise<Listed<EmployerRow>> {
  const where = and(
    state === null ? undefined : eq(employer.state, state),
    words === ''
      ? undefined
      : or(like(employer.nameKey, likeWords(companyNameKey(words))), like(employer.registrationNo, likeWords(words))),
  )
  return store.read(async (db) => {
    const counts = await countStates(db, employer)
    const total = words === '' ? totalOf(counts, state) : await countUpTo(db, listOf(employer, employer.sortKey, where))
    const page = await pageOfVerified(db, employer, { state, at }, where)
    const rows = await db.select().from(employer).where(inArray(employer.id, page.rows))
    return { ...page, rows: inOrderOf(page.rows, rows), total, counts }
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
    return {
      ...row.employer,
      decidedByName: row.decidedByName,
      openVacancies: await countOf(db, vacancy, and(eq(vacancy.employerId, id), openVacancy(now))),
      vacancies: await countOf(db, vacancy, eq(vacancy.employerId, id)),
    }
  })
}

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
    // The company reads it; the coordinator was warned by the form.
    const findings = findingKinds(checkText(reason ?? ''))
    await logOverride(tx, store.newId, { about: { employerId: id }, accountId: actor.accountId, findings }, now)
    await recordChange(tx, 'employer', id)
    // Followers that read vacancies only must look at these again too.
    const shown = await tx
      .select({ id: vacancy.id })
      .from(vacancy)
      .where(and(eq(vacancy.employerId, id), publishedState))
    await recordChanges(
      tx,
      'vacancy',
      shown.map((one) => one.id),
    )
    return row
  })
}

/** Who waits the longest, for the home page. */
export async function listWaitingEmployers(store: Store, _actor: CoordinatorActor, most = 5): Promise<Waiting> {
  return store.read((db) => listWaiting(db, employer, most))
}
