// Reads a coordinator's decision: a refusal, and every change of an earlier decision, has a reason.
import type { Decision, VerificationState } from '#app/domain/organisations/organisation.ts'
import { decisionForm } from './coordinator.ts'
import { warningOf } from '../shared-text.ts'
import { parseForm, type Entered, type Problems } from '../parse-form.ts'

type Read = { ok: true; decision: Decision; entered: Entered } | { ok: false; problems: Problems; entered: Entered }

type Before = { state: VerificationState }

/** @param reasonIsRead by those who are decided about: what does not belong there is warned of */
export function decided(form: FormData, before: Before, { reasonIsRead }: { reasonIsRead: boolean }): Read {
  const parsed = parseForm(decisionForm, form)
  if (!parsed.ok) return parsed
  const { entered } = parsed
  const { decision: state, reason, override, version } = parsed.data
  const needsReason = state === 'refused' || before.state !== 'pending'
  if (needsReason && reason === '') return { ok: false, problems: { reason: 'required' }, entered }
  const warning = reasonIsRead ? warningOf(reason, override) : null
  if (warning !== null) return { ok: false, problems: { reason: warning }, entered }
  return { ok: true, decision: { from: before.state, state, reason: reason === '' ? null : reason, version }, entered }
}
