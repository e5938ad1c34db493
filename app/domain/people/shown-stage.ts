// What an organisation is shown of a stage: one that is no public authority nothing of custody, open prison or a release.
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Day } from '#app/domain/shared/day.ts'
import { ACTIVITIES, activityOf, type Activity, type Situation, type Stage } from './candidate.ts'

/** A public authority is shown the stage itself. */
export type ShownStage = Stage | Activity

export function isActivity(stage: ShownStage): stage is Activity {
  return ACTIVITIES.some((activity) => activity === stage)
}

/** Null where nothing was asked, and also where a stage was asked that they are not shown. */
export function stageAskedBy({ publicAuthority }: Pick<CaseworkerActor, 'publicAuthority'>, asked: ShownStage | null): ShownStage | null {
  return asked === null || publicAuthority || isActivity(asked) ? asked : null
}

/** Somebody who worked from open prison is still there until the planned day. */
export function seekingAgain(plannedReleaseOn: Day | null, today: Day): Stage {
  return plannedReleaseOn !== null && plannedReleaseOn > today ? 'open_prison' : 'looking'
}

/** The stage itself when only so much is said: what is known more exactly stays. */
export function stageSaidAs(said: Activity, held: Pick<Situation, 'stage' | 'plannedReleaseOn'>, today: Day): Stage {
  if (activityOf(held.stage) === said) return held.stage
  if (said === 'seeking') return seekingAgain(held.plannedReleaseOn, today)
  return said === 'working' ? 'in_work' : 'left'
}
