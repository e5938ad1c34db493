// One person as their caseworkers see them: the fixed summary, the open part, and how they sign in. Never the identity or the restricted part.
import { and, asc, eq, gte, isNull, or } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { OpenProfile } from '#app/domain/people/candidate.ts'
import type { ShownStage } from '#app/domain/people/shown-stage.ts'
import { dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import type { CustodyRegime } from '#app/domain/organisations/organisation.ts'
import { alphabetically } from '#app/domain/shared/sort-key.ts'
import { account, candidate, candidateAccess, custodyPlace, involvement, membership, vaultKey } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import type { DataClass } from '#app/domain/people/data-classes.ts'
import { mayRead } from '#app/domain/people/permissions.ts'
import type { MasterKey } from './vault.ts'
import { openLabel } from './label.ts'
import { involvedNow, ownPerson } from './own.ts'
import { openSituation } from './situation.ts'

type CandidateAccess = {
  /** Until when the card that was made last can be used; null when there is none. */
  cardExpiresAt: Instant | null
  hasPin: boolean
  lockedAt: Instant | null
}

export type Person = {
  id: string
  code: string
  label: string
  language: 'lv' | 'ru' | 'en'
  stage: ShownStage
  /** Null, as the planned day is, also for who is no public authority. */
  custodyPlace: { id: string; name: string } | null
  plannedReleaseOn: Day | null
  /** Of the organisation that asks. */
  leads: boolean
  readsRecord: boolean
  readsIdentity: boolean
  profile: OpenProfile
  caseworker: { membershipId: string; name: string }
  waitingSince: Instant
  updatedAt: Instant
  version: number
  /** Null to who does not read the situation. */
  situationVersion: number | null
  /** How the person signs in; null for who only supports them. */
  access: CandidateAccess | null
}

/** Null when there is no such person or it is another organisation's. */
export async function findPerson(store: Store, master: MasterKey, actor: CaseworkerActor, id: string): Promise<Person | null> {
  return store.read(async (db) => {
    const [found] = await db
      .select({ row: candidate, relation: involvement, wrapped: vaultKey.wrapped, access: candidateAccess, caseworker: account.name })
      .from(candidate)
      .leftJoin(vaultKey, eq(vaultKey.candidateId, candidate.id))
      .leftJoin(candidateAccess, eq(candidateAccess.candidateId, candidate.id))
      .innerJoin(involvement, involvedNow(actor.organisationId))
      .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
      .innerJoin(account, eq(account.id, membership.accountId))
      .where(ownPerson(actor, id))
    if (!found) return null
    const { row, relation, wrapped, access, caseworker } = found
    const reads = (of: DataClass) => mayRead(of, actor.publicAuthority, relation)
    const { stage, custodyPlaceId, plannedReleaseOn } = reads('situation')
      ? openSituation(master, row.id, row.situation, wrapped)
      : { stage: row.activity, custodyPlaceId: null, plannedReleaseOn: null }
    return {
      id: row.id,
      code: row.code,
      label: openLabel(master, row.id, relation.label, wrapped),
      language: row.language,
      stage,
      custodyPlace: custodyPlaceId === null ? null : { id: custodyPlaceId, name: (await custodyPlaceName(db, custodyPlaceId)) ?? '' },
      plannedReleaseOn,
      leads: relation.role === 'leads',
      readsRecord: reads('record'),
      readsIdentity: reads('identity'),
      profile: row.profile,
      caseworker: { membershipId: relation.caseworkerId, name: caseworker },
      waitingSince: row.waitingSince,
      updatedAt: row.updatedAt,
      version: row.version,
      situationVersion: reads('situation') ? row.situationVersion : null,
      access: reads('access')
        ? {
            cardExpiresAt: access?.cardExpiresAt ?? null,
            hasPin: typeof access?.pinHash === 'string',
            lockedAt: access?.lockedAt ?? null,
          }
        : null,
    }
  })
}

/** Places are closed and never deleted; null when there is none. */
export async function custodyPlaceName(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [place] = await db.select({ name: custodyPlace.name }).from(custodyPlace).where(eq(custodyPlace.id, id))
  return place?.name ?? null
}

export type CustodyChoice = { id: string; name: string; regime: CustodyRegime }

/** Places of custody that are open, and the person's current one even if it has closed. */
export async function listCustodyChoices(store: Store, now: Instant, current: string | null = null): Promise<CustodyChoice[]> {
  const open = or(isNull(custodyPlace.closedOn), gte(custodyPlace.closedOn, dayOf(now)))
  const places = await store.read((db) =>
    db
      .select({ id: custodyPlace.id, name: custodyPlace.name, regime: custodyPlace.regime })
      .from(custodyPlace)
      .where(current === null ? and(open) : or(open, eq(custodyPlace.id, current)))
      .orderBy(asc(custodyPlace.id)),
  )
  return alphabetically(places, ({ name }) => name)
}
