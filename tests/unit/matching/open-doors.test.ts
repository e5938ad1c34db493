// What would open more doors for a person: single changes and how many vacancies each moves.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whatOpensDoors } from '#app/domain/matching/open-doors.ts'
import { anyContext, anyPerson, anyVacancy } from '#tests/support/matching/arbitrary-match.ts'
import { aContext, aPerson, aVacancy, LIEPAJA, stances } from '#tests/support/matching/build-match.ts'
import { doorsCountedPlainly } from '#tests/support/matching/open-doors-reference.ts'

const forklift = aVacancy({ requirements: { certificates: [{ certificate: 'forklift', strength: 'must' }] } })
const lorry = aVacancy({ requirements: { driving: [{ category: 'C', strength: 'must' }] } })
const kitchen = aVacancy({ requirements: { medicalBook: 'must', latvian: { level: 'B2', strength: 'must' } } })

describe('what would open more doors', () => {
  test('a person reads which certificate would open how many vacancies, most first', () => {
    const doors = whatOpensDoors([lorry, forklift, forklift], aPerson(), aContext())
    expect(doors.slice(0, 2)).toEqual([
      { change: { key: 'certificate', values: { certificate: { word: 'certificate.forklift' } } }, gained: 2 },
      { change: { key: 'driving', values: { category: { word: 'driving.C' } } }, gained: 1 },
    ])
  })

  test('a higher category opens the same door', () => {
    expect(whatOpensDoors([lorry], aPerson(), aContext()).map((door) => door.change.values['category'])).toEqual([
      { word: 'driving.C' },
      { word: 'driving.CE' },
    ])
  })

  test('one change does not help where two things are missing', () => {
    expect(whatOpensDoors([kitchen], aPerson(), aContext())).toEqual([])
  })

  test('one level up opens work that asks for it', () => {
    const shop = aVacancy({ requirements: { latvian: { level: 'B2', strength: 'must' } } })
    expect(whatOpensDoors([shop], aPerson(), aContext())).toEqual([
      { change: { key: 'language', values: { language: { word: 'language.lv' }, level: 'B2' } }, gained: 1 },
    ])
  })

  test('a longer way and an own car reach farther towns', () => {
    const nextVillage = aVacancy({ spot: { lat: 57.1, lon: 21.961 } })
    const fartherTown = aVacancy({ spot: { lat: 57.37, lon: 21.961 } })
    const doors = whatOpensDoors([nextVillage, fartherTown, aVacancy({ spot: LIEPAJA })], aPerson({ maxKm: 10 }), aContext())
    expect(doors.map((door) => [door.change.key, door.change.values['km'], door.gained])).toEqual([
      ['car', 50, 2],
      ['travel', 20, 1],
    ])
  })

  test('nights and a dormitory count like a certificate', () => {
    const bakery = aVacancy({ requirements: { nights: 'must' } })
    const farm = aVacancy({ spot: LIEPAJA, supportOffered: ['dormitory'] })
    expect(whatOpensDoors([bakery, farm], aPerson(), aContext()).map((door) => door.change.key)).toEqual(['nights', 'dormitory'])
  })

  test('a vacancy that does not fit for another reason is not promised', () => {
    const refused = { ...forklift, stances: stances({ property: { reason: 'cash_valuables' as const } }) }
    expect(whatOpensDoors([refused], aPerson({ restricted: { families: ['property'] } }), aContext())).toEqual([])
  })

  test('a vacancy that moves from does not fit to check is a door', () => {
    const byCase = { ...forklift, stances: stances({ property: 'case_by_case' }) }
    expect(whatOpensDoors([byCase], aPerson({ restricted: { families: ['property'] } }), aContext())[0]?.gained).toBe(1)
  })

  test('the quick count agrees with counting every vacancy again for every change', () => {
    fc.assert(
      fc.property(fc.array(anyVacancy, { maxLength: 12 }), anyPerson, anyContext, (vacancies, person, context) => {
        expect(whatOpensDoors(vacancies, person, context)).toEqual(doorsCountedPlainly(vacancies, person, context))
      }),
      { numRuns: 80 },
    )
  })

  test('it agrees where doors are near, too', () => {
    const near = anyVacancy.map(({ requirements, supportOffered, spot, shifts }) =>
      aVacancy({ requirements: { ...requirements, skills: [], physical: [], away: null }, supportOffered, spot, shifts }),
    )
    fc.assert(
      fc.property(fc.array(near, { minLength: 5, maxLength: 12 }), anyPerson, (vacancies, { open }) => {
        const person = aPerson({ ...open, experience: [{ occupation: '9333', months: 60 }], payWishCents: null, startFrom: null })
        expect(whatOpensDoors(vacancies, person, aContext())).toEqual(doorsCountedPlainly(vacancies, person, aContext()))
      }),
      { numRuns: 80 },
    )
  })
})
