// Where a person is while a vacancy is looked at: still inside, or out.
import type { Stage } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'

/** Stages before release, in which only a planned day is known. */
const INSIDE_STAGES = ['in_custody', 'open_prison', 'preparing_release'] as const satisfies readonly Stage[]

export function isInside(stage: Stage): boolean {
  return INSIDE_STAGES.some((inside) => inside === stage)
}

type Custody = { custodyPlaceId: string | null; plannedReleaseOn: Day | null }

/** The place of custody and the planned day are kept only while the person is inside. */
export function custodyKept(stage: Stage, { custodyPlaceId, plannedReleaseOn }: Custody): Custody {
  return isInside(stage) ? { custodyPlaceId, plannedReleaseOn } : { custodyPlaceId: null, plannedReleaseOn: null }
}
