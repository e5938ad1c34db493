// The restricted part of an invented person: families, supervision, bans; known where a public authority has written it down.
import { EMPTY_RECORD, NOTHING_RECORDED, type RestrictedProfile, type Supervision } from '#app/domain/people/candidate.ts'
import type { OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import { addMonths } from '#app/domain/shared/day.ts'
import { fixedRandom, type FixedRandom } from '../fixed-random.ts'
import type { PersonPlan } from './people-plan.ts'
import type { Calendar } from '../time.ts'

/** About as often as each occurs; a family stands as many times as it weighs. */
const FAMILIES: readonly OffenceFamily[] = [
  'property',
  'property',
  'property',
  'property',
  'property',
  'property',
  'drug_distribution',
  'drug_distribution',
  'drug_distribution',
  'traffic',
  'traffic',
  'traffic',
  'violence',
  'violence',
  'robbery',
  'robbery',
  'drug_use',
  'drug_use',
  'fraud',
  'homicide',
  'sexual',
  'children_family',
  'arson_weapons',
  'other',
]
const yearBefore = (today: string, years: number) => Number(today.slice(0, 4)) - years
const INSIDE = ['in_custody', 'open_prison', 'preparing_release']
const MONTHS_UNTIL_SPENT = [12, 24, 36, 60]

function familiesOf(random: FixedRandom): OffenceFamily[] {
  const first = random.pick(FAMILIES)
  const second = random.chance(25) ? random.pick(FAMILIES) : first
  return [...new Set([first, second])]
}

function supervisionOf(plan: PersonPlan, random: FixedRandom, calendar: Calendar): Supervision | 'none' | null {
  if (plan.stage === 'in_custody' || plan.stage === 'open_prison') return random.pick(['none', null])
  if (random.chance(plan.shown ? 0 : 10)) return null
  if (random.chance(plan.organisation.kind === 'probation' ? 15 : 50)) return 'none'
  return {
    appointmentsPerMonth: random.pick([1, 2, 2, 4]),
    monitoring: random.chance(12),
    maxAwayDays: random.pick([null, 3, 15, 30]),
    until: random.chance(85) ? calendar.day(random.between(40, 700)) : null,
  }
}

function bansOf(families: readonly OffenceFamily[], plan: PersonPlan, random: FixedRandom, calendar: Calendar): RestrictedProfile['bans'] {
  if (families.includes('traffic') && random.chance(60))
    return [{ occupation: null, context: 'driving', until: calendar.day(random.between(60, 900)) }]
  if (families.includes('children_family') || families.includes('sexual')) return [{ occupation: null, context: 'children', until: null }]
  if (families.includes('fraud') && random.chance(40))
    return [{ occupation: null, context: 'cash', until: calendar.day(random.between(60, 700)) }]
  return random.chance(plan.shown ? 0 : 12) ? null : []
}

export function recordFor(plan: PersonPlan, releasedDaysAgo: number | null, calendar: Calendar): RestrictedProfile {
  const random = fixedRandom(`record ${plan.key}`)
  if (plan.nothingRecorded) return NOTHING_RECORDED
  // Outside public authority nobody writes it; what is there was handed on by the probation.
  if (random.chance(plan.shown ? 8 : plan.organisation.kind === 'ngo' ? 60 : 8)) return EMPTY_RECORD
  const families = plan.demo ? (['property'] as OffenceFamily[]) : familiesOf(random)
  const releasedOn = INSIDE.includes(plan.stage) || releasedDaysAgo === null ? null : calendar.day(-releasedDaysAgo)
  const spentOn = releasedOn === null ? null : addMonths(releasedOn, random.pick(MONTHS_UNTIL_SPENT))
  return {
    families,
    lastYears: random.chance(70)
      ? Object.fromEntries(families.map((family) => [family, yearBefore(calendar.today, random.between(1, 9))]))
      : {},
    recordStatus: spentOn !== null && spentOn <= calendar.today ? 'spent' : random.chance(8) ? 'unknown' : 'unspent',
    spentOn,
    releasedOn,
    noCustody: false,
    supervision: plan.demo
      ? { appointmentsPerMonth: 2, monitoring: false, maxAwayDays: 15, until: calendar.day(240) }
      : supervisionOf(plan, random, calendar),
    bans: bansOf(families, plan, random, calendar),
  }
}
