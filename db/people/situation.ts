// Where a person is on the way to work: the exact stage, the place of custody and the planned release are one encrypted text; in clear stands
// only whether they seek work, work, or are done.
import { activityOf, type Activity, type Situation } from '#app/domain/people/candidate.ts'
import { encrypt, decrypt, openPersonKey, type MasterKey, type PersonKey } from './vault.ts'

/** Of a person whose key was destroyed nothing more is known. */
const ERASED: Situation = { stage: 'left', custodyPlaceId: null, plannedReleaseOn: null }

/** The two columns, written together. */
export function situationColumns(key: PersonKey, id: string, situation: Situation): { situation: string; activity: Activity } {
  const { stage, custodyPlaceId, plannedReleaseOn } = situation
  const text = JSON.stringify({ stage, custodyPlaceId, plannedReleaseOn })
  return { situation: encrypt(key, `situation:${id}`, text), activity: activityOf(stage) }
}

export function readSituation(key: PersonKey | null, id: string, encrypted: string | null): Situation {
  if (key === null || encrypted === null) return ERASED
  return JSON.parse(decrypt(key, `situation:${id}`, encrypted)) as Situation
}

export function openSituation(master: MasterKey, id: string, encrypted: string | null, wrapped: string | null): Situation {
  return readSituation(wrapped === null ? null : openPersonKey(master, id, wrapped), id, encrypted)
}
