// What an employer is told about people: figures that were published before, the same for everybody, computed from nobody's record.
import type { OffenceFamily, Stance } from '#app/domain/vacancies/acceptance.ts'
import type { Day } from '#app/domain/shared/day.ts'

/** How many people take part in the region, as the last yearly report says. */
export type Participation = { people: number; report: string; publishedOn: Day }

/** Shares of all convictions of a year, in percent, by `SHARE_STEP`; a family the statistics do not name is absent. */
export type FamilyShares = Partial<Record<OffenceFamily, number>>
export type ConvictionStatistic = { source: string; year: number; shares: FamilyShares }

/** What open public vacancies that state their acceptance say of each family; `of` is how many those vacancies are. */
export type StatedElsewhere = { of: number; families: Record<OffenceFamily, Partial<Record<Stance, number>>> }

export type PublishedFigures = {
  statedElsewhere: StatedElsewhere
  participation: Participation | null
  convictions: ConvictionStatistic | null
}

/** What a year of statistics can be; anything else is a slip. */
export const STATISTIC_YEARS = { min: 1990, max: 2200 } as const

const SHARE_STEP = 5

/** Coarse on purpose: a share is background, never a measure of risk. @param percent 0–100 */
export function roundedShare(percent: number): number {
  return Math.round(percent / SHARE_STEP) * SHARE_STEP
}
