// Counts of people as they may be shown: under ten not at all, the others rounded, so that subtracting two counts says nothing of one person.

export const FEWEST_SHOWN = 10
const STEP = 5

/** `about` is rounded to the nearest five. */
export type ProtectedCount = { few: true } | { few: false; about: number }

/** @param fewest less than this is not shown; lower only where the number is not one of people. */
export function protectedCount(people: number, fewest: number = FEWEST_SHOWN): ProtectedCount {
  return people < fewest ? { few: true } : { few: false, about: Math.round(people / STEP) * STEP }
}
