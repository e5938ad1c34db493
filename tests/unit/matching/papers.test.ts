// Licences, certificates and the medical book, with the day they run out.
import { describe, expect, test } from 'vitest'
import { aPerson, ask, aVacancy, said } from '#tests/support/matching/build-match.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { DrivingCategory, Strength } from '#app/domain/vacancies/job-terms.ts'

describe('driving categories', () => {
  const asks = (category: DrivingCategory, strength: Strength = 'must') =>
    aVacancy({ requirements: { driving: [{ category, strength }] }, startOn: '2026-04-01' })
  const drives = (category: DrivingCategory, expiresOn: Day | null = null) => aPerson({ driving: [{ category, expiresOn }] })

  test('a person with the category meets it', () => {
    expect(said(ask('licences', asks('B'), drives('B')))).toBe('meets: met')
  })

  test.each([
    ['CE', 'C'],
    ['CE', 'B'],
    ['CE', 'BE'],
    ['BE', 'B'],
    ['D', 'B'],
    ['C', 'B'],
  ] as const)('a person with %s may also drive %s', (held, asked) => {
    expect(said(ask('licences', asks(asked), drives(held)))).toBe('meets: met')
  })

  test('a person with D may not drive C', () => {
    expect(said(ask('licences', asks('C'), drives('D')))).toBe('fails: missing')
  })

  test('a person without a licence is told which one would help', () => {
    const answer = ask('licences', asks('C'), aPerson())
    expect(said(answer)).toBe('fails: missing')
    expect(answer?.change).toEqual({ key: 'change', values: { items: [{ word: 'driving.C' }] } })
  })

  test('a missing category that can be talked about is to be checked', () => {
    expect(said(ask('licences', asks('B', 'negotiable'), aPerson()))).toBe('check: negotiable')
  })

  test('a missing category that would be nice holds nobody up', () => {
    expect(said(ask('licences', asks('B', 'nice'), aPerson()))).toBe('meets: nice')
  })

  test('a licence that ran out is not held', () => {
    expect(said(ask('licences', asks('B'), drives('B', '2026-03-01')))).toBe('fails: missing')
  })

  test('a licence still holds on its last day', () => {
    expect(said(ask('licences', asks('B'), drives('B', '2026-03-02')))).toBe('check: almost')
  })

  test('a licence that would only be nice holds nobody up when it runs out', () => {
    expect(said(ask('licences', asks('B', 'nice'), drives('B', '2026-03-20')))).toBe('meets: nice')
  })

  test('a licence that runs out before the start is to be renewed', () => {
    expect(said(ask('licences', asks('B'), drives('B', '2026-03-20')))).toBe('check: almost')
  })

  test('a licence that runs out within a month after the start is to be renewed', () => {
    expect(said(ask('licences', asks('B'), drives('B', '2026-05-01')))).toBe('check: almost')
  })

  test('a licence that lasts longer is good', () => {
    expect(said(ask('licences', asks('B'), drives('B', '2026-05-02')))).toBe('meets: met')
  })

  test('a vacancy that asks for none says nothing', () => {
    expect(ask('licences', aVacancy(), drives('B'))).toBeNull()
  })
})

describe('certificates', () => {
  const both = aVacancy({
    requirements: {
      certificates: [
        { certificate: 'forklift', strength: 'must' },
        { certificate: 'first_aid', strength: 'negotiable' },
      ],
    },
  })

  test('a person with all of them meets it', () => {
    const person = aPerson({
      certificates: [
        { certificate: 'forklift', expiresOn: null },
        { certificate: 'first_aid', expiresOn: null },
      ],
    })
    expect(said(ask('certificates', both, person))).toBe('meets: met')
  })

  test('the worst missing certificate decides and is named', () => {
    const answer = ask('certificates', both, aPerson())
    expect(said(answer)).toBe('fails: missing')
    expect(answer?.reason.values['items']).toEqual([{ word: 'certificate.forklift' }])
  })

  test('one that can be talked about is to be checked', () => {
    expect(said(ask('certificates', both, aPerson({ certificates: [{ certificate: 'forklift', expiresOn: null }] })))).toBe(
      'check: negotiable',
    )
  })

  test('of two certificates the one that lasts longer counts', () => {
    const person = aPerson({
      certificates: [
        { certificate: 'forklift', expiresOn: '2025-01-01' },
        { certificate: 'forklift', expiresOn: '2030-01-01' },
        { certificate: 'first_aid', expiresOn: null },
      ],
    })
    expect(said(ask('certificates', both, person))).toBe('meets: met')
  })
})

describe('medical book', () => {
  const asks = (medicalBook: Strength) => aVacancy({ requirements: { medicalBook } })

  test('a person with a valid one meets it', () => {
    expect(said(ask('medical_book', asks('must'), aPerson({ medicalBook: { state: 'valid', expiresOn: null } })))).toBe('meets: met')
  })

  test('one that runs out soon is to be renewed', () => {
    expect(said(ask('medical_book', asks('must'), aPerson({ medicalBook: { state: 'valid', expiresOn: '2026-03-15' } })))).toBe(
      'check: almost',
    )
  })

  test('a person without one is told to get it', () => {
    const answer = ask('medical_book', asks('must'), aPerson())
    expect(said(answer)).toBe('fails: missing')
    expect(answer?.change?.key).toBe('get')
  })

  test('one that would be nice holds nobody up', () => {
    expect(said(ask('medical_book', asks('nice'), aPerson()))).toBe('meets: nice')
  })

  test('a person nobody has asked is not failed', () => {
    expect(said(ask('medical_book', asks('must'), aPerson({ medicalBook: null })))).toBe('unknown: not_known')
  })
})
