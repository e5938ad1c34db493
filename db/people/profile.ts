// Changes of a person's own row: the open part, the stage, the label, who works with them. Each says when it was made from a stale page.
import { and, eq, exists, isNull, sql } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import {
  activityOf,
  isSeeking,
  type Activity,
  type Identity,
  type OpenProfile,
  type Situation,
  type Stage,
} from '#app/domain/people/candidate.ts'
import { namesInFull } from '#app/domain/people/label.ts'
import { stageSaidAs } from '#app/domain/people/shown-stage.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { findingKinds } from '#app/domain/shared/text-findings.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { logOverride } from '#db/accounts/text-override.ts'
import { situationKept } from '#app/domain/matching/stage.ts'
import { personKeyOf } from './person-key.ts'
import { candidate, identity, membership } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { readSituation, situationColumns } from './situation.ts'
import { changeInvolvement, changePerson, isOwnPerson, ownPerson, type Saved } from './own.ts'
import { decrypt, encrypt, type MasterKey } from './vault.ts'

export async function updateProfile(
  store: Store,
  actor: CaseworkerActor,
  id: string,
  { version, profile }: { version: number; profile: OpenProfile },
  now: Instant,
): Promise<Saved> {
  const findings = findingKinds(checkText(profile.skills.join('\n')))
  return store.write(async (tx) => {
    const saved = await changePerson(tx, actor, { id, version, of: 'profile' }, { profile }, now)
    // The caseworker was warned and kept the text, which employers will read.
    if (saved?.ok) await logOverride(tx, store.newId, { about: { candidateId: id }, accountId: actor.accountId, findings }, now)
    return saved
  })
}

export type StageChange = Situation & { version: number }

/** What everybody who works with the person sees of a change of the stage. The wait of who starts to look for work again counts from today. */
async function seenOf(tx: Tx, id: string, stage: Stage, now: Instant) {
  const [held] = await tx.select({ activity: candidate.activity }).from(candidate).where(eq(candidate.id, id))
  const changes = held !== undefined && held.activity !== activityOf(stage)
  return { changes, again: changes && isSeeking(stage) ? { waitingSince: now } : {} }
}

/**
 * By an authority. Where the person still seeks work, works or is finished, the version and the day of the last change stay: an organisation that
 * does not read the stage would learn from them that it was changed. @param change its `version` is the situation's own
 */
export async function updateStage(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  id: string,
  { version, ...situation }: StageChange,
  now: Instant,
): Promise<Saved> {
  return store.write(async (tx) => {
    const wish = { of: 'situation', use: 'write' } as const
    const key = (await isOwnPerson(tx, actor, id, wish)) ? await personKeyOf(tx, master, id) : null
    if (!key) return null
    const { changes, again } = await seenOf(tx, id, situation.stage, now)
    const seen = changes ? { version: sql`${candidate.version} + 1`, updatedAt: now } : {}
    const changed = await tx
      .update(candidate)
      .set({ ...situationColumns(key, id, situationKept(situation)), situationVersion: version + 1, ...again, ...seen })
      .where(and(ownPerson(actor, id, wish), eq(candidate.situationVersion, version)))
      .returning({ id: candidate.id })
    if (changed.length === 0) return { ok: false, problem: 'stale' }
    await recordChange(tx, 'candidate', id)
    return { ok: true }
  })
}

/** By an organisation that is no public authority: it says no more. What is known of custody stays as it is. */
export async function updateActivity(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  id: string,
  { version, stage: said }: { version: number; stage: Activity },
  now: Instant,
): Promise<Saved> {
  return store.write(async (tx) => {
    const of = 'profile'
    const key = (await isOwnPerson(tx, actor, id, { of, use: 'write' })) ? await personKeyOf(tx, master, id) : null
    const [row] = await tx.select({ situation: candidate.situation }).from(candidate).where(eq(candidate.id, id))
    if (!key || !row) return null
    const held = readSituation(key, id, row.situation)
    const stage = stageSaidAs(said, held, dayOf(now))
    const { again } = await seenOf(tx, id, stage, now)
    const situation = { ...situationColumns(key, id, { ...held, stage }), situationVersion: sql`${candidate.situationVersion} + 1` }
    return changePerson(tx, actor, { id, version, of }, { ...situation, ...again }, now)
  })
}

export async function updateLabel(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  id: string,
  { version, label, language }: { version: number; label: string; language: 'lv' | 'ru' | 'en' },
  now: Instant,
): Promise<Saved | { ok: false; problem: 'fullNameInLabel' }> {
  return store.write(async (tx) => {
    const key = (await isOwnPerson(tx, actor, id)) ? await personKeyOf(tx, master, id) : null
    if (!key) return null
    // Compared here and shown to nobody, so that it is no opening of the identity; of who may not open it the answer would tell whether a name is right.
    const knowsName = ownPerson(actor, id, { of: 'identity', use: 'read' })
    const [held] = await tx
      .select({ content: identity.content })
      .from(identity)
      .innerJoin(candidate, eq(candidate.id, identity.candidateId))
      .where(knowsName)
    if (held && namesInFull(label, JSON.parse(decrypt(key, `identity:${id}`, held.content)) as Identity))
      return { ok: false, problem: 'fullNameInLabel' }
    const saved = await changePerson(tx, actor, { id, version, of: 'label' }, { language }, now)
    if (saved?.ok) await changeInvolvement(tx, actor, id, { label: encrypt(key, `label:${id}`, label) })
    return saved
  })
}

/** Assigns the person to a colleague of the same organisation; null also when there is no such colleague. */
export async function assignCaseworker(
  store: Store,
  actor: CaseworkerActor,
  id: string,
  { version, caseworkerId }: { version: number; caseworkerId: string },
  now: Instant,
): Promise<Saved> {
  return store.write(async (tx) => {
    const colleague = tx
      .select({ one: sql`1` })
      .from(membership)
      .where(and(eq(membership.id, caseworkerId), eq(membership.organisationId, actor.organisationId), isNull(membership.endedAt)))
    const [found] = await tx
      .select({ id: candidate.id })
      .from(candidate)
      .where(and(eq(candidate.id, id), exists(colleague)))
    if (!found) return null
    const saved = await changePerson(tx, actor, { id, version, of: 'label', more: exists(colleague) }, {}, now)
    if (saved?.ok) await changeInvolvement(tx, actor, id, { caseworkerId })
    return saved
  })
}
