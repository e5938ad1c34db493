// One opening of everything that is held about a person: whose data, with which key, and what of it the reader may have.
import type { DataClass } from '#app/domain/people/data-classes.ts'
import { mayRead } from '#app/domain/people/permissions.ts'
import type { CandidateActor, CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { PersonKey } from '../vault.ts'

/** The person, or a caseworker of the organisation that leads. */
type Reader = CandidateActor | CaseworkerActor

export type Opening = { id: string; key: PersonKey; reader: Reader; now: Instant }

export function reads({ reader }: Opening, of: DataClass): boolean {
  return reader.kind === 'candidate' || mayRead(of, reader.publicAuthority, { role: 'leads', shares: [] })
}

/**
 * What other organisations did with the person, and did before. An organisation outside public authority does not read it: a prison among them
 * would tell where the person was, and which vacancies an authority chose what the record rules out.
 */
export function readsOthers({ reader }: Opening): boolean {
  return reader.kind === 'candidate' || reader.publicAuthority
}

/** Null for the person: everything is theirs. */
export function organisationOf({ reader }: Opening): string | null {
  return reader.kind === 'candidate' ? null : reader.organisationId
}
