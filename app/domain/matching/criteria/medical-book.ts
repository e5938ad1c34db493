// The personal medical book that work with food and people asks for.
import { answer, NOT_KNOWN, phrase, startDay, UNMET } from '../answer.ts'
import type { EvaluateOpen } from '../criterion.ts'
import { paperState } from '../validity.ts'

export const medicalBook: EvaluateOpen = (vacancy, { open: { medicalBook: book } }, { today }) => {
  const strength = vacancy.requirements.medicalBook
  if (strength === null) return null
  const asked = strength === 'must' ? phrase('asked_must') : strength === 'negotiable' ? phrase('asked_negotiable') : phrase('asked_nice')
  if (book === null) {
    const verdict = NOT_KNOWN[strength]
    return answer('medical_book', verdict, {
      reason: phrase('not_known'),
      asked,
      change: verdict === 'unknown' ? phrase('ask_person') : null,
    })
  }
  const state = book.state === 'none' ? 'unmet' : paperState(book.expiresOn, today, startDay(vacancy, today))
  const until = book.state === 'none' || book.expiresOn === null ? null : { day: book.expiresOn }
  const has = book.state === 'none' ? phrase('has_none') : until === null ? phrase('has') : phrase('has_until', { day: until })
  if (state === 'met') return answer('medical_book', 'meets', { reason: phrase('met'), asked, has })
  if (strength === 'nice') return answer('medical_book', 'meets', { reason: phrase('nice'), asked, has })
  if (state === 'almost') return answer('medical_book', 'check', { reason: phrase('almost'), asked, has, change: phrase('renew') })
  return answer('medical_book', UNMET[strength], { reason: phrase('missing'), asked, has, change: phrase('get') })
}
