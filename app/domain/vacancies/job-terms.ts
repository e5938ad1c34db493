// The words for work itself: pay, shifts, requirements, support, context. Vacancies and profiles share them.

export const PAY_PERIODS = ['hour', 'month'] as const
export type PayPeriod = (typeof PAY_PERIODS)[number]

export const SHIFTS = ['day', 'evening', 'night', 'rotating', 'weekend'] as const
export type Shift = (typeof SHIFTS)[number]

export const CONTRACTS = ['permanent', 'fixed_term', 'seasonal'] as const
export type Contract = (typeof CONTRACTS)[number]

export const STRENGTHS = ['must', 'negotiable', 'nice'] as const
export type Strength = (typeof STRENGTHS)[number]

export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
export type CefrLevel = (typeof CEFR_LEVELS)[number]

export const LANGUAGES = ['lv', 'ru', 'en', 'de', 'lt', 'uk'] as const
export type SpokenLanguage = (typeof LANGUAGES)[number]

export const EDUCATION_LEVELS = ['none', 'primary', 'basic', 'vocational', 'secondary', 'higher'] as const
export type EducationLevel = (typeof EDUCATION_LEVELS)[number]

export const DRIVING_CATEGORIES = ['AM', 'B', 'BE', 'C', 'CE', 'D', 'TR1', 'TR2'] as const
export type DrivingCategory = (typeof DRIVING_CATEGORIES)[number]

export const CERTIFICATES = [
  'forklift',
  'crane',
  'welder_iso9606',
  'electrician_group',
  'chainsaw',
  'brush_cutter',
  'scaffold',
  'work_at_height',
  'code95',
  'adr',
  'hygiene',
  'boiler_operator',
  'guard',
  'stcw',
  'excavator',
  'first_aid',
] as const
export type Certificate = (typeof CERTIFICATES)[number]

export const PHYSICAL_DEMANDS = [
  'heavy_lifting',
  'standing',
  'height',
  'outdoor_cold',
  'dust_noise',
  'fine_hands',
  'good_sight',
  'vehicle',
] as const
export type PhysicalDemand = (typeof PHYSICAL_DEMANDS)[number]

export const SUPPORT_OFFERED = ['mentor', 'training', 'trial_day', 'transport', 'dormitory', 'meals', 'clothes', 'pay_advance'] as const
export type SupportOffered = (typeof SUPPORT_OFFERED)[number]

export const SUPPORT_WANTED = ['named_contact', 'visits', 'replacement', 'subsidy_papers', 'work_statement'] as const
export type SupportWanted = (typeof SUPPORT_WANTED)[number]

export const WORK_CONTEXTS = [
  'cash',
  'keys',
  'children',
  'vulnerable',
  'driving',
  'alcohol',
  'medicines',
  'weapons',
  'alone',
  'away_over_15_days',
  'sea',
] as const
export type WorkContext = (typeof WORK_CONTEXTS)[number]

/** The reason the law wants for asking a foreign language (Darba likums 32). */
export const LANGUAGE_REASONS = ['clients', 'team', 'documents', 'partners_abroad'] as const
type LanguageReason = (typeof LANGUAGE_REASONS)[number]

export type Requirements = {
  latvian: { level: CefrLevel; strength: Strength } | null
  otherLanguages: { language: Exclude<SpokenLanguage, 'lv'>; level: CefrLevel; strength: Strength; reason: LanguageReason }[]
  education: { level: EducationLevel; strength: Strength } | null
  /** Months in this vacancy's occupation. */
  experience: { months: number; strength: Strength } | null
  /** Plain words, at most 60 letters each. */
  skills: { skill: string; strength: Strength }[]
  driving: { category: DrivingCategory; strength: Strength }[]
  certificates: { certificate: Certificate; strength: Strength }[]
  medicalBook: Strength | null
  physical: { demand: PhysicalDemand; strength: Strength }[]
  /** How firm the vacancy's shifts are; null when any arrangement can be talked about. */
  shifts: Strength | null
  nights: Strength | null
  /** Being away from home over 15 days at a time. */
  away: Strength | null
}

export const NO_REQUIREMENTS: Requirements = {
  latvian: null,
  otherLanguages: [],
  education: null,
  experience: null,
  skills: [],
  driving: [],
  certificates: [],
  medicalBook: null,
  physical: [],
  shifts: null,
  nights: null,
  away: null,
}
