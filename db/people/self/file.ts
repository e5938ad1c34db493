// Everything that is kept on a person, shown to that person (GDPR art. 15); the opening is logged.
import { and, desc, eq, ne } from 'drizzle-orm'
import type { CandidateActor } from '#app/domain/shared/actor.ts'
import { recordOf, type Identity, type OpenProfile, type RestrictedProfile, type Stage } from '#app/domain/people/candidate.ts'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import type { Role } from '#app/domain/organisations/organisation.ts'
import type { ReadinessRow } from '#app/domain/people/person-line.ts'
import { isByAuthority } from '../access.ts'
import { custodyPlaceName } from '../person.ts'
import { ofPerson } from '../own.ts'
import { personKeyOf } from '../person-key.ts'
import { readReadiness } from '../readiness.ts'
import { readSituation } from '../situation.ts'
import { accessLog, account, candidate, identity, involvement, membership, restrictedRecord } from '#db/schema/index.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'
import { decrypt, type Bound, type MasterKey, type PersonKey } from '../vault.ts'
import { listOwnConsents, type OwnConsent } from './consents.ts'
import { listOwnOrganisations, type OwnOrganisation } from './organisations.ts'
import { listOwnCorrections, openLeaving, type OpenLeaving, type OwnCorrection } from './corrections.ts'

/** Somebody else opened the identity or the restricted part; by role, never by name. */
type Look = {
  at: Instant
  subject: 'identity' | 'restricted_record'
  purpose: 'casework' | 'match' | 'edit' | 'employer_named'
  role: Role | null
}

export type OwnFile = {
  code: string
  profile: OpenProfile
  /** Null when it was erased. */
  identity: Identity | null
  readiness: ReadinessRow[]
  /**
   * Shown on request only, since others may look at the screen. Null to who signs in with a card of an organisation that is no public authority: it
   * could have kept the card and would read here what it may not.
   */
  more: {
    organisations: OwnOrganisation[]
    stage: Stage
    custodyPlace: string | null
    plannedReleaseOn: Day | null
    record: RestrictedProfile | null
  } | null
  consents: OwnConsent[]
  looks: Look[]
  corrections: OwnCorrection[]
  leaving: OpenLeaving
  caseworker: { name: string; phone: string }
}

const MOST_LOOKS = 100

async function rowOf(db: Db, id: string) {
  const [row] = await db
    .select({
      code: candidate.code,
      profile: candidate.profile,
      situation: candidate.situation,
      caseworkerName: account.name,
      caseworkerPhone: account.phone,
      encryptedIdentity: identity.content,
      encryptedRecord: restrictedRecord.content,
    })
    .from(candidate)
    .innerJoin(involvement, eq(involvement.id, candidate.leadId))
    .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
    .innerJoin(account, eq(account.id, membership.accountId))
    .leftJoin(identity, eq(identity.candidateId, candidate.id))
    .leftJoin(restrictedRecord, eq(restrictedRecord.candidateId, candidate.id))
    .where(eq(candidate.id, id))
  return row ?? null
}

async function looksAt(db: Db, id: string, whole: boolean): Promise<Look[]> {
  const rows = await db
    .select({ at: accessLog.at, subject: accessLog.subject, purpose: accessLog.purpose, role: membership.role })
    .from(accessLog)
    .leftJoin(membership, eq(membership.id, accessLog.membershipId))
    .where(
      and(
        ofPerson(accessLog.candidateId, id),
        ne(accessLog.purpose, 'self'),
        whole ? undefined : ne(accessLog.subject, 'restricted_record'),
      ),
    )
    .orderBy(desc(accessLog.at), desc(accessLog.id))
    .limit(MOST_LOOKS)
  return rows.map(({ purpose, ...row }) => ({ ...row, purpose: purpose === 'self' ? 'casework' : purpose }))
}

export async function logSelf(tx: Tx, store: Store, candidateId: string, now: Instant): Promise<void> {
  for (const subject of ['identity', 'restricted_record'] as const) {
    await tx.insert(accessLog).values({ id: store.newId(), candidateId, membershipId: null, subject, purpose: 'self', at: now })
  }
}

function opened(key: PersonKey | null, bound: Bound, encrypted: string | null): unknown {
  return key === null || encrypted === null ? null : JSON.parse(decrypt(key, bound, encrypted))
}

async function moreOf(db: Db, key: PersonKey | null, id: string, row: NonNullable<Awaited<ReturnType<typeof rowOf>>>) {
  const { stage, custodyPlaceId, plannedReleaseOn } = readSituation(key, id, row.situation)
  const record = opened(key, `record:${id}`, row.encryptedRecord) as Partial<RestrictedProfile> | null
  return {
    organisations: await listOwnOrganisations(db, key, id),
    stage,
    custodyPlace: await custodyPlaceName(db, custodyPlaceId),
    plannedReleaseOn,
    record: record && recordOf(record),
  }
}

/** Null when there is no such person any more. */
export async function openOwnFile(store: Store, master: MasterKey, actor: CandidateActor, now: Instant): Promise<OwnFile | null> {
  const id = actor.candidateId
  return store.write(async (tx) => {
    const row = await rowOf(tx, id)
    if (!row) return null
    const key = await personKeyOf(tx, master, id)
    if (key) await logSelf(tx, store, id, now)
    const byAuthority = await isByAuthority(tx, id)
    return {
      code: row.code,
      profile: row.profile,
      identity: opened(key, `identity:${id}`, row.encryptedIdentity) as Identity | null,
      readiness: await readReadiness(tx, key, id),
      more: byAuthority ? await moreOf(tx, key, id, row) : null,
      consents: await listOwnConsents(tx, actor),
      looks: await looksAt(tx, id, byAuthority),
      corrections: key ? await listOwnCorrections(tx, key, id) : [],
      leaving: await openLeaving(tx, id),
      caseworker: { name: row.caseworkerName, phone: row.caseworkerPhone },
    }
  })
}
