// Writing a vacancy: the draft, each saved step, the copy.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { stancesOf, TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { findingKinds, isHeldBack, type TextFindingKind } from '#app/domain/shared/text-findings.ts'
import { freeTextOf, gapsIn, type Gap, type VacancyContent } from '#app/domain/vacancies/content.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { approvalItems, isWithin, refusalsOf } from '#app/domain/vacancies/refusal-limit.ts'
import { logOverride } from '#db/accounts/text-override.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { approvalOf, askForApproval } from './approval.ts'
import { own, readOwn, type OwnVacancy } from './employer.ts'
import { refusalTakenBack, vacancy, vacancyStance } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'

const EMPTY_CONTENT: VacancyContent = {
  title: '',
  occupation: null,
  description: '',
  positions: 1,
  contract: null,
  municipality: null,
  place: '',
  address: '',
  coordinates: null,
  remote: false,
  shifts: [],
  hoursPerWeek: null,
  startOn: null,
  payFromCents: null,
  payToCents: null,
  payPeriod: 'month',
  requirements: NO_REQUIREMENTS,
  contexts: [],
  stances: stancesOf('not_stated'),
  terms: TERMS_NOT_ASKED,
  refusalExplanation: '',
  supportOffered: [],
  supportWanted: [],
  contactReplyDays: null,
  visibility: 'public',
}

type Columns = Omit<typeof vacancy.$inferInsert, 'id' | 'createdAt' | 'updatedAt'>

function columnsOf({ coordinates, stances, ...content }: VacancyContent): Columns {
  const refusals = refusalsOf({ stances, terms: content.terms }).length
  return { ...content, refusals, lat: coordinates?.lat ?? null, lon: coordinates?.lon ?? null }
}

async function insertDraft(
  tx: Tx,
  newId: () => string,
  id: string,
  actor: EmployerActor,
  content: VacancyContent,
  now: Instant,
): Promise<void> {
  await tx
    .insert(vacancy)
    .values({ id, employerId: actor.employerId, ...columnsOf(content), state: 'draft', createdAt: now, updatedAt: now })
  await writeStances(tx, newId, id, content, now)
  await recordChange(tx, 'vacancy', id)
}

/** The stances in place of what stood there, and the coordinator asked where they need approval. */
async function writeStances(tx: Tx, newId: () => string, id: string, content: VacancyContent, now: Instant): Promise<void> {
  await tx.delete(vacancyStance).where(eq(vacancyStance.vacancyId, id))
  await tx.insert(vacancyStance).values(content.stances.map((row) => ({ vacancyId: id, ...row })))
  await askForApproval(tx, newId, id, content, now)
}

/** @returns the new draft's id. Unverified employers may write too: publishing is what needs verification. */
export async function createDraft(store: Store, actor: EmployerActor, content: Partial<VacancyContent>, now: Instant): Promise<string> {
  const id = store.newId()
  await store.write((tx) => insertDraft(tx, store.newId, id, actor, { ...EMPTY_CONTENT, ...content }, now))
  return id
}

/** A new draft with the same words and answers; null when the vacancy is not theirs. */
export async function duplicateVacancy(store: Store, actor: EmployerActor, id: string, now: Instant): Promise<string | null> {
  const copy = store.newId()
  return store.write(async (tx) => {
    const found = await readOwn(tx, actor, id)
    if (!found) return null
    const stances = found.content.stances.length > 0 ? found.content.stances : EMPTY_CONTENT.stances
    await insertDraft(tx, store.newId, copy, actor, { ...found.content, stances }, now)
    return copy
  })
}

export type Saved =
  | { ok: true; version: number }
  /** Somebody changed it since; what it is now. */
  | { ok: false; why: 'stale'; current: OwnVacancy }
  /** It is published, and would stop holding what publishing needs. */
  | { ok: false; why: 'gaps'; gaps: Gap[] }
  /** It is published, and its new text holds what should not be there. */
  | { ok: false; why: 'text'; findings: TextFindingKind[] }

type Step = { id: string; version: number; patch: Partial<VacancyContent>; override: boolean }

/** What publishing would ask of the saved text; nothing while it is a draft, or when the text stays as it was. */
function findingsIn(before: VacancyContent, after: VacancyContent): TextFindingKind[] {
  return freeTextOf(before) === freeTextOf(after) ? [] : findingKinds(checkText(freeTextOf(after)))
}

/** What was taken over from the register may lack much, and a rule of law may have changed since: a step must not make it worse. */
function newGaps({ content, approval }: OwnVacancy, gaps: readonly Gap[], after: VacancyContent): Gap[] {
  const before = gapsIn(content, approval).filter((gap) => gap !== 'approval' || isWithin(approvalItems(content), after))
  return gaps.filter((gap) => !before.includes(gap))
}

/** Saves one step at once. Null when the vacancy is not theirs. */
export async function saveStep(
  store: Store,
  actor: EmployerActor,
  { id, version, patch, override }: Step,
  now: Instant,
): Promise<Saved | null> {
  return store.write(async (tx) => {
    const found = await readOwn(tx, actor, id)
    if (!found) return null
    if (found.version !== version) return { ok: false, why: 'stale', current: found } as const
    const after = { ...found.content, ...patch }
    const live = found.state === 'published'
    const gaps = live ? newGaps(found, gapsIn(after, await approvalOf(tx, id, after)), after) : []
    if (gaps.length > 0) return { ok: false, why: 'gaps', gaps } as const
    const findings = live ? findingsIn(found.content, after) : []
    if (isHeldBack(findings, override)) return { ok: false, why: 'text', findings } as const

    const [row] = await tx
      .update(vacancy)
      .set({ ...columnsOf(after), updatedAt: now, version: sql`${vacancy.version} + 1` })
      .where(and(own(actor, id), eq(vacancy.version, version)))
      .returning({ version: vacancy.version })
    if (!row) {
      const current = await readOwn(tx, actor, id)
      return current && ({ ok: false, why: 'stale', current } as const)
    }
    if (!patch.stances) await askForApproval(tx, store.newId, id, after, now)
    else {
      await writeStances(tx, store.newId, id, after, now)
      await tx
        .update(refusalTakenBack)
        .set({ seenAt: now })
        .where(and(eq(refusalTakenBack.vacancyId, id), isNull(refusalTakenBack.seenAt)))
    }
    await logOverride(tx, store.newId, { about: { vacancyId: id }, accountId: actor.accountId, findings }, now)
    await recordChange(tx, 'vacancy', id)
    return { ok: true, version: row.version } as const
  })
}
