// What an employer states it accepts, and why it may refuse.

export const OFFENCE_FAMILIES = [
  'property',
  'fraud',
  'robbery',
  'violence',
  'homicide',
  'sexual',
  'children_family',
  'drug_use',
  'drug_distribution',
  'traffic',
  'arson_weapons',
  'other',
] as const
export type OffenceFamily = (typeof OFFENCE_FAMILIES)[number]

/** `not_stated`: nobody chose, in an employer's own vacancy; `not_asked`: imported, nobody was asked. Neither is an answer. */
export const STANCES = ['accept', 'yes_if', 'case_by_case', 'not_for_this_job', 'not_stated', 'not_asked'] as const
export type Stance = (typeof STANCES)[number]

/** What an employer may choose in the form; nothing is chosen for it. */
export const STATED_STANCES = ['accept', 'yes_if', 'case_by_case', 'not_for_this_job'] as const satisfies readonly Stance[]
export const UNSTATED_STANCES = ['not_stated', 'not_asked'] as const satisfies readonly Stance[]

/** Darba likums 33: a question about the past is allowed only where it is essential to the job, so a refusal names its job-related reason. */
export const REFUSAL_REASONS = [
  'cash_valuables',
  'keys_homes',
  'children_vulnerable',
  'driving',
  'alcohol_medicines',
  'weapons',
  'working_alone',
  'law',
  'client_clearance',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** What the caseworker's side keeps: promised with every proposal to the vacancy, asked about after the start. */
export const PROMISES = ['talk', 'mentor', 'visit', 'replacement'] as const
export type Promised = (typeof PROMISES)[number]
export const YEARS_SINCE_OFFENCE = [1, 2, 3, 5, 10] as const
export const CONDITION_MONTHS_SINCE_RELEASE = [3, 6, 12, 24] as const

/** What turns a "yes, if" into a yes. */
export type StanceCondition =
  /** Full years since the last such offence. */
  | { kind: 'since_offence'; years: (typeof YEARS_SINCE_OFFENCE)[number] }
  | { kind: 'since_release'; months: (typeof CONDITION_MONTHS_SINCE_RELEASE)[number] }
  /** A reference, or a statement of work done. */
  | { kind: 'reference' }
  | { kind: Promised }
export const PLAIN_CONDITIONS = ['reference', ...PROMISES] as const satisfies readonly StanceCondition['kind'][]

export type StanceRow = {
  family: OffenceFamily
  stance: Stance
  /** Present exactly when the stance is `not_for_this_job`. */
  reason: RefusalReason | null
  /** The article of law; present when the reason is `law`. */
  article: string | null
  /** Who asks for the clearance; present when the reason is `client_clearance`. Read by the employer, caseworkers and coordinators. */
  client: string | null
  /** At least one exactly when the stance is `yes_if`; all of them must hold. */
  conditions: StanceCondition[]
}

export type ConditionWord =
  | `plainCondition.${(typeof PLAIN_CONDITIONS)[number]}`
  | `yearsSinceOffence.${(typeof YEARS_SINCE_OFFENCE)[number]}`
  | `conditionMonths.${(typeof CONDITION_MONTHS_SINCE_RELEASE)[number]}`

/** The word of a vocabulary that says the condition. */
export function conditionWord(condition: StanceCondition): ConditionWord {
  if (condition.kind === 'since_offence') return `yearsSinceOffence.${condition.years}`
  return condition.kind === 'since_release' ? `conditionMonths.${condition.months}` : `plainCondition.${condition.kind}`
}

/** A row that states nothing beyond its stance. */
export function plainStance(family: OffenceFamily, stance: Stance): StanceRow {
  return { family, stance, reason: null, article: null, client: null, conditions: [] }
}

export const MONTHS_SINCE_RELEASE = [0, 3, 6, 12, 24] as const
type MonthsSinceRelease = (typeof MONTHS_SINCE_RELEASE)[number]
export const SUPERVISION_ANSWERS = ['yes', 'with_conditions', 'no'] as const
type SupervisionAnswer = (typeof SUPERVISION_ANSWERS)[number]
export const YES_NO_ASK = ['yes', 'no', 'not_asked'] as const
type YesNoAsk = (typeof YES_NO_ASK)[number]
export const WHO_KNOWS = ['owner', 'hr', 'line_manager', 'team'] as const
type WhoKnows = (typeof WHO_KNOWS)[number]
export const SOBRIETY_RULES = ['none', 'no_alcohol_at_work', 'test_at_gate'] as const
type SobrietyRule = (typeof SOBRIETY_RULES)[number]

/** The rest of what an employer states, beside the twelve stances. */
export type AcceptanceTerms = {
  /** Least months since release; 0 = none; null = not asked. */
  monthsSinceRelease: MonthsSinceRelease | null
  supervision: SupervisionAnswer | 'not_asked'
  /** Appointments a month that fit in working time, 0–4; null = not asked. */
  appointmentsPerMonth: number | null
  /** Works with electronic monitoring: fixed site, fixed hours. */
  monitoring: YesNoAsk
  /** May start before release, from open prison. */
  openPrison: YesNoAsk
  firstJobOrGap: YesNoAsk
  wageDeductions: YesNoAsk
  sobriety: SobrietyRule | 'not_asked'
  whoKnows: WhoKnows | 'not_asked'
}

export const TERMS_NOT_ASKED: AcceptanceTerms = {
  monthsSinceRelease: null,
  supervision: 'not_asked',
  appointmentsPerMonth: null,
  monitoring: 'not_asked',
  openPrison: 'not_asked',
  firstJobOrGap: 'not_asked',
  wageDeductions: 'not_asked',
  sobriety: 'not_asked',
  whoKnows: 'not_asked',
}

export function stancesOf(stance: 'case_by_case' | 'not_stated' | 'not_asked'): StanceRow[] {
  return OFFENCE_FAMILIES.map((family) => plainStance(family, stance))
}

/** As people read them everywhere; the database gives them in no order. */
export function inFamilyOrder<Row extends { family: OffenceFamily }>(stances: readonly Row[]): Row[] {
  return stances.toSorted((a, b) => OFFENCE_FAMILIES.indexOf(a.family) - OFFENCE_FAMILIES.indexOf(b.family))
}

export function isStated(stance: Stance): boolean {
  return stance !== 'not_stated' && stance !== 'not_asked'
}

/** True when the employer has answered for at least one family. */
export function acceptanceStated(stances: readonly Pick<StanceRow, 'stance'>[]): boolean {
  return stances.some((row) => isStated(row.stance))
}

/** What every proposal to the vacancy promises, whoever is proposed: a promise for some families alone would tell of the person. */
export function promisesIn(stances: readonly StanceRow[]): Promised[] {
  return PROMISES.filter((promise) => stances.some((row) => row.conditions.some(({ kind }) => kind === promise)))
}
