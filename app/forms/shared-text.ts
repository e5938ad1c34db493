// Fields whose words another party, or everybody, will read: a personal code is a problem of the field, whoever wants it there.
import { checkText } from '#app/domain/shared/text-check.ts'
import { findingKinds, mayNeverLeave } from '#app/domain/shared/text-findings.ts'
import { optionalText, text, type TextOptions } from './fields.ts'
import { problem } from './parse-form.ts'

const mayBeRead = (typed: string) => !mayNeverLeave(findingKinds(checkText(typed)))

export function sharedText(options: TextOptions = {}) {
  return text(options).refine(mayBeRead, problem('personalCodeInText'))
}

/** Empty text is ''. */
export function optionalSharedText(options: { max?: number } = {}) {
  return optionalText(options).refine(mayBeRead, problem('personalCodeInText'))
}
