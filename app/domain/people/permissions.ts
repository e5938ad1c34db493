// What an organisation may do with a person's data: by its relation to the person and by whether it is a public authority. Queries and pages read this table.

import type { DataClass } from './data-classes.ts'

/** One organisation leads, others support it. */
export const INVOLVEMENT_ROLES = ['leads', 'supports'] as const
export type InvolvementRole = (typeof INVOLVEMENT_ROLES)[number]

/** What the leading organisation decides to show a supporting one, or not. */
export const SHAREABLE = ['identity', 'situation', 'record'] as const satisfies readonly DataClass[]
export type Shareable = (typeof SHAREABLE)[number]

/** What a verdict about a person may depend on beside the open part: of two halves, one shown would tell the other. */
export const RESTRICTED_PART = ['record', 'situation'] as const satisfies readonly DataClass[]

/** On what an organisation's work with a person rests. */
export const INVOLVEMENT_BASES = ['law', 'consent'] as const

/** `write`: and read. `own`: what the organisation itself wrote or made. `shared`: read where the relation says so. */
type Permission = 'write' | 'read' | 'own' | 'shared' | 'none'

type ByKind = { authority: Permission; other: Permission }

/** The restricted part and the situation (custody, release, the stage before it) are for public authorities alone (GDPR art. 10). */
export const PERMISSIONS: Readonly<Record<DataClass, Readonly<Record<InvolvementRole, ByKind>>>> = {
  case: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'read', other: 'read' } },
  identity: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'shared', other: 'shared' } },
  record: { leads: { authority: 'write', other: 'none' }, supports: { authority: 'shared', other: 'none' } },
  situation: { leads: { authority: 'write', other: 'none' }, supports: { authority: 'shared', other: 'none' } },
  profile: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'write', other: 'write' } },
  readiness: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'write', other: 'write' } },
  label: { leads: { authority: 'own', other: 'own' }, supports: { authority: 'own', other: 'own' } },
  // Which vacancies an authority chose for the person would tell an organisation that leads and is none what the record rules out.
  proposals: { leads: { authority: 'write', other: 'own' }, supports: { authority: 'own', other: 'own' } },
  corrections: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'none', other: 'none' } },
  access: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'none', other: 'none' } },
}

export type Use = 'read' | 'write'

/** Those that read a class of data, or change it, in whichever row of it is theirs. */
const ALLOWS: Readonly<Record<Use, readonly Permission[]>> = { read: ['write', 'read', 'own'], write: ['write', 'own'] }

/** The roles in which an organisation of this kind may use the class, and those in which it needs that the relation shares it. */
export function rolesThatMay(
  use: Use,
  of: DataClass,
  publicAuthority: boolean,
): { always: InvolvementRole[]; whenShared: InvolvementRole[] } {
  const permission = (role: InvolvementRole) => PERMISSIONS[of][role][publicAuthority ? 'authority' : 'other']
  return {
    always: INVOLVEMENT_ROLES.filter((role) => ALLOWS[use].includes(permission(role))),
    whenShared: use === 'read' ? INVOLVEMENT_ROLES.filter((role) => permission(role) === 'shared') : [],
  }
}

type Relation = { role: InvolvementRole; shares: readonly Shareable[] }

/** Whether an organisation of this kind reads the class, by its relation to the person. */
export function mayRead(of: DataClass, publicAuthority: boolean, { role, shares }: Relation): boolean {
  const { always, whenShared } = rolesThatMay('read', of, publicAuthority)
  return always.includes(role) || (whenShared.includes(role) && shares.some((shared) => shared === of))
}

/** Whether an organisation of this kind is given verdicts that depend on the restricted part. */
export function mayJudge(publicAuthority: boolean, relation: Relation): boolean {
  return RESTRICTED_PART.every((of) => mayRead(of, publicAuthority, relation))
}

/**
 * Whether what an organisation said and did with the person, and who there, is read by another: by public authorities and by itself. A prison among
 * them would tell where the person was. @param of null: not an organisation
 */
export function readsDeedsOf(reader: { organisationId: string; publicAuthority: boolean }, of: string | null): boolean {
  return reader.publicAuthority || of === reader.organisationId
}
