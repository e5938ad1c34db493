// Everything that is held about a person, decrypted and in named parts, for the person and for who leads and prints it (GDPR art. 15 and 20).
import type { CandidateActor, CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { Db, Store } from '#db/store/store.ts'
import { logAccess } from '../identity.ts'
import { BY_THE_LEAD, isOwnPerson } from '../own.ts'
import { personKeyOf } from '../person-key.ts'
import { isByAuthority } from '../access.ts'
import { logSelf } from '../self/file.ts'
import type { MasterKey } from '../vault.ts'
import { caseworkerIn, correctionsIn, erasureIn, identityIn, personIn, readinessIn, recordIn, retentionIn, situationIn } from './known.ts'
import { hiddenVacanciesIn, letOutIn, openingsIn, signInOf, tasksIn } from './log.ts'
import { reads, type Opening } from './opening.ts'
import { handoversIn, mergingsIn, organisationsIn } from './organisations.ts'
import { confirmationsIn, proposalsIn } from './proposals.ts'

/** Its parts are plain data: a number under a name that ends in `At` is an instant. */
export type PersonFile = Awaited<ReturnType<typeof fileOf>>

async function fileOf(db: Db, opening: Opening) {
  const row = await personIn(db, opening)
  return {
    madeAt: opening.now,
    person: {
      ...{ code: row.code, language: row.language, activity: row.activity, waitingSinceAt: row.waitingSince },
      ...{ registeredAt: row.createdAt, changedAt: row.updatedAt },
      erasure: await erasureIn(db, opening),
      retention: await retentionIn(db, opening),
      caseworker: await caseworkerIn(db, row),
    },
    identity: await identityIn(db, opening),
    record: await recordIn(db, opening),
    situation: await situationIn(db, opening, row),
    profile: row.profile,
    readiness: await readinessIn(db, opening),
    organisations: await organisationsIn(db, opening),
    handovers: await handoversIn(db, opening),
    mergings: await mergingsIn(db, opening),
    proposals: await proposalsIn(db, opening),
    confirmations: await confirmationsIn(db, opening),
    corrections: await correctionsIn(db, opening),
    hiddenVacancies: await hiddenVacanciesIn(db, opening),
    textsLetOut: await letOutIn(db, opening),
    tasks: await tasksIn(db, opening),
    openings: await openingsIn(db, opening),
    signIn: await signInOf(db, opening),
  }
}

/** Null when the person was erased. */
export async function exportOwn(store: Store, master: MasterKey, actor: CandidateActor, now: Instant): Promise<PersonFile | null> {
  const id = actor.candidateId
  return store.write(async (tx) => {
    const key = await personKeyOf(tx, master, id)
    if (!key) return null
    await logSelf(tx, store, id, now)
    const byAuthority = await isByAuthority(tx, id)
    return fileOf(tx, { id, key, reader: { ...actor, byAuthority }, now })
  })
}

/** For somebody without internet: what their organisation may read. Null when it does not lead, or the person was erased. */
export async function exportAsLead(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  id: string,
  now: Instant,
): Promise<PersonFile | null> {
  return store.write(async (tx) => {
    const key = (await isOwnPerson(tx, actor, id, BY_THE_LEAD)) ? await personKeyOf(tx, master, id) : null
    if (!key) return null
    const opening: Opening = { id, key, reader: actor, now }
    const subjects = reads(opening, 'record') ? (['identity', 'restricted_record'] as const) : (['identity'] as const)
    for (const subject of subjects) await logAccess(tx, store.newId(), actor, { candidateId: id, subject, purpose: 'casework' }, now)
    return fileOf(tx, opening)
  })
}
