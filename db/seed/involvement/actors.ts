// Caseworkers of the demo as whoever acts; the demo's own two among them.
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { DEMO_NGO, DEMO_PROBATION, ORGANISATION_SEEDS } from '#db/seed/organisations/organisations.ts'
import { fixedId } from '../fixed-random.ts'

/** @param which of the organisation's caseworkers, from 0 */
export function caseworkerOf(name: string, which = 0): CaseworkerActor {
  const kind = ORGANISATION_SEEDS.find((seed) => seed.name === name)?.kind
  const key = `${name} ${String(which)}`
  return {
    kind: 'caseworker',
    membershipId: fixedId(`membership ${key}`),
    accountId: fixedId(`account ${key}`),
    organisationId: fixedId(`organisation ${name}`),
    publicAuthority: kind !== 'ngo',
  }
}

export const PROBATION = caseworkerOf(DEMO_PROBATION)
export const NGO = caseworkerOf(DEMO_NGO)
