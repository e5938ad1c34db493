// A vacancy: its states and what the rules need to know of it.
import type { AcceptanceTerms, StanceRow } from './acceptance.ts'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import type { Contract, PayPeriod, Requirements, Shift, SupportOffered, SupportWanted, WorkContext } from './job-terms.ts'

export const VACANCY_STATES = ['draft', 'published', 'paused', 'filled', 'closed'] as const
export type VacancyState = (typeof VACANCY_STATES)[number]

/** Nobody is sought any more. */
export const OVER_VACANCY_STATES = ['filled', 'closed'] as const satisfies readonly VacancyState[]

/** What a person sees: a published vacancy past its day has expired, without anybody writing a row. */
export const SHOWN_VACANCY_STATES = [...VACANCY_STATES, 'expired'] as const
export type ShownVacancyState = (typeof SHOWN_VACANCY_STATES)[number]

/** `closed` = only caseworkers see it, after NVA's "slēgtā vakance". */
export const VISIBILITIES = ['public', 'closed'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const VACANCY_MOVES = {
  publish: { from: ['draft', 'paused', 'closed', 'filled'], to: 'published' },
  pause: { from: ['published'], to: 'paused' },
  fill: { from: ['published', 'paused'], to: 'filled' },
  close: { from: ['draft', 'published', 'paused', 'filled'], to: 'closed' },
} as const satisfies Record<string, { from: readonly VacancyState[]; to: VacancyState }>
export type VacancyMove = keyof typeof VACANCY_MOVES

/** How long a vacancy stays open after it is published or refreshed, in days. */
export const VACANCY_OPEN_DAYS = 90

/** Of a published vacancy: whether its day has passed. */
export function hasExpired(expiresAt: Instant | null, now: Instant): boolean {
  return expiresAt !== null && expiresAt <= now
}

export function shownState(vacancy: { state: VacancyState; expiresAt: Instant | null }, now: Instant): ShownVacancyState {
  if (vacancy.state === 'published' && hasExpired(vacancy.expiresAt, now)) return 'expired'
  return vacancy.state
}

/** Open = published, not expired. One rule for every screen, list and proposal. */
export function isOpen(vacancy: { state: VacancyState; expiresAt: Instant | null }, now: Instant): boolean {
  return shownState(vacancy, now) === 'published'
}

export type Coordinates = { lat: number; lon: number }

/** What matching reads of a vacancy. Holds nothing about any person. */
export type VacancyFacts = {
  id: string
  employerId: string | null
  occupation: string
  coordinates: Coordinates | null
  remote: boolean
  payFromCents: number | null
  payToCents: number | null
  payPeriod: PayPeriod
  hoursPerWeek: number | null
  contract: Contract | null
  shifts: readonly Shift[]
  startOn: Day | null
  contexts: readonly WorkContext[]
  requirements: Requirements
  stances: readonly StanceRow[]
  terms: AcceptanceTerms
  supportOffered: readonly SupportOffered[]
  supportWanted: readonly SupportWanted[]
}
