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

/** `not_asked` is only for vacancies nobody has asked about yet (imported ones); it never means acceptance or refusal. */
export const STANCES = ['accept', 'case_by_case', 'not_for_this_job', 'not_asked'] as const
export type Stance = (typeof STANCES)[number]

/** What an employer may choose in the form; `not_asked` is not a choice. */
export const STATED_STANCES = ['accept', 'case_by_case', 'not_for_this_job'] as const

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

export type StanceRow = {
  family: OffenceFamily
  stance: Stance
  /** Present exactly when the stance is `not_for_this_job`. */
  reason: RefusalReason | null
  /** The article of law; present when the reason is `law`. */
  article: string | null
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

export function stancesOf(stance: 'case_by_case' | 'not_asked'): StanceRow[] {
  return OFFENCE_FAMILIES.map((family) => ({ family, stance, reason: null, article: null }))
}

/** As people read them everywhere; the database gives them in no order. */
export function inFamilyOrder<Row extends { family: OffenceFamily }>(stances: readonly Row[]): Row[] {
  return stances.toSorted((a, b) => OFFENCE_FAMILIES.indexOf(a.family) - OFFENCE_FAMILIES.indexOf(b.family))
}

/** True when the employer has answered for at least one family. */
export function acceptanceStated(stances: readonly StanceRow[]): boolean {
  return stances.some((row) => row.stance !== 'not_asked')
}

export type StanceProblem = 'reason_missing' | 'reason_unexpected' | 'article_missing' | 'not_a_choice'

/** What is wrong with a stated stance, or null; the database refuses the same rows. */
export function stanceProblem(row: StanceRow): StanceProblem | null {
  if (row.stance === 'not_asked') return 'not_a_choice'
  if (row.stance !== 'not_for_this_job') return row.reason === null ? null : 'reason_unexpected'
  if (row.reason === null) return 'reason_missing'
  if (row.reason === 'law' && !row.article?.trim()) return 'article_missing'
  return null
}
