// Reads a coordinator's decision: a refusal, and every change of an earlier decision, has a reason.
import type { Decision, VerificationState } from '#app/domain/organisations/organisation.ts'
import { decisionForm } from './coordinator.ts'
import { parseForm, type Entered, type Problems } from '../parse-form.ts'

type Read = { ok: true; decision: Decision; entered: Entered } | { ok: false; problems: Problems; entered: Entered }

export function decided(form: FormData, before: { state: VerificationState }): Read {
  const parsed = parseForm(decisionForm, form)
  if (!parsed.ok) return parsed
  const { entered } = parsed
  const { decision: state, reason, version } = parsed.data
  const needsReason = state === 'refused' || before.state !== 'pending'
  if (needsReason && reason === '') return { ok: false, problems: { reason: 'required' }, entered }
  return { ok: true, decision: { from: before.state, state, reason: reason === '' ? null : reason, version }, entered }
}
