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
  type RefusalReason,
  type StanceProblem,
  type StanceRow,
} from '#app/domain/vacancies/acceptance.ts'
import { optionalChoice, optionalText, optionalWhole } from '../fields.ts'

type Stated = (typeof STATED_STANCES)[number]
type FamilyFields = Record<`stance-${OffenceFamily}` | `reason-${OffenceFamily}` | `article-${OffenceFamily}`, z.ZodType>

const familyFields = Object.fromEntries(
  OFFENCE_FAMILIES.flatMap((family): [string, z.ZodType][] => [
    // Nothing chosen is the middle answer, which the page shows as chosen.
    [`stance-${family}`, optionalChoice(STATED_STANCES).transform((stance) => stance ?? 'case_by_case')],
    [`reason-${family}`, optionalChoice(REFUSAL_REASONS)],
    [`article-${family}`, optionalText({ max: 160 })],
  ]),
) as FamilyFields

const yesNo = optionalChoice(['yes', 'no']).transform((answer) => answer ?? ('not_asked' as const))
const months = optionalChoice(['0', '3', '6', '12', '24']).transform(
  (value) => MONTHS_SINCE_RELEASE.find((one) => String(one) === value) ?? null,
)

const termFields = z.object({
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
} as const satisfies Record<StanceProblem, readonly [field: string, problem: string]>

/** A reason left over from an answer that was changed back is no answer: it is dropped. */
function stanceOf(family: OffenceFamily, typed: Record<string, unknown>): StanceRow {
  const stance = typed[`stance-${family}`] as Stated
  const reason = stance === 'not_for_this_job' ? (typed[`reason-${family}`] as RefusalReason | null) : null
  const article = reason === 'law' ? (typed[`article-${family}`] as string) : ''
  return { family, stance, reason, article: article === '' ? null : article }
}

export const acceptanceStep = termFields
  .extend(familyFields)
  .transform((typed, context): { stances: StanceRow[]; terms: AcceptanceTerms } => {
    const stances = OFFENCE_FAMILIES.map((family) => stanceOf(family, typed))
    for (const row of stances) {
      const found = stanceProblem(row)
      if (found === null) continue
      const [field, message] = PROBLEM_FIELDS[found]
      context.addIssue({ code: 'custom', path: [`${field}-${row.family}`], message })
    }
    const {
      monthsSinceRelease,
      supervision,
      appointmentsPerMonth,
      monitoring,
      openPrison,
      firstJobOrGap,
      wageDeductions,
      sobriety,
      whoKnows,
    } = typed
    return {
      stances,
      terms: {
        monthsSinceRelease,
        supervision,
        appointmentsPerMonth,
        monitoring,
        openPrison,
        firstJobOrGap,
        wageDeductions,
        sobriety,
        whoKnows,
      },
    }
  })
