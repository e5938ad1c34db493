// What every matching criterion answers, and how its words are carried: keys and parameters, never sentences.
import type { CandidateFacts } from '#app/domain/people/candidate.ts'
import type { Day, Month } from '#app/domain/shared/day.ts'
import type { LegalRestriction, RestrictionEffect } from './legal-restriction.ts'
import type { ConditionWord, OffenceFamily, RefusalReason } from '#app/domain/vacancies/acceptance.ts'
import type {
  Certificate,
  DrivingCategory,
  EducationLevel,
  PhysicalDemand,
  Shift,
  SpokenLanguage,
  Strength,
  WorkContext,
} from '#app/domain/vacancies/job-terms.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'

/** `unknown` is never a failure: somebody has to ask. */
export const VERDICTS = ['meets', 'check', 'fails', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

/** In the order a caseworker reads them. */
export const CRITERIA = [
  'offence_stance',
  'legal_restriction',
  'individual_ban',
  'time_since_release',
  'supervision',
  'open_prison',
  'start_date',
  'distance',
  'licences',
  'certificates',
  'medical_book',
  'language',
  'experience',
  'education',
  'skills',
  'shifts',
  'physical',
  'away',
  'pay',
] as const
export type Criterion = (typeof CRITERIA)[number]

/** Criteria computed from the restricted part, custody or the exact stage: for public authorities alone. */
export const RESTRICTED_CRITERIA = [
  'offence_stance',
  'legal_restriction',
  'individual_ban',
  'time_since_release',
  'supervision',
  'open_prison',
] as const satisfies readonly Criterion[]
export type RestrictedCriterion = (typeof RESTRICTED_CRITERIA)[number]
export type OpenCriterion = Exclude<Criterion, RestrictedCriterion>

type Vocabularies = {
  certificate: Certificate
  context: WorkContext
  driving: DrivingCategory
  education: EducationLevel
  language: SpokenLanguage
  offenceFamily: OffenceFamily
  physical: PhysicalDemand
  refusalReason: RefusalReason
  restrictionEffect: RestrictionEffect
  shift: Shift
  strength: Strength
}
/** A word that phrases insert, with the vocabulary it is of: `certificate.forklift`. */
export type VocabularyWord = { [Name in keyof Vocabularies]: `${Name}.${Vocabularies[Name]}` }[keyof Vocabularies] | ConditionWord

/** A value a phrase holds; the screen words it in its own language. A list is joined by commas, a list inside a list by spaces. */
export type PhraseValue =
  | string
  | number
  | { word: VocabularyWord }
  | { occupation: string } // ISCO-08
  | { day: Day }
  | { month: Month }
  | { cents: number }
  | readonly PhraseValue[]

/** `key` is looked up as `match.<criterion>.<key>`. */
export type Phrase = { key: string; values: Readonly<Record<string, PhraseValue>> }

export type Answer = {
  criterion: Criterion
  verdict: Verdict
  /** Why, in one sentence. */
  reason: Phrase
  /** What the vacancy asks; null when it asks nothing. */
  asked: Phrase | null
  /** What the person has; null when not known. */
  has: Phrase | null
  /** What would turn the verdict; null when nothing can or nothing needs to. */
  change: Phrase | null
}

export type MatchContext = { today: Day; restrictions: readonly LegalRestriction[] }

/** One criterion: pure and total. Returns null when the vacancy asks nothing about it and there is no objection. */
export type Evaluate = (vacancy: VacancyFacts, candidate: CandidateFacts, context: MatchContext) => Answer | null

/** One criterion of the open part: it is given nothing else. */
export type EvaluateOpen = (vacancy: VacancyFacts, candidate: Pick<CandidateFacts, 'open'>, context: MatchContext) => Answer | null

export const GROUPS = ['fits', 'check', 'does_not_fit'] as const
export type Group = (typeof GROUPS)[number]
