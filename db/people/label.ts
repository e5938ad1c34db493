// The caseworker's own label of a person: sealed like the identity, since people write names into it.
import { decrypt, openPersonKey, type MasterKey } from './vault.ts'

/** '' when there is none, or when the person was erased. */
export function openLabel(master: MasterKey, candidateId: string, sealed: string | null, wrapped: string | null): string {
  if (sealed === null || sealed === '' || wrapped === null) return ''
  return decrypt(openPersonKey(master, candidateId, wrapped), `label:${candidateId}`, sealed)
}
