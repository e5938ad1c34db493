// Registers a person: a new code, a key of their own, the encrypted identity, an empty encrypted record, and no way to sign in yet.
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { candidateCode, EMPTY_PROFILE, EMPTY_RECORD, type Identity, type Situation } from '#app/domain/people/candidate.ts'
import { situationKept } from '#app/domain/matching/stage.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { candidate, candidateAccess, identity, involvement, restrictedRecord, vaultKey } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { codeKeyOf } from './code-key.ts'
import { situationColumns } from './situation.ts'
import { newPersonKey, encrypt, type MasterKey } from './vault.ts'

export type NewPerson = Situation & {
  identity: Identity
  /** The caseworker's own words; never a full name. */
  label: string
  language: 'lv' | 'ru' | 'en'
}

/** An organisation outside public authority does not say where somebody is: they look for work. */
const NOT_ASKED: Situation = { stage: 'looking', custodyPlaceId: null, plannedReleaseOn: null }

const MOST_TRIES = 20

async function insertWithFreshCode(
  tx: Tx,
  row: Omit<typeof candidate.$inferInsert, 'code'>,
  randomCode: () => Uint8Array,
): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [written] = await tx
      .insert(candidate)
      .values({ ...row, code: candidateCode(randomCode()) })
      .onConflictDoNothing({ target: conflictOn(candidate.code) })
      .returning({ code: candidate.code })
    if (written) return written.code
  }
  throw new Error('No free code was found')
}

/** The person belongs to who registers them. @param randomCode gives at least 6 fresh random bytes at each call */
export async function registerCandidate(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  person: NewPerson,
  randomCode: () => Uint8Array,
  now: Instant,
): Promise<{ id: string; code: string }> {
  const id = store.newId()
  const { key, wrapped } = newPersonKey(master, id)
  const hidden = {
    label: encrypt(key, `label:${id}`, person.label),
    identity: encrypt(key, `identity:${id}`, JSON.stringify(person.identity)),
    codeKey: codeKeyOf(master, id, person.identity.personalCode),
    record: encrypt(key, `record:${id}`, JSON.stringify(EMPTY_RECORD)),
  }
  const row = {
    id,
    leadId: store.newId(),
    language: person.language,
    ...situationColumns(key, id, actor.publicAuthority ? situationKept(person) : NOT_ASKED),
    profile: EMPTY_PROFILE,
    waitingSince: now,
    createdAt: now,
    updatedAt: now,
  }
  return store.write(async (tx) => {
    const code = await insertWithFreshCode(tx, row, randomCode)
    await tx.insert(involvement).values({
      id: row.leadId,
      candidateId: id,
      organisationId: actor.organisationId,
      role: 'leads',
      caseworkerId: actor.membershipId,
      label: hidden.label,
      since: now,
      basis: 'law',
      recordedBy: actor.membershipId,
    })
    await tx.insert(vaultKey).values({ candidateId: id, wrapped })
    await tx.insert(identity).values({ candidateId: id, content: hidden.identity, codeKey: hidden.codeKey, updatedAt: now })
    await tx.insert(restrictedRecord).values({ candidateId: id, content: hidden.record, updatedAt: now })
    await tx.insert(candidateAccess).values({ candidateId: id })
    await recordChange(tx, 'candidate', id)
    return { id, code }
  })
}
