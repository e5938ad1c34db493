// Changes of a vacancy's status: publish, pause, fill, close, refresh. The guard of each is in the WHERE of its write.
import { and, eq, exists, inArray, sql, type SQL } from 'drizzle-orm'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import { DAY_MS, type Instant } from '#app/domain/shared/day.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { findingKinds, isHeldBack, type TextFindingKind } from '#app/domain/shared/text-findings.ts'
import { VACANCY_MOVES, VACANCY_OPEN_DAYS, type VacancyMove } from '#app/domain/vacancies/vacancy.ts'
import { freeTextOf, gapsIn, type Gap } from '#app/domain/vacancies/content.ts'
import { logOverride } from '#db/accounts/text-override.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { own, readOwn } from './employer.ts'
import { closeKnown } from '#db/proposals/closing.ts'
import { employer, vacancy } from '#db/schema/index.ts'
import { finishTasks } from '#db/tasks/tasks.ts'
import type { Db, Store } from '#db/store/store.ts'
import { employerVerified, publishedState } from './visibility.ts'

type Refused =
  | { ok: false; why: 'gaps'; gaps: Gap[] }
  | { ok: false; why: 'text'; findings: TextFindingKind[] }
  | { ok: false; why: 'unverified' | 'stale' | 'notAllowedNow' }
export type MoveAnswer = { ok: true } | Refused

const opensUntil = (now: Instant) => now + VACANCY_OPEN_DAYS * DAY_MS
const nextVersion = sql`${vacancy.version} + 1`

/** Only vacancies of a verified employer are shown. */
function verified(db: Db, actor: EmployerActor): SQL {
  return exists(
    db
      .select({ id: employer.id })
      .from(employer)
      .where(and(eq(employer.id, actor.employerId), employerVerified)),
  )
}

async function isVerified(db: Db, actor: EmployerActor): Promise<boolean> {
  const rows = await db
    .select({ id: employer.id })
    .from(employer)
    .where(and(eq(employer.id, actor.employerId), verified(db, actor)))
  return rows.length > 0
}

type Publishing = { id: string; version: number; override: boolean }

/** Null when it is not theirs. What was warned about goes out only with `override`, which is logged. */
export async function publishVacancy(
  store: Store,
  actor: EmployerActor,
  { id, version, override }: Publishing,
  now: Instant,
): Promise<MoveAnswer | null> {
  return store.write(async (tx) => {
    const found = await readOwn(tx, actor, id)
    if (!found) return null
    if (!(await isVerified(tx, actor))) return { ok: false, why: 'unverified' } as const
    if (found.version !== version) return { ok: false, why: 'stale' } as const
    const gaps = gapsIn(found.content, found.approval)
    if (gaps.length > 0) return { ok: false, why: 'gaps', gaps } as const
    const findings = findingKinds(checkText(freeTextOf(found.content)))
    if (isHeldBack(findings, override)) return { ok: false, why: 'text', findings } as const
    const [row] = await tx
      .update(vacancy)
      .set({
        state: VACANCY_MOVES.publish.to,
        publishedAt: found.state === 'paused' ? found.publishedAt : now,
        expiresAt: opensUntil(now),
        updatedAt: now,
        version: nextVersion,
      })
      .where(
        and(own(actor, id), inArray(vacancy.state, [...VACANCY_MOVES.publish.from]), eq(vacancy.version, version), verified(tx, actor)),
      )
      .returning({ id: vacancy.id })
    if (!row) return { ok: false, why: 'notAllowedNow' } as const
    await finishTasks(tx, { kinds: ['approval_answer'], aboutId: id }, actor.membershipId, now)
    await logOverride(tx, store.newId, { about: { vacancyId: id }, accountId: actor.accountId, findings }, now)
    await recordChange(tx, 'vacancy', id)
    return { ok: true } as const
  })
}

/** Pause, fill or close. Filling and closing end the live proposals that the employer knows of in the same transaction. Null when it is not theirs. */
export async function moveVacancy(
  store: Store,
  actor: EmployerActor,
  { id, move }: { id: string; move: Exclude<VacancyMove, 'publish'> },
  now: Instant,
): Promise<MoveAnswer | null> {
  const { from, to } = VACANCY_MOVES[move]
  return store.write(async (tx) => {
    const [row] = await tx
      .update(vacancy)
      .set({ state: to, updatedAt: now, version: nextVersion })
      .where(and(own(actor, id), inArray(vacancy.state, [...from])))
      .returning({ id: vacancy.id })
    if (!row) return (await readOwn(tx, actor, id)) && ({ ok: false, why: 'notAllowedNow' } as const)
    if (to !== 'paused') {
      await closeKnown(tx, store.newId, id, actor.membershipId, now)
      await finishTasks(tx, { kinds: ['approval', 'approval_answer'], aboutId: id }, actor.membershipId, now)
    }
    await recordChange(tx, 'vacancy', id)
    return { ok: true } as const
  })
}

/** Open for as long again, from now; also what expired. Asks what publishing asks. Null when it is not theirs. */
export async function refreshVacancy(store: Store, actor: EmployerActor, id: string, now: Instant): Promise<MoveAnswer | null> {
  return store.write(async (tx) => {
    const found = await readOwn(tx, actor, id)
    if (!found) return null
    if (!(await isVerified(tx, actor))) return { ok: false, why: 'unverified' } as const
    const gaps = gapsIn(found.content, found.approval)
    if (gaps.length > 0) return { ok: false, why: 'gaps', gaps } as const
    // What was let out when it was published stays let out.
    const findings = findingKinds(checkText(freeTextOf(found.content)))
    if (isHeldBack(findings, true)) return { ok: false, why: 'text', findings } as const
    const [row] = await tx
      .update(vacancy)
      .set({ expiresAt: opensUntil(now), updatedAt: now, version: nextVersion })
      .where(and(own(actor, id), publishedState, verified(tx, actor)))
      .returning({ id: vacancy.id })
    if (!row) return { ok: false, why: 'notAllowedNow' } as const
    await recordChange(tx, 'vacancy', id)
    return { ok: true } as const
  })
}
