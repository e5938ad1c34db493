// How many of everything the store is measured with, and the ids by which parent and nodes find them without asking.
import { createHash } from 'node:crypto'
import type { CandidateActor, CaseworkerActor } from '#app/domain/shared/actor.ts'
import { fixedId } from '#db/seed/fixed-random.ts'

/** Everything invented is counted from here; the bench's clock stands still. */
export const NOW = Date.parse('2026-11-23T07:00:00Z')
export const MASTER = Buffer.alloc(32, 7)

export const EMPLOYERS = 2000
export const ORGANISATIONS = 40
export const CASEWORKERS = 400
export const VACANCIES = 100_000
export const PEOPLE = 20_000
export const PROPOSALS = 40_000
/** The first ones: asked and not answered, each for one move. */
export const ASKED = 30_000

export const employerId = (nth: number) => fixedId(`bench employer ${String(nth)}`)
export const organisationId = (nth: number) => fixedId(`bench organisation ${String(nth)}`)
export const accountId = (key: string) => fixedId(`bench account ${key}`)
export const membershipId = (key: string) => fixedId(`bench membership ${key}`)
export const vacancyId = (nth: number) => fixedId(`bench vacancy ${String(nth)}`)
export const personId = (nth: number) => fixedId(`bench person ${String(nth)}`)
export const proposalId = (nth: number) => fixedId(`bench proposal ${String(nth)}`)

/** Two of three sessions are people's own phones; the rest are members'. */
export const SESSIONS = 30_000
export const tokenHash = (nth: number) =>
  createHash('sha256')
    .update(`bench session ${String(nth)}`)
    .digest('base64url')

export function caseworker(nth: number): CaseworkerActor {
  const key = `caseworker ${String(nth)}`
  return {
    kind: 'caseworker',
    membershipId: membershipId(key),
    accountId: accountId(key),
    organisationId: organisationId(nth % ORGANISATIONS),
    publicAuthority: true,
  }
}

export const person = (nth: number): CandidateActor => ({ kind: 'candidate', candidateId: personId(nth) })
/** Whose a proposal is. */
export const personOfProposal = (nth: number) => nth % PEOPLE
