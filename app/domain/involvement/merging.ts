// Two registrations of one person become one: what each organisation knew stays known.
import {
  activityOf,
  type Identity,
  type OpenProfile,
  type RestrictedProfile,
  type Situation,
  type Supervision,
} from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import { SHAREABLE, type Shareable } from '#app/domain/people/permissions.ts'

/** `different`: two people, and a mistake in one of the personal codes. */
export const DUPLICATE_STATES = ['open', 'merged', 'different'] as const

const saysNothing = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Field by field: what stays, or the other's where it says nothing. */
function filledFrom<Known extends object>(kept: Known, other: Known): Known {
  const fields = Object.entries(kept) as [keyof Known, unknown][]
  return Object.fromEntries(fields.map(([name, value]) => [name, saysNothing(value) ? other[name] : value])) as Known
}

function together<One>(kept: readonly One[], other: readonly One[], keyOf: (one: One) => unknown): One[] {
  return [...kept, ...other.filter((one) => !kept.some((own) => keyOf(own) === keyOf(one)))]
}

const itself = (one: unknown) => one

export function mergedProfile(kept: OpenProfile, other: OpenProfile): OpenProfile {
  return {
    ...filledFrom(kept, other),
    occupationsWanted: together(kept.occupationsWanted, other.occupationsWanted, itself),
    experience: together(kept.experience, other.experience, ({ occupation }) => occupation),
    skills: together(kept.skills, other.skills, itself),
    certificates: together(kept.certificates, other.certificates, ({ certificate }) => certificate),
    driving: together(kept.driving, other.driving, ({ category }) => category),
    languages: together(kept.languages, other.languages, ({ language }) => language),
    // A limit that one of them has heard of holds.
    limits: kept.limits && other.limits ? together(kept.limits, other.limits, itself) : (kept.limits ?? other.limits),
    supportNeeded: together(kept.supportNeeded, other.supportNeeded, itself),
  }
}

export function mergedIdentity(kept: Identity, other: Identity): Identity {
  return filledFrom(kept, other)
}

/** One of them may not know of what came after. */
function later(own: Day | null, theirs: Day | null): Day | null {
  return own !== null && theirs !== null && theirs > own ? theirs : (own ?? theirs)
}

function latestYears(own: RestrictedProfile['lastYears'], theirs: RestrictedProfile['lastYears']): RestrictedProfile['lastYears'] {
  const newer = Object.entries(theirs).filter(([family, year]) => year > (own[family as OffenceFamily] ?? 0))
  return { ...own, ...Object.fromEntries(newer) }
}

/** Each may know a part of it: what binds more holds. */
function strictest(own: Supervision, theirs: Supervision): Supervision {
  const limits = [own.maxAwayDays, theirs.maxAwayDays].filter((days) => days !== null)
  return {
    appointmentsPerMonth: Math.max(own.appointmentsPerMonth, theirs.appointmentsPerMonth),
    monitoring: own.monitoring || theirs.monitoring,
    maxAwayDays: limits.length === 0 ? null : Math.min(...limits),
    until: later(own.until, theirs.until),
  }
}

function mergedSupervision(
  own: RestrictedProfile['supervision'],
  theirs: RestrictedProfile['supervision'],
): RestrictedProfile['supervision'] {
  if (own === null || own === 'none') return theirs ?? own
  return theirs === null || theirs === 'none' ? own : strictest(own, theirs)
}

/** An empty list is an answer here, so that only what is not known is filled in; what one of them knows of an offence, a ban or a supervision holds. */
export function mergedRecord(kept: RestrictedProfile, other: RestrictedProfile): RestrictedProfile {
  const known = <Value>(own: Value | null, theirs: Value | null) => own ?? theirs
  const both = <One>(own: One[] | null, theirs: One[] | null) =>
    own && theirs ? together(own, theirs, (one) => JSON.stringify(one)) : known(own, theirs)
  const families = both(kept.families, other.families)
  const statuses = [kept.recordStatus, other.recordStatus]
  return {
    families,
    lastYears: latestYears(kept.lastYears, other.lastYears),
    recordStatus: (['unspent', 'spent', 'none'] as const).find((status) => statuses.includes(status)) ?? 'unknown',
    spentOn: later(kept.spentOn, other.spentOn),
    releasedOn: later(kept.releasedOn, other.releasedOn),
    noCustody: knowsCustody(kept) && knowsCustody(other) ? kept.noCustody && other.noCustody : kept.noCustody || other.noCustody,
    supervision: mergedSupervision(kept.supervision, other.supervision),
    bans: both(kept.bans, other.bans),
  }
}

/** A release, or that there was no custody. */
function knowsCustody({ releasedOn, noCustody }: RestrictedProfile): boolean {
  return releasedOn !== null || noCustody
}

/** `looking` is where everybody begins: a registration that says more is believed, and one of somebody who came back. */
export function mergedSituation(kept: Situation, other: Situation): Situation {
  const saysMore = kept.stage === 'looking' || activityOf(kept.stage) === 'finished'
  return saysMore && activityOf(other.stage) !== 'finished' ? other : kept
}

/** Whether an authority and another organisation would learn of each other. */
export function areMixed(working: readonly { publicAuthority: boolean }[]): boolean {
  return new Set(working.map(({ publicAuthority }) => publicAuthority)).size > 1
}

/**
 * What an organisation that led one registration goes on seeing of the person: an authority all, whatever it had written itself. What is shared is
 * what it may be asked about, so that an organisation outside public authority would learn from less what had been written.
 */
export function sharesOf({ publicAuthority }: { publicAuthority: boolean }): Shareable[] {
  return publicAuthority ? [...SHAREABLE] : ['identity']
}
