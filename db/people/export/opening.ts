// One opening of everything that is held about a person: whose data, with which key, and what of it the reader may have.
import type { DataClass } from '#app/domain/people/data-classes.ts'
import { mayRead } from '#app/domain/people/permissions.ts'
import type { CandidateActor, CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { PersonKey } from '../vault.ts'

/** A caseworker of the organisation that leads, or the person. */
type Reader = CaseworkerActor | (CandidateActor & { byAuthority: boolean })

export type Opening = { id: string; key: PersonKey; reader: Reader; now: Instant }

/**
 * Whether the reader has the restricted part, and what other organisations did with the person: a prison among them would tell where the person was,
 * and which vacancies an authority chose what the record rules out. An organisation outside public authority has neither, nor has who signed in with
 * a card that such an organisation made, since it could be the one who holds it.
 */
export function readsOthers({ reader }: Opening): boolean {
  return reader.kind === 'candidate' ? reader.byAuthority : reader.publicAuthority
}

export function reads(opening: Opening, of: DataClass): boolean {
  return mayRead(of, readsOthers(opening), { role: 'leads', shares: [] })
}

/** Null for the person: everything is theirs. */
export function organisationOf({ reader }: Opening): string | null {
  return reader.kind === 'candidate' ? null : reader.organisationId
}
