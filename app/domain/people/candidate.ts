// A person's profile: the open part, the restricted part, readiness and stage.
import { codeFrom } from '#app/domain/shared/code.ts'
import type { OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import type { Day, Month } from '#app/domain/shared/day.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import type {
  CefrLevel,
  Certificate,
  DrivingCategory,
  EducationLevel,
  PhysicalDemand,
  Shift,
  SpokenLanguage,
  SupportOffered,
  WorkContext,
} from '#app/domain/vacancies/job-terms.ts'

/** `looking`: at liberty and without work, which says nothing of where the person was before. */
export const STAGES = ['looking', 'in_custody', 'open_prison', 'preparing_release', 'in_work', 'settled', 'left'] as const
export type Stage = (typeof STAGES)[number]

/** What a list of people is divided by: all of a stage that stands in the database unencrypted. */
export const ACTIVITIES = ['seeking', 'working', 'finished'] as const
export type Activity = (typeof ACTIVITIES)[number]

/** `seeking`: somebody looks for work with the person. `finished`: a caseworker has nothing more to do; left out of lists until asked for. */
const ACTIVITY_OF = {
  looking: 'seeking',
  in_custody: 'seeking',
  open_prison: 'seeking',
  preparing_release: 'seeking',
  in_work: 'working',
  settled: 'finished',
  left: 'finished',
} as const satisfies Record<Stage, Activity>

export function activityOf(stage: Stage): Activity {
  return ACTIVITY_OF[stage]
}

export function isSeeking(stage: Stage): boolean {
  return ACTIVITY_OF[stage] === 'seeking'
}

export const READINESS_ITEMS = [
  'id_document',
  'declared_residence',
  'bank_account',
  'phone',
  'email',
  'housing',
  'nva_status',
  'tax_book',
  'medical_book',
  'clothes',
  'transport',
] as const
export type ReadinessItem = (typeof READINESS_ITEMS)[number]
export const READINESS_STATES = ['in_place', 'in_progress', 'needed'] as const
export type ReadinessState = (typeof READINESS_STATES)[number]

export const TRAVEL_MEANS = ['walk', 'bicycle', 'bus', 'car', 'none'] as const
type TravelMeans = (typeof TRAVEL_MEANS)[number]

/** The open part: may be shown to an employer, coded, through `anonymousView`. `null` = not known. */
export type OpenProfile = {
  /** ISCO-08 unit groups. */
  occupationsWanted: string[]
  experience: { occupation: string; months: number }[]
  skills: string[]
  certificates: { certificate: Certificate; expiresOn: Day | null }[]
  driving: { category: DrivingCategory; expiresOn: Day | null }[]
  medicalBook: { state: 'valid' | 'none'; expiresOn: Day | null } | null
  languages: { language: SpokenLanguage; level: CefrLevel }[]
  education: EducationLevel | null
  shifts: Shift[] | null
  nights: boolean | null
  /** Demands the person cannot meet; null = not asked yet. */
  limits: PhysicalDemand[] | null
  /** Where daily travel starts (a town's centre, never an address). */
  travelFrom: { municipality: string; place: string; coordinates: Coordinates } | null
  travelMeans: TravelMeans | null
  maxKm: number | null
  /** Would live in a dormitory near the work. */
  dormitory: boolean | null
  awayOver15Days: boolean | null
  /** Gross, a month. */
  payWishCents: number | null
  startFrom: Month | null
  /** Somebody would speak of their work, or a statement of work done is there. */
  workReference: boolean | null
  supportNeeded: SupportOffered[]
}

export const EMPTY_PROFILE: OpenProfile = {
  occupationsWanted: [],
  experience: [],
  skills: [],
  certificates: [],
  driving: [],
  medicalBook: null,
  languages: [],
  education: null,
  shifts: null,
  nights: null,
  limits: null,
  travelFrom: null,
  travelMeans: null,
  maxKm: null,
  dormitory: null,
  awayOver15Days: null,
  payWishCents: null,
  startFrom: null,
  workReference: null,
  supportNeeded: [],
}

/** `none`: it is known that nothing is recorded; `unknown`: nobody has looked yet. */
export const RECORD_STATUSES = ['none', 'unspent', 'spent', 'unknown'] as const
type RecordStatus = (typeof RECORD_STATUSES)[number]

export type Supervision = {
  appointmentsPerMonth: number
  monitoring: boolean
  /** Longest stay away without permission, in days; null = no limit known. */
  maxAwayDays: number | null
  until: Day | null
}

/** A court's ban on an occupation or a kind of work, for this person (KL 44). */
export type IndividualBan = { occupation: string | null; context: WorkContext | null; until: Day | null }

/** The restricted part (GDPR art. 10): only public-authority caseworkers read or write it. `null` = not known. */
export type RestrictedProfile = {
  families: OffenceFamily[] | null
  /** The year of the last offence of each family, where it is known. */
  lastYears: Partial<Record<OffenceFamily, number>>
  recordStatus: RecordStatus
  /** Computed by a visible rule, editable. */
  spentOn: Day | null
  releasedOn: Day | null
  /** True when there was no custody: no time since a release is asked of them. */
  noCustody: boolean
  supervision: Supervision | 'none' | null
  bans: IndividualBan[] | null
}

export const EMPTY_RECORD: RestrictedProfile = {
  families: null,
  lastYears: {},
  recordStatus: 'unknown',
  spentOn: null,
  releasedOn: null,
  noCustody: false,
  supervision: null,
  bans: null,
}

/** A stored record: one that was written before a field existed knows nothing of it. */
export function recordOf(stored: Partial<RestrictedProfile>): RestrictedProfile {
  return { ...EMPTY_RECORD, ...stored }
}

/** What is stored of a person with no record at all: an answer, unlike `EMPTY_RECORD`. */
export const NOTHING_RECORDED: RestrictedProfile = {
  families: [],
  lastYears: {},
  recordStatus: 'none',
  spentOn: null,
  releasedOn: null,
  noCustody: true,
  supervision: 'none',
  bans: [],
}

/** Where a person is on the way to work. */
export type Situation = { stage: Stage; custodyPlaceId: string | null; plannedReleaseOn: Day | null }

/** What matching reads of a person for an organisation that is no public authority: it can hold nothing else. */
export type OpenFacts = { open: OpenProfile; restricted: null }

/** What matching reads of a person for a public authority. */
export type CandidateFacts = {
  open: OpenProfile
  restricted: RestrictedProfile
  stage: Stage
  plannedReleaseOn: Day | null
}

/** The vault: opened to the own caseworkers, and to one employer after the person's second yes. */
export type Identity = {
  givenName: string
  familyName: string
  personalCode: string | null
  birthDate: Day | null
  phone: string | null
  email: string | null
  address: string | null
}

export const CODE_PATTERN = /^K-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}$/

/** A person's code: `K-7Q4M-2X`. @param bytes at least 6 random bytes; the randomness comes from outside. */
export function candidateCode(bytes: Uint8Array): string {
  return codeFrom('K', bytes)
}

/** Reads a code as people type it: lower case, without dashes or the K. */
export function normaliseCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const body = letters.length === 7 && letters.startsWith('K') ? letters.slice(1) : letters
  const code = `K-${body.slice(0, 4)}-${body.slice(4)}`
  return CODE_PATTERN.test(code) ? code : null
}
