// Certificates the work asks for, each with the day it runs out.
import { phrase, startDay, word } from '../answer.ts'
import type { EvaluateOpen } from '../criterion.ts'
import { answerForItems } from '../items.ts'
import { bestState, paperState } from '../validity.ts'

export const certificates: EvaluateOpen = (vacancy, { open }, { today }) => {
  const start = startDay(vacancy, today)
  const items = vacancy.requirements.certificates.map(({ certificate, strength }) => ({
    name: word(`certificate.${certificate}`),
    strength,
    state: bestState(
      open.certificates.filter((held) => held.certificate === certificate).map((held) => paperState(held.expiresOn, today, start)),
    ),
  }))
  const held = open.certificates.map(({ certificate, expiresOn }) => [
    word(`certificate.${certificate}`),
    ...(expiresOn === null ? [] : ['–', { day: expiresOn }]),
  ])
  return answerForItems('certificates', items, held.length === 0 ? phrase('has_none') : phrase('has', { items: held }))
}
