// Where a person is while a vacancy is looked at: still inside, or out.
import type { Situation, Stage } from '#app/domain/people/candidate.ts'

/** Stages before release, in which only a planned day is known. */
const INSIDE_STAGES = ['in_custody', 'open_prison', 'preparing_release'] as const satisfies readonly Stage[]

export function isInside(stage: Stage): boolean {
  return INSIDE_STAGES.some((inside) => inside === stage)
}

/** The place of custody and the planned day are kept only while the person is inside. */
export function situationKept({ stage, custodyPlaceId, plannedReleaseOn }: Situation): Situation {
  return isInside(stage) ? { stage, custodyPlaceId, plannedReleaseOn } : { stage, custodyPlaceId: null, plannedReleaseOn: null }
}
