// Employers: registering one with its first member, and what it says of itself.
import { and, eq, ne, sql } from 'drizzle-orm'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import { companyNameKey } from '#app/domain/employers/company-name.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { findingKinds } from '#app/domain/shared/text-findings.ts'
import { sortKey } from '#app/domain/shared/sort-key.ts'
import { logOverride } from '#db/accounts/text-override.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { account, employer, membership } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import type { Store, Tx } from '#db/store/store.ts'

export type NewEmployer = {
  company: string
  /** 11 digits. */
  registrationNo: string
  municipality: string
  place: string
  about: string
  name: string
  /** Lower case. */
  email: string
  phone: string
  passwordHash: string
}

export type Taken = { problem: 'takenEmail' | 'takenRegistrationNo' }

/** Which of the two unique things is taken; rethrows anything else. */
function takenFrom(error: unknown): Taken {
  const violation = violationOf(error)
  if (violation?.kind === 'unique' && /email/.test(violation.constraint)) return { problem: 'takenEmail' }
  if (violation?.kind === 'unique' && /registration_no/.test(violation.constraint)) return { problem: 'takenRegistrationNo' }
  throw error
}

/** Its author was warned by the form and kept what everybody will read. */
async function logAbout(tx: Tx, store: Store, who: { employerId: string; accountId: string }, about: string, now: Instant): Promise<void> {
  const { employerId, accountId } = who
  await logOverride(tx, store.newId, { about: { employerId }, accountId, findings: findingKinds(checkText(about)) }, now)
}

/** An employer waiting to be verified, the account of who registers it, and the membership that joins them. */
export async function registerEmployer(
  store: Store,
  fresh: NewEmployer,
  now: Instant,
): Promise<{ membershipId: string; employerId: string } | Taken> {
  const ids = { employerId: store.newId(), accountId: store.newId(), membershipId: store.newId() }
  const { company, registrationNo, municipality, place, about, name, email, phone, passwordHash } = fresh
  try {
    return await store.write(async (tx) => {
      await tx.insert(employer).values({
        id: ids.employerId,
        name: company,
        nameKey: companyNameKey(company),
        sortKey: sortKey(company),
        registrationNo,
        municipality,
        place,
        about,
        contactName: name,
        contactEmail: email,
        contactPhone: phone,
        createdAt: now,
      })
      await tx.insert(account).values({ id: ids.accountId, name, email, phone, passwordHash, createdAt: now })
      await tx
        .insert(membership)
        .values({ id: ids.membershipId, accountId: ids.accountId, role: 'employer', employerId: ids.employerId, createdAt: now })
      await logAbout(tx, store, ids, about, now)
      await recordChange(tx, 'employer', ids.employerId)
      return { membershipId: ids.membershipId, employerId: ids.employerId }
    })
  } catch (error) {
    return takenFrom(error)
  }
}

export type EmployerRow = typeof employer.$inferSelect

/** The actor's own. Throws when a session outlived its employer, which no foreign key allows. */
export async function findEmployer(store: Store, actor: EmployerActor): Promise<EmployerRow> {
  const [row] = await store.read((db) => db.select().from(employer).where(eq(employer.id, actor.employerId)))
  if (!row) throw new Error('The employer of a session is missing')
  return row
}

export type EmployerPatch = Pick<EmployerRow, 'about' | 'municipality' | 'place' | 'contactName' | 'contactEmail' | 'contactPhone'>

/** Null when somebody changed it since `version`. */
export async function updateEmployer(
  store: Store,
  actor: EmployerActor,
  version: number,
  patch: EmployerPatch,
  now: Instant,
): Promise<EmployerRow | null> {
  return store.write(async (tx) => {
    const [before] = await tx.select({ about: employer.about }).from(employer).where(eq(employer.id, actor.employerId))
    const [row] = await tx
      .update(employer)
      .set({ ...patch, version: sql`${employer.version} + 1` })
      .where(and(eq(employer.id, actor.employerId), eq(employer.version, version)))
      .returning()
    if (row && before?.about !== patch.about) await logAbout(tx, store, actor, patch.about, now)
    if (row) await recordChange(tx, 'employer', row.id)
    return row ?? null
  })
}

/** Only before it is verified: afterwards the name is what was verified, and imported vacancies are found by it. Null when it is too late. */
export async function renameEmployer(store: Store, actor: EmployerActor, name: string): Promise<EmployerRow | null> {
  return store.write(async (tx) => {
    const [row] = await tx
      .update(employer)
      .set({ name, nameKey: companyNameKey(name), sortKey: sortKey(name), version: sql`${employer.version} + 1` })
      .where(and(eq(employer.id, actor.employerId), ne(employer.state, 'verified')))
      .returning()
    if (row) await recordChange(tx, 'employer', row.id)
    return row ?? null
  })
}
