// Which reason may refuse which family of offences in which work, and what is wrong with a stance.
import { OFFENCE_FAMILIES, REFUSAL_REASONS, type OffenceFamily, type RefusalReason, type StanceRow } from './acceptance.ts'
import type { WorkContext } from './job-terms.ts'

type RefusalRule = {
  reason: RefusalReason
  /** What the work must involve; null = any work. */
  context: WorkContext | null
  families: readonly OffenceFamily[]
}

/** Darba likums 33 asks that the matter is essential to the job: a reason counts where the work has its context, for the families it concerns. */
const REFUSAL_RULES: readonly RefusalRule[] = [
  { reason: 'cash_valuables', context: 'cash', families: ['property', 'fraud', 'robbery'] },
  { reason: 'keys_homes', context: 'keys', families: ['property', 'robbery', 'violence', 'sexual'] },
  {
    reason: 'children_vulnerable',
    context: 'children',
    families: ['robbery', 'violence', 'homicide', 'sexual', 'children_family', 'drug_distribution'],
  },
  {
    reason: 'children_vulnerable',
    context: 'vulnerable',
    families: ['property', 'fraud', 'robbery', 'violence', 'homicide', 'sexual', 'children_family'],
  },
  { reason: 'driving', context: 'driving', families: ['traffic', 'drug_use'] },
  { reason: 'alcohol_medicines', context: 'alcohol', families: ['drug_use'] },
  { reason: 'alcohol_medicines', context: 'medicines', families: ['drug_use', 'drug_distribution'] },
  { reason: 'weapons', context: 'weapons', families: ['robbery', 'violence', 'homicide', 'arson_weapons'] },
  { reason: 'working_alone', context: 'alone', families: ['property', 'arson_weapons'] },
  { reason: 'law', context: null, families: OFFENCE_FAMILIES },
  { reason: 'client_clearance', context: null, families: OFFENCE_FAMILIES },
]

/** Whether the reason can refuse the family in some work: what the database restates. */
export const REFUSAL_PAIRS: readonly { from: RefusalReason; to: OffenceFamily }[] = REFUSAL_REASONS.flatMap((reason) =>
  OFFENCE_FAMILIES.filter((family) => REFUSAL_RULES.some((rule) => rule.reason === reason && rule.families.includes(family))).map(
    (family) => ({ from: reason, to: family }),
  ),
)

/** The reasons that may refuse this family in work with these contexts. */
export function reasonsFor(family: OffenceFamily, contexts: readonly WorkContext[]): RefusalReason[] {
  return REFUSAL_REASONS.filter((reason) =>
    REFUSAL_RULES.some(
      (rule) => rule.reason === reason && rule.families.includes(family) && (rule.context === null || contexts.includes(rule.context)),
    ),
  )
}

export type StanceProblem =
  | 'reason_missing'
  | 'reason_unexpected'
  /** The reason does not concern this family, or the work has no such context. */
  | 'reason_not_for_this'
  | 'article_missing'
  | 'client_missing'
  | 'conditions_missing'
  | 'conditions_unexpected'

/** What is wrong with a stance, or null. That the work has the reason's context is checked here alone; the rest the database restates. */
export function stanceProblem(row: StanceRow, contexts: readonly WorkContext[]): StanceProblem | null {
  if (row.stance === 'yes_if' && row.conditions.length === 0) return 'conditions_missing'
  if (row.stance !== 'yes_if' && row.conditions.length > 0) return 'conditions_unexpected'
  if (row.stance !== 'not_for_this_job') return row.reason === null ? null : 'reason_unexpected'
  if (row.reason === null) return 'reason_missing'
  if (!reasonsFor(row.family, contexts).includes(row.reason)) return 'reason_not_for_this'
  if (row.reason === 'law' && !row.article?.trim()) return 'article_missing'
  if (row.reason === 'client_clearance' && !row.client?.trim()) return 'client_missing'
  return null
}
