// What an employer accepts, in a handful of numbers: for the second line of a result.
import { acceptanceStated, type StanceRow } from './acceptance.ts'

export type AcceptanceSummary =
  | { kind: 'not_asked' }
  /** `refused`: families that do not fit this job, each with its reason. */
  | { kind: 'all' | 'each_case' | 'mostly'; refused: number }

/** `all`: a deed is never an obstacle; `mostly`: it is none except for those refused; `each_case`: some or all are decided person by person. */
export function acceptanceSummary(stances: readonly StanceRow[]): AcceptanceSummary {
  if (!acceptanceStated(stances)) return { kind: 'not_asked' }
  const refused = stances.filter((row) => row.stance === 'not_for_this_job').length
  const open = stances.filter((row) => row.stance !== 'not_for_this_job')
  if (open.length === 0 || open.some((row) => row.stance !== 'accept')) return { kind: 'each_case', refused }
  return { kind: refused === 0 ? 'all' : 'mostly', refused }
}
