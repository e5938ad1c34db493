// Who asks. Minted only by the guards in app/server from a verified session (and by tests and commands).
import type { VerificationState } from '#app/domain/organisations/organisation.ts'

export type EmployerActor = {
  kind: 'employer'
  membershipId: string
  accountId: string
  employerId: string
  verification: VerificationState
}
export type CaseworkerActor = {
  kind: 'caseworker'
  membershipId: string
  accountId: string
  organisationId: string
  publicAuthority: boolean
}
export type CoordinatorActor = { kind: 'coordinator'; membershipId: string; accountId: string }
export type CandidateActor = { kind: 'candidate'; candidateId: string }
type Visitor = { kind: 'visitor' }

export type MemberActor = EmployerActor | CaseworkerActor | CoordinatorActor
export type Actor = MemberActor | CandidateActor | Visitor
