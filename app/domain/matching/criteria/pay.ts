// Pay against the person's wish, gross a month; the person decides, so pay never makes a vacancy fail.
import { monthlyCents } from '#app/domain/vacancies/pay.ts'
import { answer, phrase } from '../answer.ts'
import type { EvaluateOpen, Phrase } from '../criterion.ts'

function offered(from: number | null, to: number | null): Phrase | null {
  if (from !== null && to !== null) return phrase('asked', { from: { cents: from }, to: { cents: to } })
  if (to !== null) return phrase('asked_to', { to: { cents: to } })
  return from === null ? null : phrase('asked_from', { from: { cents: from } })
}

export const pay: EvaluateOpen = (vacancy, { open: { payWishCents: wish } }) => {
  if (wish === null) return null
  const monthly = (cents: number | null) => (cents === null ? null : monthlyCents(cents, vacancy))
  const from = monthly(vacancy.payFromCents)
  const to = monthly(vacancy.payToCents)
  const asked = offered(from, to)
  const has = phrase('has', { wish: { cents: wish } })
  if ((from ?? 0) >= wish || (to ?? 0) >= wish) return answer('pay', 'meets', { reason: phrase('enough'), asked, has })
  if (to === null) return answer('pay', 'unknown', { reason: phrase('not_known'), asked, has, change: phrase('ask_employer') })
  return answer('pay', 'check', { reason: phrase('less', { by: { cents: wish - to } }), asked, has, change: phrase('ask_person') })
}
