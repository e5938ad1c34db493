// A vacancy that asks nothing and a person about whom everything is known: a test names only what it is about.
import type { AcceptanceTerms, OffenceFamily, RefusalReason, Stance, StanceCondition, StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { OFFENCE_FAMILIES, plainStance } from '#app/domain/vacancies/acceptance.ts'
import type { CandidateFacts, OpenProfile, RestrictedProfile } from '#app/domain/people/candidate.ts'
import type { LegalRestriction } from '#app/domain/matching/legal-restriction.ts'
import type { Answer, Criterion, MatchContext } from '#app/domain/matching/criterion.ts'
import { answerTo } from '#app/domain/matching/evaluate.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import type { Requirements } from '#app/domain/vacancies/job-terms.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'

export const TODAY = '2026-03-02'
export const KULDIGA = { lat: 56.968, lon: 21.961 }
export const VENTSPILS = { lat: 57.389, lon: 21.561 }
export const LIEPAJA = { lat: 56.511, lon: 21.014 }

const WELCOMING: AcceptanceTerms = {
  monthsSinceRelease: 0,
  supervision: 'yes',
  appointmentsPerMonth: 4,
  monitoring: 'yes',
  openPrison: 'yes',
  firstJobOrGap: 'yes',
  wageDeductions: 'yes',
  sobriety: 'none',
  whoKnows: 'owner',
}

/** All twelve rows; those not named are accepted. */
type Named = Stance | { reason: RefusalReason; article?: string } | { conditions: StanceCondition[] }

export function stances(named: Partial<Record<OffenceFamily, Named>> = {}): StanceRow[] {
  return OFFENCE_FAMILIES.map((family) => {
    const stance = named[family] ?? 'accept'
    if (typeof stance === 'string') return plainStance(family, stance)
    if ('conditions' in stance) return { ...plainStance(family, 'yes_if'), conditions: stance.conditions }
    return { ...plainStance(family, 'not_for_this_job'), reason: stance.reason, article: stance.article ?? null }
  })
}

type VacancyParts = Partial<Omit<VacancyFacts, 'requirements' | 'terms'>> & {
  requirements?: Partial<Requirements>
  terms?: Partial<AcceptanceTerms>
}

export function aVacancy({ requirements = {}, terms = {}, ...parts }: VacancyParts = {}): VacancyFacts {
  return {
    id: 'vacancy-1',
    employerId: 'employer-1',
    occupation: '9333',
    coordinates: KULDIGA,
    remote: false,
    payFromCents: 110_000,
    payToCents: 130_000,
    payPeriod: 'month',
    hoursPerWeek: 40,
    contract: 'permanent',
    shifts: ['day'],
    startOn: null,
    contexts: [],
    stances: stances(),
    supportOffered: [],
    supportWanted: [],
    ...parts,
    requirements: { ...NO_REQUIREMENTS, ...requirements },
    terms: { ...WELCOMING, ...terms },
  }
}

const KNOWN: OpenProfile = {
  occupationsWanted: ['9333'],
  experience: [{ occupation: '9333', months: 12 }],
  skills: ['kravu šķirošana'],
  certificates: [],
  driving: [],
  medicalBook: { state: 'none', expiresOn: null },
  languages: [{ language: 'lv', level: 'B1' }],
  education: 'basic',
  shifts: ['day'],
  nights: false,
  limits: [],
  travelFrom: { municipality: 'Kuldīgas novads', place: 'Kuldīga', coordinates: KULDIGA },
  travelMeans: 'bus',
  maxKm: 20,
  dormitory: false,
  awayOver15Days: false,
  payWishCents: 100_000,
  startFrom: '2026-03',
  workReference: null,
  supportNeeded: [],
}

const NOTHING_STANDS_AGAINST: RestrictedProfile = {
  families: [],
  lastYears: {},
  recordStatus: 'unspent',
  spentOn: null,
  releasedOn: '2024-01-10',
  noCustody: false,
  supervision: 'none',
  bans: [],
}

type PersonParts = Partial<OpenProfile> & { restricted?: Partial<RestrictedProfile> } & Partial<
    Pick<CandidateFacts, 'stage' | 'plannedReleaseOn'>
  >

export function aPerson({ restricted = {}, stage = 'looking', plannedReleaseOn = null, ...open }: PersonParts = {}): CandidateFacts {
  return { open: { ...KNOWN, ...open }, restricted: { ...NOTHING_STANDS_AGAINST, ...restricted }, stage, plannedReleaseOn }
}

export function aRestriction(parts: Partial<LegalRestriction> = {}): LegalRestriction {
  return {
    id: 'restriction-1',
    occupation: null,
    context: 'children',
    family: null,
    effect: 'check',
    article: 'Izdomātais likums 7. pants',
    note: '',
    verifiedOn: '2026-01-15',
    source: 'https://example.org/likums',
    ...parts,
  }
}

export function aContext(parts: Partial<MatchContext> = {}): MatchContext {
  return { today: TODAY, restrictions: [], ...parts }
}

/** What one criterion says, as a caseworker reads it: verdict and reason. */
export function ask(
  criterion: Criterion,
  vacancy: VacancyFacts,
  person: CandidateFacts,
  context: MatchContext = aContext(),
): Answer | null {
  return answerTo(criterion, vacancy, person, context)
}

export function said(answer: Answer | null): string {
  return answer === null ? 'nothing' : `${answer.verdict}: ${answer.reason.key}`
}
