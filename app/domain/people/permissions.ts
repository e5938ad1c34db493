// What an organisation may do with a person's data: by its relation to the person and by whether it is a public authority. Queries and pages read this table.

/** `label`: each organisation's own words of a person. `access`: how the person signs in. */
export const DATA_CLASSES = ['identity', 'record', 'situation', 'profile', 'readiness', 'label', 'proposals', 'access'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** One organisation leads, others support it. */
export const INVOLVEMENT_ROLES = ['leads', 'supports'] as const
export type InvolvementRole = (typeof INVOLVEMENT_ROLES)[number]

/** What the leading organisation decides to show a supporting one, or not. */
export const SHAREABLE = ['identity', 'situation', 'record'] as const satisfies readonly DataClass[]
export type Shareable = (typeof SHAREABLE)[number]

/** On what an organisation's work with a person rests. */
export const INVOLVEMENT_BASES = ['law', 'consent'] as const

/** `shared`: read where the relation says so. `own`: what the organisation itself wrote or made. */
type Permission = 'write' | 'own' | 'shared' | 'none'

type ByKind = { authority: Permission; other: Permission }

/** The restricted part and the situation (custody, release, the stage before it) are for public authorities alone (GDPR art. 10). */
const PERMISSIONS: Readonly<Record<DataClass, Readonly<Record<InvolvementRole, ByKind>>>> = {
  identity: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'shared', other: 'shared' } },
  record: { leads: { authority: 'write', other: 'none' }, supports: { authority: 'shared', other: 'none' } },
  situation: { leads: { authority: 'write', other: 'none' }, supports: { authority: 'shared', other: 'none' } },
  profile: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'write', other: 'write' } },
  readiness: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'write', other: 'write' } },
  label: { leads: { authority: 'own', other: 'own' }, supports: { authority: 'own', other: 'own' } },
  proposals: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'own', other: 'own' } },
  access: { leads: { authority: 'write', other: 'write' }, supports: { authority: 'none', other: 'none' } },
}

export type Use = 'read' | 'write'

/** The roles in which an organisation of this kind may use the class, and those in which it needs that the relation shares it. */
export function rolesThatMay(
  use: Use,
  of: DataClass,
  publicAuthority: boolean,
): { always: InvolvementRole[]; whenShared: InvolvementRole[] } {
  const permission = (role: InvolvementRole) => PERMISSIONS[of][role][publicAuthority ? 'authority' : 'other']
  return {
    always: INVOLVEMENT_ROLES.filter((role) => permission(role) === 'write' || permission(role) === 'own'),
    whenShared: use === 'read' ? INVOLVEMENT_ROLES.filter((role) => permission(role) === 'shared') : [],
  }
}
