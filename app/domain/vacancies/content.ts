// What an employer writes of a vacancy, in the steps of the guided form, and what must be there before it is published.
import { OFFENCE_FAMILIES, type AcceptanceTerms, type StanceRow } from './acceptance.ts'
import type { Day } from '#app/domain/shared/day.ts'
import { belowMinimumWage } from './minimum-wage.ts'
import type { Approval } from './refusal-limit.ts'
import { stanceProblem } from './refusal-rules.ts'
import type { Coordinates, Visibility } from './vacancy.ts'
import type { Contract, PayPeriod, Requirements, Shift, SupportOffered, SupportWanted, WorkContext } from './job-terms.ts'

export const VACANCY_STEPS = ['job', 'place', 'pay', 'requirements', 'context', 'acceptance', 'support', 'visibility'] as const
export type VacancyStep = (typeof VACANCY_STEPS)[number]

export type VacancyContent = {
  title: string
  occupation: string | null
  description: string
  positions: number
  contract: Contract | null
  municipality: string | null
  place: string
  address: string
  coordinates: Coordinates | null
  remote: boolean
  shifts: Shift[]
  hoursPerWeek: number | null
  startOn: Day | null
  payFromCents: number | null
  payToCents: number | null
  payPeriod: PayPeriod
  requirements: Requirements
  contexts: WorkContext[]
  stances: StanceRow[]
  terms: AcceptanceTerms
  /** Why more is refused than usual; for the coordinator who approves it. */
  refusalExplanation: string
  supportOffered: SupportOffered[]
  supportWanted: SupportWanted[]
  contactReplyDays: number | null
  visibility: Visibility
}

const GAPS = ['title', 'occupation', 'place', 'pay', 'payOrder', 'belowMinimum', 'stances', 'approval'] as const
export type Gap = (typeof GAPS)[number]

/** Where each gap is filled. */
export const GAP_STEPS = {
  title: 'job',
  occupation: 'job',
  place: 'place',
  pay: 'pay',
  payOrder: 'pay',
  belowMinimum: 'pay',
  stances: 'acceptance',
  approval: 'acceptance',
} as const satisfies Record<Gap, VacancyStep>

function payGap({ payFromCents: from, payToCents: to, payPeriod, hoursPerWeek }: VacancyContent): Gap | null {
  // Darba likums 32: the advertisement states the pay.
  if (from === null || to === null) return 'pay'
  if (from > to) return 'payOrder'
  return belowMinimumWage({ cents: from, payPeriod, hoursPerWeek }) ? 'belowMinimum' : null
}

/** Every family has its row, each refusal a reason that this work has; "not stated" may be published. */
function stancesHold({ stances, contexts }: VacancyContent): boolean {
  return OFFENCE_FAMILIES.every((family) => {
    const row = stances.find((one) => one.family === family)
    return row !== undefined && stanceProblem(row, contexts) === null
  })
}

/** What is still missing before it may be published; empty when nothing is. @param approval of what is refused here */
export function gapsIn(content: VacancyContent, approval: Approval): Gap[] {
  const pay = payGap(content)
  const missing: Record<Gap, boolean> = {
    title: content.title.trim() === '',
    occupation: content.occupation === null,
    place: content.municipality === null || content.place === '',
    pay: pay === 'pay',
    payOrder: pay === 'payOrder',
    belowMinimum: pay === 'belowMinimum',
    stances: !stancesHold(content),
    approval: approval.state !== 'not_needed' && approval.state !== 'approved',
  }
  return GAPS.filter((gap) => missing[gap])
}

/** The free text of a vacancy that everybody will read. */
export function freeTextOf({ title, description, address, requirements, stances }: VacancyContent): string {
  const articles = stances.flatMap(({ article }) => article ?? [])
  return [title, description, address, ...requirements.skills.map(({ skill }) => skill), ...articles].join('\n')
}
