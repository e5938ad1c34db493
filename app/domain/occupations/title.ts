// An occupation from however a person typed it: a title in any of the three languages, or the code.
import { fold } from '#app/domain/shared/fold.ts'
import { OCCUPATIONS, type Occupation } from './occupations.ts'

type Named = readonly [title: string, occupation: Occupation]

const WHOLE: readonly Named[] = OCCUPATIONS.flatMap((occupation) =>
  [occupation.isco, occupation.lv, occupation.ru, occupation.en].map((title) => [fold(title), occupation] as const),
)
/** "Krāvējs, ostas strādnieks" is known by each of its two names. */
const PARTS: readonly Named[] = WHOLE.flatMap(([title, occupation]) =>
  title.includes(', ') ? title.split(', ').map((part) => [part, occupation] as const) : [],
)
const namesMoreThanOne = (part: string, of: Occupation) => [...WHOLE, ...PARTS].some(([title, other]) => title === part && other !== of)
const BY_TITLE: ReadonlyMap<string, Occupation> = new Map([...PARTS.filter(([part, of]) => !namesMoreThanOne(part, of)), ...WHOLE])

/** Without marks, in capitals, with spaces around: still the same title. Undefined when it is not one of the eighty. */
export function findOccupation(typed: string): Occupation | undefined {
  return BY_TITLE.get(fold(typed.trim().replace(/\s+/g, ' ')))
}
