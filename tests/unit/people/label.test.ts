// What a label may say about a person, and what it may not.
import { expect, test } from 'vitest'
import { holdsPhone, namesInFull } from '#app/domain/people/label.ts'

const JANIS = { givenName: 'Jānis', familyName: 'Bērziņš' }

test.each([
  'Jānis Bērziņš',
  'BERZINS JANIS, nāk otrdienās',
  'zvanīt Jāņa Bērziņa māsai',
  'Jānim (Bērziņam) vajag dokumentus',
  'J̲ānis Bērzi\u200bņš',
  'JānisBērziņš',
])('“%s” names Jānis Bērziņš in full', (label) => {
  expect(namesInFull(label, JANIS)).toBe(true)
})

test.each(['Jānis B., nāk otrdienās', 'J. Bērziņš', 'Bērziņš', 'šoferis no Saldus', 'Jānis, dzīvo pie bērna', 'Anna Bērziņa', ''])(
  '“%s” does not',
  (label) => {
    expect(namesInFull(label, JANIS)).toBe(false)
  },
)

test('of several names one given and one family name are enough', () => {
  const anna = { givenName: 'Anna Marija', familyName: 'Liepiņa-Ozola' }
  expect(namesInFull('Marijai Ozolai zvanīt', anna)).toBe(true)
  expect(namesInFull('Anna Marija, slimnīcā', anna)).toBe(false)
})

test('Russian names are known in their cases', () => {
  const ivan = { givenName: 'Иван', familyName: 'Петров' }
  expect(namesInFull('звонить Ивану Петрову', ivan)).toBe(true)
  expect(namesInFull('Иван, сварщик', ivan)).toBe(false)
})

test('a telephone is found however it is written; an hour and a day are none', () => {
  expect(['zvanīt 26123456', '+371 26 123 456', '2612 34 56'].map(holdsPhone)).toEqual([true, true, true])
  expect(['zvanīt pēc 16.00', 'kurss līdz 20.12.2026', 'istaba 214'].map(holdsPhone)).toEqual([false, false, false])
})
