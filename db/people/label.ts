// The caseworker's own label of a person: encrypted like the identity, since people write names into it.
import { decrypt, openPersonKey, type MasterKey } from './vault.ts'

/** '' when there is none, or when the person was erased. */
export function openLabel(master: MasterKey, candidateId: string, encrypted: string | null, wrapped: string | null): string {
  if (encrypted === null || encrypted === '' || wrapped === null) return ''
  return decrypt(openPersonKey(master, candidateId, wrapped), `label:${candidateId}`, encrypted)
}
