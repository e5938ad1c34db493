// What an employer states about offence families, for people whose record is known and for those whose is not.
import { describe, expect, test } from 'vitest'
import type { StanceCondition } from '#app/domain/vacancies/acceptance.ts'
import { aPerson, ask, aVacancy, said, stances } from '#tests/support/matching/build-match.ts'

const offence = (vacancy: Parameters<typeof ask>[1], person: Parameters<typeof ask>[2]) => ask('offence_stance', vacancy, person)

describe('offence families', () => {
  test('a person whose family the employer accepts meets it', () => {
    const person = aPerson({ restricted: { families: ['property'] } })
    expect(said(offence(aVacancy(), person))).toBe('meets: accepts')
  })

  test('a person without any family meets every stance', () => {
    const vacancy = aVacancy({ stances: stances({ property: { reason: 'cash_valuables' } }) })
    expect(said(offence(vacancy, aPerson({ restricted: { families: [] } })))).toBe('meets: nothing_recorded')
  })

  test('a person whose family is looked at case by case is to be talked over', () => {
    const vacancy = aVacancy({ stances: stances({ violence: 'case_by_case' }) })
    expect(said(offence(vacancy, aPerson({ restricted: { families: ['violence'] } })))).toBe('check: case_by_case')
  })

  test('an employer nobody has asked is asked, and has not refused', () => {
    const answer = offence(aVacancy({ stances: stances({ drug_use: 'not_asked' }) }), aPerson({ restricted: { families: ['drug_use'] } }))
    expect(said(answer)).toBe('check: not_asked')
    expect(answer?.change?.key).toBe('ask_employer')
  })

  test('a vacancy that holds no row for a family has not been asked about it', () => {
    expect(said(offence(aVacancy({ stances: [] }), aPerson({ restricted: { families: ['fraud'] } })))).toBe('check: not_asked')
  })

  test('a person with one family by case and one not asked reads both', () => {
    const vacancy = aVacancy({ stances: stances({ violence: 'case_by_case', fraud: 'not_asked' }) })
    const answer = offence(vacancy, aPerson({ restricted: { families: ['violence', 'fraud'] } }))
    expect(answer?.reason).toEqual({
      key: 'case_by_case_and_not_asked',
      values: { byCase: [{ word: 'offenceFamily.violence' }], notAsked: [{ word: 'offenceFamily.fraud' }] },
    })
  })

  test('a refusal names the family, the reason of the employer and its article, for every refused family', () => {
    const vacancy = aVacancy({
      stances: stances({
        property: { reason: 'cash_valuables' },
        sexual: { reason: 'law', article: 'Izdomātais likums 3. pants' },
        fraud: 'case_by_case',
      }),
    })
    const answer = offence(vacancy, aPerson({ restricted: { families: ['property', 'fraud', 'sexual'] } }))
    expect(said(answer)).toBe('fails: refused')
    expect(answer?.reason.values['refused']).toEqual([
      [{ word: 'offenceFamily.property' }, '–', { word: 'refusalReason.cash_valuables' }],
      [{ word: 'offenceFamily.sexual' }, '–', { word: 'refusalReason.law' }, '(Izdomātais likums 3. pants)'],
    ])
  })

  test('a refusal of another family does not touch the person', () => {
    const vacancy = aVacancy({ stances: stances({ property: { reason: 'cash_valuables' } }) })
    expect(said(offence(vacancy, aPerson({ restricted: { families: ['traffic'] } })))).toBe('meets: accepts')
  })

  test('a person whose families nobody has recorded is not failed', () => {
    const vacancy = aVacancy({ stances: stances({ property: { reason: 'cash_valuables' } }) })
    expect(said(offence(vacancy, aPerson({ restricted: { families: null } })))).toBe('unknown: not_known')
  })

  test('an employer who accepts all twelve needs to know none', () => {
    expect(said(offence(aVacancy(), aPerson({ restricted: { families: null } })))).toBe('meets: accepts_all')
  })
})

describe('"yes, if"', () => {
  const asking = (...conditions: StanceCondition[]) => aVacancy({ stances: stances({ fraud: { conditions } }) })
  const FRAUD_2020 = { families: ['fraud' as const], lastYears: { fraud: 2020 } }

  test('is a yes once so many full years have passed since the last such offence', () => {
    expect(said(offence(asking({ kind: 'since_offence', years: 5 }), aPerson({ restricted: FRAUD_2020 })))).toBe('meets: conditions_met')
  })

  test('names the day from which time alone will have met it', () => {
    const answer = offence(asking({ kind: 'since_offence', years: 10 }), aPerson({ restricted: FRAUD_2020 }))
    expect(said(answer)).toBe('fails: condition_too_soon')
    expect(answer?.change).toEqual({ key: 'start_from', values: { day: { day: '2031-01-01' } } })
  })

  test('counts from the release to the first day of work', () => {
    const restricted = { families: ['fraud' as const], releasedOn: '2026-01-10' }
    expect(said(offence(asking({ kind: 'since_release', months: 3 }), aPerson({ restricted })))).toBe('fails: condition_too_soon')
    const inMay = { ...asking({ kind: 'since_release', months: 3 }), startOn: '2026-05-04' }
    expect(said(offence(inMay, aPerson({ restricted })))).toBe('meets: conditions_met')
  })

  test('whose year or paper nobody has recorded is not known, and fails nobody', () => {
    const unknown = aPerson({ restricted: { families: ['fraud'] } })
    expect(said(offence(asking({ kind: 'since_offence', years: 5 }), unknown))).toBe('unknown: yes_if')
    expect(said(offence(asking({ kind: 'reference' }), unknown))).toBe('unknown: yes_if')
  })

  test('is turned by a reference, and a missing one is named as what to get', () => {
    const asks = asking({ kind: 'reference' })
    expect(said(offence(asks, aPerson({ workReference: true, restricted: FRAUD_2020 })))).toBe('meets: conditions_met')
    const without = offence(asks, aPerson({ workReference: false, restricted: FRAUD_2020 }))
    expect([said(without), without?.change?.key]).toEqual(['check: yes_if', 'get_reference'])
  })

  test('that asks a promise is to be checked: whoever proposes makes it', () => {
    const answer = offence(asking({ kind: 'visit' }), aPerson({ restricted: FRAUD_2020 }))
    expect([said(answer), answer?.change]).toEqual([
      'check: yes_if',
      { key: 'promise', values: { conditions: [{ word: 'plainCondition.visit' }] } },
    ])
  })

  test('of another family does not touch the person', () => {
    expect(said(offence(asking({ kind: 'visit' }), aPerson({ restricted: { families: ['traffic'] } })))).toBe('meets: accepts')
  })
})
