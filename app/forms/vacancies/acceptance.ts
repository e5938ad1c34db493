// The form of what an employer accepts: twelve families, and the rest of the terms.
import { z } from 'zod'
import {
  MONTHS_SINCE_RELEASE,
  OFFENCE_FAMILIES,
  REFUSAL_REASONS,
  SOBRIETY_RULES,
  STATED_STANCES,
  SUPERVISION_ANSWERS,
  stanceProblem,
  WHO_KNOWS,
  type AcceptanceTerms,
  type OffenceFamily,
  type StanceProblem,
  type StanceRow,
} from '#app/domain/vacancies/acceptance.ts'
import { named, row } from '../field-rows.ts'
import { optionalChoice, optionalWhole } from '../fields.ts'
import type { Problem } from '../parse-form.ts'
import { optionalSharedText } from '../shared-text.ts'

const familyFields = row({
  // Nothing chosen is the middle answer, which the page shows as chosen.
  stance: optionalChoice(STATED_STANCES).transform((stance) => stance ?? 'case_by_case'),
  reason: optionalChoice(REFUSAL_REASONS),
  article: optionalSharedText({ max: 160 }),
})

const yesNo = optionalChoice(['yes', 'no']).transform((answer) => answer ?? ('not_asked' as const))
const months = optionalChoice(['0', '3', '6', '12', '24']).transform(
  (value) => MONTHS_SINCE_RELEASE.find((one) => String(one) === value) ?? null,
)

const fields = z.object({
  stances: named(OFFENCE_FAMILIES, familyFields),
  monthsSinceRelease: months,
  supervision: optionalChoice(SUPERVISION_ANSWERS).transform((answer) => answer ?? ('not_asked' as const)),
  appointmentsPerMonth: optionalWhole({ min: 0, max: 4 }),
  monitoring: yesNo,
  openPrison: yesNo,
  firstJobOrGap: yesNo,
  wageDeductions: yesNo,
  sobriety: optionalChoice(SOBRIETY_RULES).transform((answer) => answer ?? ('not_asked' as const)),
  whoKnows: optionalChoice(WHO_KNOWS).transform((answer) => answer ?? ('not_asked' as const)),
})

const PROBLEM_FIELDS = {
  reason_missing: ['reason', 'reasonMissing'],
  reason_unexpected: ['reason', 'reasonUnexpected'],
  article_missing: ['article', 'articleMissing'],
  not_a_choice: ['stance', 'choose'],
} as const satisfies Record<StanceProblem, readonly [field: string, problem: Problem]>

/** A reason left over from an answer that was changed back is no answer: it is dropped. */
function stanceOf(family: OffenceFamily, typed: z.output<typeof familyFields>): StanceRow {
  const reason = typed.stance === 'not_for_this_job' ? typed.reason : null
  const article = reason === 'law' ? typed.article : ''
  return { family, stance: typed.stance, reason, article: article === '' ? null : article }
}

export const acceptanceStep = fields.transform((typed, context): { stances: StanceRow[]; terms: AcceptanceTerms } => {
  const { stances: answers, ...terms } = typed
  const stances = OFFENCE_FAMILIES.map((family) => stanceOf(family, answers[family]))
  for (const row of stances) {
    const found = stanceProblem(row)
    if (found === null) continue
    const [field, message] = PROBLEM_FIELDS[found]
    context.addIssue({ code: 'custom', path: ['stances', row.family, field], message })
  }
  return { stances, terms }
})
