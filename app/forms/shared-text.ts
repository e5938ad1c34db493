// Fields whose words another party, or everybody, will read. A personal code is a problem of the field, whoever wants it there; what else is
// found is warned of beside the field, until the author says that it may stay.
import type { z } from 'zod'
import { checkText } from '#app/domain/shared/text-check.ts'
import { findingKinds, isHeldBack, mayNeverLeave } from '#app/domain/shared/text-findings.ts'
import { checkbox, optionalText, text, type TextOptions } from './fields.ts'
import { problem, type Problem } from './parse-form.ts'

const mayBeRead = (typed: string) => !mayNeverLeave(findingKinds(checkText(typed)))

export function sharedText(options: TextOptions = {}) {
  return text(options).refine(mayBeRead, problem('personalCodeInText'))
}

/** Empty text is ''. */
export function optionalSharedText(options: { max?: number } = {}) {
  return optionalText(options).refine(mayBeRead, problem('personalCodeInText'))
}

/** The second yes of a form with such fields. */
export const override = checkbox

/** @param before what stands there already: it is not asked about again */
export function warningOf(typed: string, override: boolean, before = ''): Problem | null {
  const findings = typed === before ? [] : checkText(typed)
  if (!isHeldBack(findingKinds(findings), override)) return null
  return problem('suspiciousText', { found: findings.map((finding) => finding.found).join(', ') })
}

export function warnOf<Name extends string>(
  name: Name,
  typed: Record<Name, string> & { override: boolean },
  context: z.RefinementCtx,
  before = '',
): void {
  const message = warningOf(typed[name], typed.override, before)
  if (message !== null) context.addIssue({ code: 'custom', path: [name], message })
}
