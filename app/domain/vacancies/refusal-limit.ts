// How much an employer may refuse, in one vacancy and towards one person: a vacancy is not a test of somebody's past.
import { bearsOut, type KindOfWork, type LegalRestriction } from '#app/domain/matching/legal-restriction.ts'
import { OFFENCE_FAMILIES, type AcceptanceTerms, type OffenceFamily, type StanceRow } from './acceptance.ts'

export const REFUSABLE_TERMS = ['supervision', 'monitoring', 'open_prison', 'time_since_release'] as const
/** One thing that somebody who is proposed is thereby said not to have. */
export type Refusal = OffenceFamily | (typeof REFUSABLE_TERMS)[number]

/** Above this a coordinator must approve. */
export const REFUSALS_WITHOUT_APPROVAL = 6
/** More cannot be stored. */
export const MOST_REFUSALS = 8
/** For so long what an employer refused counts towards one person. */
export const REFUSALS_COUNT_MONTHS = 12

export type StatedAcceptance = { stances: readonly StanceRow[]; terms: AcceptanceTerms }

/** As it stood when a proposal was sent. For which work was not kept at first. */
export type SentAcceptance = StatedAcceptance & { occupation?: string }

/** What is ruled out, with its measure: what is told of it must be true of everybody who is proposed. */
export type RuledOut =
  | { refusal: Refusal; measure: null }
  /** Only offences of the last so many years, or only with a release in the last so many months. */
  | { refusal: OffenceFamily; measure: 'years' | 'months'; count: number }
  | { refusal: 'time_since_release'; measure: 'months'; count: number }
  /** Only with more appointments a month in working time. */
  | { refusal: 'supervision'; measure: 'appointments'; count: number }
  /** Only where the times of appointments cannot be agreed beforehand. */
  | { refusal: 'supervision'; measure: 'with_conditions' }

/** `fraud`, `fraud.years.3`, `supervision.appointments.2`. */
export function ruledOutKey(ruledOut: RuledOut): string {
  const { refusal, measure } = ruledOut
  return [refusal, ...(measure === null ? [] : [measure]), ...('count' in ruledOut ? [ruledOut.count] : [])].join('.')
}

type Measure = { refusal: string; measure: string | null; count?: number }

/** What `ruledOutKey` wrote. */
function measureIn(key: string): Measure {
  const [refusal = '', measure, count] = key.split('.')
  return { refusal, measure: measure ?? null, ...(count === undefined ? {} : { count: Number(count) }) }
}

/** Whether everybody whom `one` rules out is ruled out by `other` as well, where the work begins on one day. */
export function isCoveredBy(one: Measure, other: Measure): boolean {
  if (one.refusal !== other.refusal) return false
  if (other.measure === null) return true
  if (one.measure !== other.measure) return false
  if (one.count === undefined || other.count === undefined) return true
  // The fewer appointments are accepted, the more people are ruled out.
  return one.measure === 'appointments' ? other.count <= one.count : other.count >= one.count
}

/** The most an employer can state: no limit. */
export const MOST_APPOINTMENTS = 4

function familyRuledOut({ family: refusal, stance, conditions }: StanceRow): RuledOut[] {
  if (stance === 'not_for_this_job') return [{ refusal, measure: null }]
  return conditions.flatMap((one): RuledOut[] => {
    if (one.kind === 'since_offence') return [{ refusal, measure: 'years', count: one.years }]
    return one.kind === 'since_release' ? [{ refusal, measure: 'months', count: one.months }] : []
  })
}

function supervisionRuledOut({ supervision, appointmentsPerMonth: count }: AcceptanceTerms): RuledOut[] {
  const refusal = 'supervision'
  if (supervision === 'no') return [{ refusal, measure: null }]
  return [
    ...(supervision === 'with_conditions' ? [{ refusal, measure: 'with_conditions' } as const] : []),
    ...(count !== null && count < MOST_APPOINTMENTS ? [{ refusal, measure: 'appointments', count } as const] : []),
  ]
}

/** What a proposal to such a vacancy gives away: nothing of this is true of the person. In the order of the vocabulary. */
export function ruledOutBy({ stances, terms }: StatedAcceptance): RuledOut[] {
  const months = terms.monthsSinceRelease ?? 0
  return [
    ...OFFENCE_FAMILIES.flatMap((family) => stances.filter((row) => row.family === family)).flatMap(familyRuledOut),
    ...supervisionRuledOut(terms),
    terms.monitoring === 'no' ? ({ refusal: 'monitoring', measure: null } as const) : null,
    terms.openPrison === 'no' ? ({ refusal: 'open_prison', measure: null } as const) : null,
    months > 0 ? ({ refusal: 'time_since_release', measure: 'months', count: months } as const) : null,
  ].filter((one) => one !== null)
}

/** What counts towards the limit: each once, however much of it is ruled out. */
export function refusalsOf(acceptance: StatedAcceptance): Refusal[] {
  return [...new Set(ruledOutBy(acceptance).map(({ refusal }) => refusal))]
}

/** What a coordinator reads when deciding about refusals. */
export type AcceptanceOfJob = StatedAcceptance & KindOfWork

/** What a coordinator approves: each refusal with its measure and its reason, in this work. Sorted, so that two can be compared. */
export function approvalItems({ occupation, contexts, ...acceptance }: AcceptanceOfJob): string[] {
  const reasons = acceptance.stances.flatMap(({ family, reason, article, client }) =>
    reason === null ? [] : [[family, reason, article ?? client ?? ''].join('@')],
  )
  return [
    ...ruledOutBy(acceptance).map(ruledOutKey),
    ...reasons,
    ...contexts.map((context) => `work@${context}`),
    `work@${occupation ?? ''}`,
  ].sort()
}

/** Whether nothing more is ruled out than was approved, for the same reasons in the same work: who softens a refusal need not ask again. */
export function isWithin(items: readonly string[], acceptance: AcceptanceOfJob): boolean {
  const isReason = (item: string) => item.includes('@')
  const approved = items.filter((item) => !isReason(item)).map(measureIn)
  return (
    ruledOutBy(acceptance).every((one) => approved.some((other) => isCoveredBy(one, other))) &&
    approvalItems(acceptance)
      .filter(isReason)
      .every((item) => items.includes(item))
  )
}

/** Seven or eight refusals, a client's clearance, or a refusal by law that no rule bears out. @param rules those in force */
export function needsApproval(acceptance: AcceptanceOfJob, rules: readonly LegalRestriction[]): boolean {
  const looksAt = ({ family, reason }: StanceRow) =>
    reason === 'client_clearance' || (reason === 'law' && !rules.some((rule) => bearsOut(rule, family, acceptance)))
  return refusalsOf(acceptance).length > REFUSALS_WITHOUT_APPROVAL || acceptance.stances.some(looksAt)
}

/** What a coordinator has said of the refusals as they stand, as the employer sees it. */
export type Approval = { state: 'not_needed' | 'not_asked' | 'waiting' | 'approved' | 'refused'; answer: string }

export const APPROVAL_NOT_NEEDED: Approval = { state: 'not_needed', answer: '' }

/**
 * Whether a further proposal keeps what one employer learns of one person within the limit. What teaches nothing new is always within it.
 * @param before what the employer refused in the proposals of that person it was sent
 * @param approved whether a coordinator approved more for this vacancy
 */
export function staysWithinLimit(before: readonly Refusal[], here: readonly Refusal[], approved: boolean): boolean {
  const known = new Set(before)
  const all = new Set([...before, ...here])
  return all.size === known.size || all.size <= (approved ? MOST_REFUSALS : REFUSALS_WITHOUT_APPROVAL)
}
