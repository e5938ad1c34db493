// Who people act for: employers, the organisations caseworkers work in, places of custody.

export const ORGANISATION_KINDS = ['probation', 'municipal', 'prison', 'ngo'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const VERIFICATION_STATES = ['pending', 'verified', 'refused'] as const
export type VerificationState = (typeof VERIFICATION_STATES)[number]

/** A coordinator's. `from` is what stood on the page that decides. */
export type Decision = { from: VerificationState; state: Exclude<VerificationState, 'pending'>; reason: string | null; version: number }

export const ROLES = ['employer', 'caseworker', 'coordinator'] as const
export type Role = (typeof ROLES)[number]

export const CUSTODY_REGIMES = ['closed', 'part_closed', 'open'] as const
export type CustodyRegime = (typeof CUSTODY_REGIMES)[number]

/** GDPR art. 10: data on convictions only under the control of an official authority, which an association never is. */
export function mayBePublicAuthority(kind: OrganisationKind): boolean {
  return kind !== 'ngo'
}

/** The service's own number, and when it answers: on working days, `HH:MM` in Riga. */
export type ServiceContact = { phone: string; opens: string; closes: string }
