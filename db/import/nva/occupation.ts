// Which of our occupations a profession of the register is, if any; a vacancy of another profession simply has none.
import { fold } from '#app/domain/shared/fold.ts'
import { OCCUPATIONS } from '#app/domain/occupations/occupations.ts'
import { DRIVER_RULES, NOT_OURS, OCCUPATION_RULES, type OccupationRule } from './occupation-words.ts'

const BY_TITLE: ReadonlyMap<string, string> = new Map(OCCUPATIONS.map(({ lv, isco }) => [fold(lv), isco]))

type CompiledRule = { isco: string; words: RegExp[] }

function compiled(rules: readonly OccupationRule[]): CompiledRule[] {
  return rules.map(([isco, ...words]) => ({ isco, words: words.map((word) => new RegExp(`(?:^|[^a-z])(?:${word})`)) }))
}

const DRIVERS = compiled(DRIVER_RULES)
const OTHERS = compiled(OCCUPATION_RULES)

function firstOf(rules: readonly CompiledRule[], title: string): string | null {
  return rules.find(({ words }) => words.every((word) => word.test(title)))?.isco ?? null
}

/** The ISCO-08 code, or null. */
export function readOccupation(title: string): string | null {
  const folded = fold(title)
  const exact = BY_TITLE.get(folded) ?? firstOf(DRIVERS, folded)
  if (exact !== null) return exact
  return NOT_OURS.test(folded) ? null : firstOf(OTHERS, folded)
}
