// What an account can be a member of: an employer, an organisation, or the region's coordinators.
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { MemberActor } from '#app/domain/shared/actor.ts'
import type { invitation, membership } from '#db/schema/index.ts'

export type MemberOf = { role: 'employer'; employerId: string } | { role: 'caseworker'; organisationId: string } | { role: 'coordinator' }

/** What the actor is a member of: whose members it may see and invite. */
export function memberOf(actor: MemberActor): MemberOf {
  switch (actor.kind) {
    case 'employer':
      return { role: 'employer', employerId: actor.employerId }
    case 'caseworker':
      return { role: 'caseworker', organisationId: actor.organisationId }
    case 'coordinator':
      return { role: 'coordinator' }
  }
}

/** The columns of a membership or an invitation. */
export function memberOfColumns(of: MemberOf): { role: MemberOf['role']; employerId: string | null; organisationId: string | null } {
  return {
    role: of.role,
    employerId: of.role === 'employer' ? of.employerId : null,
    organisationId: of.role === 'caseworker' ? of.organisationId : null,
  }
}

/** The memberships or invitations of this one and no other. */
export function isMemberOf(table: typeof membership | typeof invitation, of: MemberOf): SQL | undefined {
  const { role, employerId, organisationId } = memberOfColumns(of)
  return and(
    eq(table.role, role),
    employerId === null ? isNull(table.employerId) : eq(table.employerId, employerId),
    organisationId === null ? isNull(table.organisationId) : eq(table.organisationId, organisationId),
  )
}
