// One firm, spelled in several ways.
import { expect, test } from 'vitest'
import { companyNameKey } from '#app/domain/employers/company-name.ts'

test.each([
  ['SIA "Izdomātais Kokzāģis"'],
  ['Sabiedrība ar ierobežotu atbildību “Izdomātais kokzāģis”'],
  ['IZDOMĀTAIS KOKZĀĢIS, SIA'],
  ['Izdomatais  Kokzagis'],
])('%s is the same firm', (name) => {
  expect(companyNameKey(name)).toBe('izdomatais kokzagis')
})

test('a farm is known without its form, and letters inside a name are no form', () => {
  expect(companyNameKey('Z/S "Izdomas"')).toBe('izdomas')
  expect(companyNameKey('Asara SIA')).toBe('asara')
})

test('a name that is nothing but a form stays what it is', () => {
  expect(companyNameKey('AS')).toBe('as')
})
