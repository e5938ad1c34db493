// The form of what an employer accepts: twelve families, and the rest of the terms.
import { z } from 'zod'
import {
  CONDITION_MONTHS_SINCE_RELEASE,
  MONTHS_SINCE_RELEASE,
  OFFENCE_FAMILIES,
  PLAIN_CONDITIONS,
  REFUSAL_REASONS,
  SOBRIETY_RULES,
  STATED_STANCES,
  SUPERVISION_ANSWERS,
  WHO_KNOWS,
  YEARS_SINCE_OFFENCE,
  type AcceptanceTerms,
  type OffenceFamily,
  type StanceCondition,
  type StanceRow,
} from '#app/domain/vacancies/acceptance.ts'
import {
  MOST_APPOINTMENTS,
  MOST_REFUSALS,
  REFUSALS_WITHOUT_APPROVAL,
  refusalsOf,
  type StatedAcceptance,
} from '#app/domain/vacancies/refusal-limit.ts'
import { stanceProblem, type StanceProblem } from '#app/domain/vacancies/refusal-rules.ts'
import type { WorkContext } from '#app/domain/vacancies/job-terms.ts'
import { fieldName } from '../field-names.ts'
import { named, row } from '../field-rows.ts'
import { choices, optionalChoice, optionalNumberOf, optionalWhole } from '../fields.ts'
import { parseForm, problem, type Entered, type Problem, type Problems } from '../parse-form.ts'
import { optionalSharedText } from '../shared-text.ts'

const familyFields = row({
  stance: optionalChoice(STATED_STANCES).transform((stance) => stance ?? ('not_stated' as const)),
  reason: optionalChoice(REFUSAL_REASONS),
  article: optionalSharedText({ max: 160 }),
  client: optionalSharedText({ max: 120 }),
  conditions: choices(PLAIN_CONDITIONS),
  yearsSinceOffence: optionalNumberOf(YEARS_SINCE_OFFENCE),
  monthsSinceRelease: optionalNumberOf(CONDITION_MONTHS_SINCE_RELEASE),
})

const yesNo = optionalChoice(['yes', 'no']).transform((answer) => answer ?? ('not_asked' as const))

const fields = z.object({
  stances: named(OFFENCE_FAMILIES, familyFields),
  monthsSinceRelease: optionalNumberOf(MONTHS_SINCE_RELEASE),
  supervision: optionalChoice(SUPERVISION_ANSWERS).transform((answer) => answer ?? ('not_asked' as const)),
  appointmentsPerMonth: optionalWhole({ min: 0, max: MOST_APPOINTMENTS }),
  monitoring: yesNo,
  openPrison: yesNo,
  firstJobOrGap: yesNo,
  wageDeductions: yesNo,
  sobriety: optionalChoice(SOBRIETY_RULES).transform((answer) => answer ?? ('not_asked' as const)),
  whoKnows: optionalChoice(WHO_KNOWS).transform((answer) => answer ?? ('not_asked' as const)),
  refusalExplanation: optionalSharedText({ max: 1000 }),
})

const PROBLEM_FIELDS = {
  reason_missing: ['reason', 'reasonMissing'],
  reason_unexpected: ['reason', 'reasonUnexpected'],
  reason_not_for_this: ['reason', 'reasonNotForThis'],
  article_missing: ['article', 'articleMissing'],
  client_missing: ['client', 'clientMissing'],
  conditions_missing: ['conditions', 'conditionsMissing'],
  conditions_unexpected: ['conditions', 'conditionsMissing'],
} as const satisfies Record<StanceProblem, readonly [field: string, problem: Problem]>

type TypedFamily = z.output<typeof familyFields>

function conditionsOf({ conditions, yearsSinceOffence, monthsSinceRelease }: TypedFamily): StanceCondition[] {
  return [
    ...(yearsSinceOffence === null ? [] : [{ kind: 'since_offence', years: yearsSinceOffence } as const]),
    ...(monthsSinceRelease === null ? [] : [{ kind: 'since_release', months: monthsSinceRelease } as const]),
    ...conditions.map((kind) => ({ kind })),
  ]
}

/** What is left over from an answer that was changed back is no answer: it is dropped. */
function stanceOf(family: OffenceFamily, typed: TypedFamily): StanceRow {
  const reason = typed.stance === 'not_for_this_job' ? typed.reason : null
  return {
    family,
    stance: typed.stance,
    reason,
    article: reason === 'law' && typed.article !== '' ? typed.article : null,
    client: reason === 'client_clearance' && typed.client !== '' ? typed.client : null,
    conditions: typed.stance === 'yes_if' ? conditionsOf(typed) : [],
  }
}

type AcceptancePatch = { stances: StanceRow[]; terms: AcceptanceTerms; refusalExplanation: string }

function patchFrom({ stances, refusalExplanation, ...terms }: z.output<typeof fields>): AcceptancePatch {
  return { stances: OFFENCE_FAMILIES.map((family) => stanceOf(family, stances[family])), terms, refusalExplanation }
}

export const acceptanceStep = fields.transform((typed, context): AcceptancePatch => {
  const patch = patchFrom(typed)
  const refused = refusalsOf(patch).length
  if (refused > MOST_REFUSALS) {
    const message = problem('tooManyRefusals', { count: refused, most: REFUSALS_WITHOUT_APPROVAL, all: MOST_REFUSALS })
    context.addIssue({ code: 'custom', path: ['refusals'], message })
  } else if (refused > REFUSALS_WITHOUT_APPROVAL && patch.refusalExplanation === '') {
    context.addIssue({ code: 'custom', path: ['refusalExplanation'], message: 'explanationMissing' })
  }
  return patch
})

/** What the form says while it is being filled in: a field that cannot be read counts as empty. */
export function acceptanceSoFar(form: FormData | Entered): StatedAcceptance {
  const parsed = parseForm(fields, form)
  if (parsed.ok) return patchFrom(parsed.data)
  const readable = Object.entries(parsed.entered).filter(([name]) => !Object.hasOwn(parsed.problems, name))
  const rest = parseForm(fields, Object.fromEntries(readable))
  return patchFrom(rest.ok ? rest.data : fields.parse({}))
}

/** What is wrong with the stances in work that has these contexts, which another step says; by field. */
export function stanceProblems(stances: readonly StanceRow[], contexts: readonly WorkContext[]): Problems {
  return Object.fromEntries(
    stances.flatMap((row) => {
      const found = stanceProblem(row, contexts)
      if (found === null) return []
      const [field, message] = PROBLEM_FIELDS[found]
      return [[fieldName(['stances', row.family, field]), message] as const]
    }),
  )
}
