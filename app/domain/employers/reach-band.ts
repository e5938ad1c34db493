// How many people a vacancy reaches, said only in bands: an exact number could tell about one person.

const REACH_BANDS = ['under_10', '10_19', '20_29', '30_49', '50_99', '100_up'] as const
export type ReachBand = (typeof REACH_BANDS)[number]

const STARTS = [0, 10, 20, 30, 50, 100] as const

export function reachBand(people: number): ReachBand {
  const index = STARTS.findLastIndex((start) => people >= start)
  return REACH_BANDS[Math.max(0, index)] ?? 'under_10'
}
