// What matching reads of people: the open part, and the restricted part decrypted for the criteria alone. A screen shows verdicts, never
// these values; opening the record itself is logged in db/people/record.ts.
import { and, asc, eq } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { EMPTY_RECORD, recordOf, type CandidateFacts, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { candidate, restrictedRecord, vaultKey } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { ownPeople } from '#db/people/own.ts'
import { readSituation } from '#db/people/situation.ts'
import { decrypt, openPersonKey, type MasterKey, type PersonKey } from '#db/people/vault.ts'

export type PersonFacts = { id: string; code: string; waitingSince: Instant; facts: CandidateFacts }

/** The organisation's own people who look for work, longest waiting first; or one of them in whatever stage. */
export async function listCandidateFacts(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  only: 'seeking' | { id: string },
): Promise<PersonFacts[]> {
  const rows = await store.read((db) =>
    db
      .select({
        id: candidate.id,
        code: candidate.code,
        waitingSince: candidate.waitingSince,
        situation: candidate.situation,
        profile: candidate.profile,
        wrapped: vaultKey.wrapped,
        record: restrictedRecord.content,
      })
      .from(candidate)
      .leftJoin(vaultKey, eq(vaultKey.candidateId, candidate.id))
      .leftJoin(restrictedRecord, eq(restrictedRecord.candidateId, candidate.id))
      .where(and(ownPeople(actor), only === 'seeking' ? eq(candidate.activity, 'seeking') : eq(candidate.id, only.id)))
      .orderBy(asc(candidate.waitingSince), asc(candidate.id)),
  )
  return rows.map(({ id, code, waitingSince, situation, profile, wrapped, record }) => {
    const key = wrapped === null ? null : openPersonKey(master, id, wrapped)
    const { stage, plannedReleaseOn } = readSituation(key, id, situation)
    return { id, code, waitingSince, facts: { open: profile, restricted: openRestricted(key, id, record), stage, plannedReleaseOn } }
  })
}

function openRestricted(key: PersonKey | null, id: string, record: string | null): RestrictedProfile {
  if (key === null || record === null) return EMPTY_RECORD
  return recordOf(JSON.parse(decrypt(key, `record:${id}`, record)) as Partial<RestrictedProfile>)
}
