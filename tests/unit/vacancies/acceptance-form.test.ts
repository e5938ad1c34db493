// What the page says of the acceptance form while it is being filled in: the same reading as when it is sent, but nothing is refused.
import { expect, test } from 'vitest'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { ruledOutBy } from '#app/domain/vacancies/refusal-limit.ts'
import { acceptanceSoFar, acceptanceStep } from '#app/forms/vacancies/acceptance.ts'
import { parseForm } from '#app/forms/parse-form.ts'

const WHOLE = {
  'stances.fraud.stance': 'yes_if',
  'stances.fraud.yearsSinceOffence': '3',
  'stances.fraud.conditions': ['visit', 'talk'],
  'stances.traffic.stance': 'accept',
  supervision: 'yes',
  appointmentsPerMonth: '2',
}

test('a form that could be sent reads as when it is sent', () => {
  const sent = parseForm(acceptanceStep, WHOLE)
  const { stances, terms } = acceptanceSoFar(WHOLE)
  expect(sent).toMatchObject({ ok: true, data: { stances, terms } })
  expect(ruledOutBy({ stances, terms }).map(({ refusal }) => refusal)).toEqual(['fraud', 'supervision'])
})

test('an empty form states nothing', () => {
  const { stances, terms } = acceptanceSoFar({})
  expect(stances.map(({ stance }) => stance)).toEqual(OFFENCE_FAMILIES.map(() => 'not_stated'))
  expect(ruledOutBy({ stances, terms })).toEqual([])
})

test.each(['daži', '5', '-1', '1,5'])('appointments typed as "%s" count as not said, and the rest is read', (appointmentsPerMonth) => {
  const { stances, terms } = acceptanceSoFar({ ...WHOLE, appointmentsPerMonth })
  expect(terms).toMatchObject({ supervision: 'yes', appointmentsPerMonth: null })
  expect(stances.find(({ family }) => family === 'fraud')?.stance).toBe('yes_if')
})

test('what no form of ours sends is read as nothing said', () => {
  const { stances } = acceptanceSoFar({ 'stances.fraud.stance.deeper': 'accept', 'stances.traffic': 'accept' })
  expect(stances.map(({ stance }) => stance)).toEqual(OFFENCE_FAMILIES.map(() => 'not_stated'))
})
