// What matching reads of people: the open part, and for a public authority alone the restricted part, decrypted for the criteria. A screen
// shows verdicts, never these values; opening the record itself is logged in db/people/record.ts.
import { and, asc, eq } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { EMPTY_RECORD, recordOf, type CandidateFacts, type OpenFacts, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { mayJudge } from '#app/domain/people/permissions.ts'
import { involvedNow, ownPeople } from '#db/people/own.ts'
import { readSituation } from '#db/people/situation.ts'
import { decrypt, openPersonKey, type MasterKey, type PersonKey } from '#db/people/vault.ts'
import { candidate, involvement, restrictedRecord, vaultKey } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'

export type PersonFacts = { id: string; code: string; waitingSince: Instant; facts: CandidateFacts | OpenFacts }
type Which = 'seeking' | { id: string }

const LINE = { id: candidate.id, code: candidate.code, waitingSince: candidate.waitingSince, open: candidate.profile }
const LONGEST_WAITING = [asc(candidate.waitingSince), asc(candidate.id)] as const

function these(actor: CaseworkerActor, only: Which) {
  return and(ownPeople(actor), only === 'seeking' ? eq(candidate.activity, 'seeking') : eq(candidate.id, only.id))
}

/** The organisation's own people who look for work, longest waiting first; or one of them in whatever stage. */
export async function listCandidateFacts(store: Store, master: MasterKey, actor: CaseworkerActor, only: Which): Promise<PersonFacts[]> {
  return store.read((db) => (actor.publicAuthority ? withRecords(db, master, actor, only) : openPartsOf(db, actor, only)))
}

/** No column of the restricted part or of the situation is read. */
async function openPartsOf(db: Db, actor: CaseworkerActor, only: Which): Promise<PersonFacts[]> {
  const rows = await db
    .select(LINE)
    .from(candidate)
    .where(these(actor, only))
    .orderBy(...LONGEST_WAITING)
  return rows.map(({ open, ...line }) => ({ ...line, facts: { open, restricted: null } }))
}

async function withRecords(db: Db, master: MasterKey, actor: CaseworkerActor, only: Which): Promise<PersonFacts[]> {
  const rows = await db
    .select({
      ...LINE,
      role: involvement.role,
      shares: involvement.shares,
      situation: candidate.situation,
      wrapped: vaultKey.wrapped,
      record: restrictedRecord.content,
    })
    .from(candidate)
    .innerJoin(involvement, involvedNow(actor.organisationId))
    .leftJoin(vaultKey, eq(vaultKey.candidateId, candidate.id))
    .leftJoin(restrictedRecord, eq(restrictedRecord.candidateId, candidate.id))
    .where(these(actor, only))
    .orderBy(...LONGEST_WAITING)
  return rows.map(({ id, code, waitingSince, situation, open, wrapped, record, ...relation }) => {
    if (!mayJudge(actor.publicAuthority, relation)) return { id, code, waitingSince, facts: { open, restricted: null } }
    const key = wrapped === null ? null : openPersonKey(master, id, wrapped)
    const { stage, plannedReleaseOn } = readSituation(key, id, situation)
    return { id, code, waitingSince, facts: { open, restricted: openRestricted(key, id, record), stage, plannedReleaseOn } }
  })
}

function openRestricted(key: PersonKey | null, id: string, record: string | null): RestrictedProfile {
  if (key === null || record === null) return EMPTY_RECORD
  return recordOf(JSON.parse(decrypt(key, `record:${id}`, record)) as Partial<RestrictedProfile>)
}
