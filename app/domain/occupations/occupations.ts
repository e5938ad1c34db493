// The occupations Tilts works with: 80 ISCO-08 unit groups in plain words, found by code.
import { OCCUPATION_GROUPS, OCCUPATION_ROWS, type OccupationGroup } from './data.ts'
import type { CefrLevel, Certificate, DrivingCategory, WorkContext } from '#app/domain/vacancies/job-terms.ts'

export { OCCUPATION_GROUPS, type OccupationGroup }

/** What is usual for the occupation; a vacancy states its own. Unverified working knowledge, never shown as a rule. */
export type Occupation = {
  /** ISCO-08 unit group, four digits. */
  isco: string
  group: OccupationGroup
  lv: string
  ru: string
  en: string
  contexts: readonly WorkContext[]
  certificates: readonly Certificate[]
  driving: readonly DrivingCategory[]
  medicalBook: boolean
  latvian: CefrLevel
}

export const OCCUPATIONS: readonly Occupation[] = OCCUPATION_GROUPS.flatMap((group) =>
  OCCUPATION_ROWS[group].map(([isco, latvian, lv, ru, en, usual]) => ({
    isco,
    group,
    lv,
    ru,
    en,
    contexts: usual?.contexts ?? [],
    certificates: usual?.certificates ?? [],
    driving: usual?.driving ?? [],
    medicalBook: usual?.medicalBook ?? false,
    latvian,
  })),
)

const BY_ISCO: ReadonlyMap<string, Occupation> = new Map(OCCUPATIONS.map((occupation) => [occupation.isco, occupation]))

export function occupationByIsco(isco: string): Occupation | undefined {
  return BY_ISCO.get(isco)
}

export function isOccupation(text: string): boolean {
  return BY_ISCO.has(text)
}

/** The occupation in a language; the code itself when it is not one of ours. */
export function occupationTitle(isco: string, language: 'lv' | 'ru' | 'en'): string {
  return BY_ISCO.get(isco)?.[language] ?? isco
}

export function occupationsOf(group: OccupationGroup): Occupation[] {
  return OCCUPATIONS.filter((occupation) => occupation.group === group)
}
