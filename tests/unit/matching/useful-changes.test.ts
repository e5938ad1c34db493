// Useful changes of a profile: single changes and how many vacancies each moves.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usefulChanges } from '#app/domain/matching/useful-changes.ts'
import { anyContext, anyPerson, anyVacancy } from '#tests/support/matching/arbitrary-match.ts'
import { aContext, aPerson, aVacancy, LIEPAJA, stances } from '#tests/support/matching/build-match.ts'
import { usefulChangesCountedPlainly } from '#tests/support/matching/useful-changes-reference.ts'

const forklift = aVacancy({ requirements: { certificates: [{ certificate: 'forklift', strength: 'must' }] } })
const lorry = aVacancy({ requirements: { driving: [{ category: 'C', strength: 'must' }] } })
const kitchen = aVacancy({ requirements: { medicalBook: 'must', latvian: { level: 'B2', strength: 'must' } } })

describe('useful changes', () => {
  test('a person reads which certificate would open how many vacancies, most first', () => {
    const found = usefulChanges([lorry, forklift, forklift], aPerson(), aContext())
    expect(found.slice(0, 2)).toEqual([
      { change: { key: 'certificate', values: { certificate: { word: 'certificate.forklift' } } }, gained: 2 },
      { change: { key: 'driving', values: { category: { word: 'driving.C' } } }, gained: 1 },
    ])
  })

  test('a higher category gains the same', () => {
    expect(usefulChanges([lorry], aPerson(), aContext()).map((one) => one.change.values['category'])).toEqual([
      { word: 'driving.C' },
      { word: 'driving.CE' },
    ])
  })

  test('one change does not help where two things are missing', () => {
    expect(usefulChanges([kitchen], aPerson(), aContext())).toEqual([])
  })

  test('one level up opens work that asks for it', () => {
    const shop = aVacancy({ requirements: { latvian: { level: 'B2', strength: 'must' } } })
    expect(usefulChanges([shop], aPerson(), aContext())).toEqual([
      { change: { key: 'language', values: { language: { word: 'language.lv' }, level: 'B2' } }, gained: 1 },
    ])
  })

  test('a longer way and an own car reach farther towns', () => {
    const nextVillage = aVacancy({ coordinates: { lat: 57.1, lon: 21.961 } })
    const fartherTown = aVacancy({ coordinates: { lat: 57.37, lon: 21.961 } })
    const found = usefulChanges([nextVillage, fartherTown, aVacancy({ coordinates: LIEPAJA })], aPerson({ maxKm: 10 }), aContext())
    expect(found.map((one) => [one.change.key, one.change.values['km'], one.gained])).toEqual([
      ['car', 50, 2],
      ['travel', 20, 1],
    ])
  })

  test('nights and a dormitory count like a certificate', () => {
    const bakery = aVacancy({ requirements: { nights: 'must' } })
    const farm = aVacancy({ coordinates: LIEPAJA, supportOffered: ['dormitory'] })
    expect(usefulChanges([bakery, farm], aPerson(), aContext()).map((one) => one.change.key)).toEqual(['nights', 'dormitory'])
  })

  test('a vacancy that does not fit for another reason is not promised', () => {
    const refused = { ...forklift, stances: stances({ property: { reason: 'cash_valuables' as const } }) }
    expect(usefulChanges([refused], aPerson({ restricted: { families: ['property'] } }), aContext())).toEqual([])
  })

  test('a vacancy that moves from does not fit to check counts', () => {
    const byCase = { ...forklift, stances: stances({ property: 'case_by_case' }) }
    expect(usefulChanges([byCase], aPerson({ restricted: { families: ['property'] } }), aContext())[0]?.gained).toBe(1)
  })

  test('the quick count agrees with counting every vacancy again for every change', () => {
    fc.assert(
      fc.property(fc.array(anyVacancy, { maxLength: 12 }), anyPerson, anyContext, (vacancies, person, context) => {
        expect(usefulChanges(vacancies, person, context)).toEqual(usefulChangesCountedPlainly(vacancies, person, context))
      }),
      { numRuns: 80 },
    )
  })

  test('it agrees where a change nearly suffices, too', () => {
    const near = anyVacancy.map(({ requirements, supportOffered, coordinates, shifts }) =>
      aVacancy({ requirements: { ...requirements, skills: [], physical: [], away: null }, supportOffered, coordinates, shifts }),
    )
    fc.assert(
      fc.property(fc.array(near, { minLength: 5, maxLength: 12 }), anyPerson, (vacancies, { open }) => {
        const person = aPerson({ ...open, experience: [{ occupation: '9333', months: 60 }], payWishCents: null, startFrom: null })
        expect(usefulChanges(vacancies, person, aContext())).toEqual(usefulChangesCountedPlainly(vacancies, person, aContext()))
      }),
      { numRuns: 80 },
    )
  })
})
