// What was written down around a person, in the export of their data: tasks, who opened what, how they sign in, hidden vacancies, texts let out.
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import {
  accessLog,
  candidateAccess,
  employer,
  hiddenVacancy,
  membership,
  organisation,
  session,
  task,
  textOverride,
  vacancy,
} from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'
import { ofPerson } from '../own.ts'
import { organisationOf, readsOthers, type Opening } from './opening.ts'

/** An organisation reads those it has itself; the person all, or with another's card those they caused. Null `organisation`: of the coordinators. */
export async function tasksIn(db: Db, opening: Opening) {
  const own = organisationOf(opening)
  const { kind, fromParty: from, createdAt, dueOn, doneAt } = task
  const caused = readsOthers(opening) ? undefined : eq(task.fromParty, 'candidate')
  return db
    .select({ kind, from, organisation: organisation.name, vacancy: vacancy.title, createdAt, dueOn, doneAt })
    .from(task)
    .leftJoin(organisation, eq(organisation.id, task.forOrganisationId))
    .leftJoin(vacancy, eq(vacancy.id, task.vacancyId))
    .where(and(ofPerson(task.candidateId, opening.id), own === null ? caused : eq(task.forOrganisationId, own)))
    .orderBy(asc(task.createdAt), asc(task.kind), asc(task.id))
}

/** By role and by whom it was done for, never by name. An organisation outside public authority reads its own openings and the person's. */
export async function openingsIn(db: Db, opening: Opening) {
  const own = organisationOf(opening)
  const byOwn = or(isNull(accessLog.membershipId), own === null ? undefined : eq(membership.organisationId, own))
  const rows = await db
    .select({ row: accessLog, role: membership.role, organisation: organisation.name, employer: employer.name })
    .from(accessLog)
    .leftJoin(membership, eq(membership.id, accessLog.membershipId))
    .leftJoin(organisation, eq(organisation.id, membership.organisationId))
    .leftJoin(employer, eq(employer.id, membership.employerId))
    .where(
      and(ofPerson(accessLog.candidateId, opening.id), readsOthers(opening) ? undefined : and(byOwn, eq(accessLog.subject, 'identity'))),
    )
    .orderBy(asc(accessLog.at), asc(accessLog.subject), asc(accessLog.purpose), asc(accessLog.id))
  return rows.map(({ row: { at, subject, purpose }, role, organisation, employer }) => ({
    ...{ openedAt: at, subject, purpose, role },
    organisation: organisation ?? employer,
  }))
}

/** Never a hash. */
export async function signInOf(db: Db, { id }: Opening) {
  const [row] = await db.select().from(candidateAccess).where(eq(candidateAccess.candidateId, id))
  const sessions = await db
    .select({ startedAt: session.createdAt, endsAt: session.expiresAt })
    .from(session)
    .where(eq(session.candidateId, id))
    .orderBy(asc(session.createdAt), asc(session.expiresAt))
  return {
    cardEndsAt: row?.cardExpiresAt ?? null,
    hasPin: typeof row?.pinHash === 'string',
    byAuthority: row?.byAuthority ?? false,
    wrongTries: row?.wrongTries ?? 0,
    lockedAt: row?.lockedAt ?? null,
    sessions,
  }
}

/** An organisation outside public authority reads those it hid itself. */
export async function hiddenVacanciesIn(db: Db, opening: Opening) {
  const own = eq(hiddenVacancy.organisationId, organisationOf(opening) ?? '')
  return db
    .select({ vacancy: vacancy.title, hiddenAt: hiddenVacancy.at })
    .from(hiddenVacancy)
    .leftJoin(vacancy, eq(vacancy.id, hiddenVacancy.vacancyId))
    .where(and(eq(hiddenVacancy.candidateId, opening.id), readsOthers(opening) ? undefined : own))
    .orderBy(asc(hiddenVacancy.at), asc(hiddenVacancy.vacancyId))
}

/** Kinds of what a text about the person was warned of. Outside public authority only of the organisation's own texts. */
export async function letOutIn(db: Db, opening: Opening) {
  const own = db
    .select({ id: membership.accountId })
    .from(membership)
    .where(eq(membership.organisationId, organisationOf(opening) ?? ''))
  return db
    .select({ findings: textOverride.findings, letOutAt: textOverride.at })
    .from(textOverride)
    .where(and(ofPerson(textOverride.candidateId, opening.id), readsOthers(opening) ? undefined : inArray(textOverride.accountId, own)))
    .orderBy(asc(textOverride.at), asc(textOverride.id))
}
