// Arbitrary vacancies and people for property tests, narrow enough that their requirements and facts often meet.
import fc from 'fast-check'
import { KULDIGA, LIEPAJA, TODAY, VENTSPILS } from './build-match.ts'
import type { AcceptanceTerms, StanceCondition, StanceRow } from '#app/domain/vacancies/acceptance.ts'
import {
  OFFENCE_FAMILIES,
  plainStance,
  REFUSAL_REASONS,
  STANCES,
  SUPERVISION_ANSWERS,
  YES_NO_ASK,
} from '#app/domain/vacancies/acceptance.ts'
import type { CandidateFacts, OpenProfile, RestrictedProfile, Supervision } from '#app/domain/people/candidate.ts'
import { RECORD_STATUSES, STAGES, TRAVEL_MEANS } from '#app/domain/people/candidate.ts'
import { RESTRICTION_EFFECTS } from '#app/domain/matching/legal-restriction.ts'
import type { LegalRestriction } from '#app/domain/matching/legal-restriction.ts'
import type { MatchContext } from '#app/domain/matching/criterion.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { CEFR_LEVELS, EDUCATION_LEVELS, PAY_PERIODS, SHIFTS, STRENGTHS, SUPPORT_OFFERED } from '#app/domain/vacancies/job-terms.ts'
import type { Requirements } from '#app/domain/vacancies/job-terms.ts'

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const few = <T>(value: fc.Arbitrary<T>, maxLength = 2) => fc.array(value, { maxLength })

const days = oneOf([
  '2024-01-10',
  '2025-12-10',
  '2026-02-20',
  '2026-03-10',
  '2026-04-01',
  '2026-05-04',
  '2026-05-20',
  '2026-09-01',
  '2028-01-01',
])
const occupations = oneOf(['7115', '7112', '8332', '5311'])
const contexts = oneOf(['driving', 'children', 'sea', 'away_over_15_days'] as const)
const certificates = oneOf(['forklift', 'crane', 'code95'] as const)
const categories = oneOf(['B', 'C', 'CE', 'TR1'] as const)
const demands = oneOf(['heavy_lifting', 'height'] as const)
const skills = oneOf(['Metināšana MIG', 'metinasana', 'metinātājs', 'mūrēšana'])
const points = oneOf([KULDIGA, VENTSPILS, LIEPAJA])
const levels = oneOf(CEFR_LEVELS)
const families = oneOf(OFFENCE_FAMILIES.slice(0, 4))
const strength = oneOf(STRENGTHS)

const requirements: fc.Arbitrary<Requirements> = fc.record({
  latvian: maybe(fc.record({ level: levels, strength })),
  otherLanguages: few(
    fc.record({ language: oneOf(['ru', 'en'] as const), level: levels, strength, reason: fc.constant('team' as const) }),
    1,
  ),
  education: maybe(fc.record({ level: oneOf(EDUCATION_LEVELS), strength })),
  experience: maybe(fc.record({ months: oneOf([0, 1, 6, 12]), strength })),
  skills: few(fc.record({ skill: skills, strength })),
  driving: few(fc.record({ category: categories, strength })),
  certificates: few(fc.record({ certificate: certificates, strength })),
  medicalBook: maybe(strength),
  physical: few(fc.record({ demand: demands, strength })),
  shifts: maybe(strength),
  nights: maybe(strength),
  away: maybe(strength),
})

const CONDITIONS: readonly StanceCondition[] = [
  { kind: 'since_offence', years: 3 },
  { kind: 'since_release', months: 12 },
  { kind: 'reference' },
  { kind: 'talk' },
]

const stanceRow = (family: StanceRow['family']): fc.Arbitrary<StanceRow> =>
  fc
    .record({
      stance: oneOf(STANCES),
      because: oneOf(REFUSAL_REASONS),
      ifs: fc.uniqueArray(oneOf(CONDITIONS), { minLength: 1, maxLength: 2 }),
    })
    .map(({ stance, because, ifs }) => {
      const reason = stance === 'not_for_this_job' ? because : null
      return {
        ...plainStance(family, stance),
        reason,
        article: reason === 'law' ? 'Izdomātais likums 1. pants' : null,
        client: reason === 'client_clearance' ? 'Izdomāts klients' : null,
        conditions: stance === 'yes_if' ? ifs : [],
      }
    })
const accepting: StanceRow[] = OFFENCE_FAMILIES.map((family) => plainStance(family, 'accept'))
const stances = fc.oneof(fc.constant(accepting), fc.tuple(...OFFENCE_FAMILIES.map(stanceRow)), fc.constant<StanceRow[]>([]))

const terms: fc.Arbitrary<AcceptanceTerms> = fc.record({
  monthsSinceRelease: maybe(oneOf([0, 3, 6, 12])),
  supervision: oneOf([...SUPERVISION_ANSWERS, 'not_asked', 'yes', 'yes'] as const),
  appointmentsPerMonth: maybe(oneOf([0, 1, 4])),
  monitoring: oneOf(YES_NO_ASK),
  openPrison: oneOf(YES_NO_ASK),
  firstJobOrGap: oneOf(YES_NO_ASK),
  wageDeductions: oneOf(YES_NO_ASK),
  sobriety: fc.constant('none' as const),
  whoKnows: fc.constant('hr' as const),
})

/** Anything a vacancy can ask, all at once. */
export const anyVacancy: fc.Arbitrary<VacancyFacts> = fc.record({
  id: fc.uuid(),
  employerId: fc.constant(null),
  occupation: occupations,
  coordinates: maybe(points),
  remote: oneOf([false, false, true]),
  payFromCents: maybe(oneOf([70_000, 120_000])),
  payToCents: maybe(oneOf([120_000, 160_000])),
  payPeriod: oneOf(PAY_PERIODS),
  hoursPerWeek: maybe(oneOf([20, 40])),
  contract: fc.constant(null),
  shifts: few(oneOf(SHIFTS)),
  startOn: maybe(days),
  contexts: few(contexts, 1),
  requirements,
  stances,
  terms,
  supportOffered: few(oneOf(SUPPORT_OFFERED)),
  supportWanted: fc.constant([]),
})

const paper = { expiresOn: maybe(days) }

const open: fc.Arbitrary<OpenProfile> = fc.record({
  occupationsWanted: few(occupations),
  experience: few(fc.record({ occupation: occupations, months: oneOf([0, 5, 12]) })),
  skills: few(skills),
  certificates: few(fc.record({ certificate: certificates, ...paper })),
  driving: few(fc.record({ category: categories, ...paper })),
  medicalBook: maybe(fc.record({ state: oneOf(['valid', 'none'] as const), ...paper })),
  languages: few(fc.record({ language: oneOf(['lv', 'ru'] as const), level: levels })),
  education: maybe(oneOf(EDUCATION_LEVELS)),
  shifts: maybe(few(oneOf(SHIFTS))),
  nights: maybe(fc.boolean()),
  limits: maybe(few(demands)),
  travelFrom: maybe(points.map((coordinates) => ({ municipality: 'Izdomātais novads', place: 'Izdomātā', coordinates }))),
  travelMeans: maybe(oneOf(TRAVEL_MEANS)),
  maxKm: maybe(oneOf([3, 20, 60, 150])),
  dormitory: maybe(fc.boolean()),
  awayOver15Days: maybe(fc.boolean()),
  payWishCents: maybe(oneOf([90_000, 150_000])),
  startFrom: maybe(oneOf(['2026-03', '2026-05', '2026-12'])),
  workReference: maybe(fc.boolean()),
  supportNeeded: fc.constant([]),
})

const supervised: fc.Arbitrary<Supervision> = fc.record({
  appointmentsPerMonth: oneOf([0, 2, 5]),
  monitoring: fc.boolean(),
  maxAwayDays: maybe(oneOf([1, 15, 30])),
  until: maybe(days),
})

export const anyRecord: fc.Arbitrary<RestrictedProfile> = fc.record({
  families: maybe(fc.uniqueArray(families, { maxLength: 3 })),
  lastYears: fc.dictionary(families, oneOf([2005, 2020, 2025])),
  recordStatus: oneOf(RECORD_STATUSES),
  spentOn: maybe(days),
  releasedOn: maybe(days),
  noCustody: fc.boolean(),
  supervision: fc.oneof(supervised, fc.constant('none' as const), fc.constant(null)),
  bans: maybe(few(fc.record({ occupation: maybe(oneOf(['71', '8332'])), context: maybe(contexts), until: maybe(days) }), 1)),
})

export const anyPerson: fc.Arbitrary<CandidateFacts> = fc.record({
  open,
  restricted: anyRecord,
  stage: oneOf(STAGES),
  plannedReleaseOn: maybe(days),
})

const restriction: fc.Arbitrary<LegalRestriction> = fc.record({
  id: fc.uuid(),
  occupation: maybe(oneOf(['5', '83'])),
  context: maybe(contexts),
  family: maybe(families),
  effect: oneOf(RESTRICTION_EFFECTS),
  article: fc.constant('Izdomātais likums 2. pants'),
  note: fc.constant(''),
  verifiedOn: maybe(days),
  source: fc.constant('https://example.org/likums'),
})

export const anyContext: fc.Arbitrary<MatchContext> = fc.record({ today: fc.constant(TODAY), restrictions: few(restriction, 3) })
