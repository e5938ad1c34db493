// The answers of all criteria together: the group, the order, and what a caseworker outside public authority sees of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CRITERIA } from '#app/domain/matching/criterion.ts'
import type { Verdict } from '#app/domain/matching/criterion.ts'
import { evaluate, groupOf, isRestricted } from '#app/domain/matching/evaluate.ts'
import { EMPTY_PROFILE, EMPTY_RECORD, NOTHING_RECORDED } from '#app/domain/people/candidate.ts'
import { anyContext, anyPerson, anyVacancy } from '#tests/support/matching/arbitrary-match.ts'
import { aContext, aPerson, aRestriction, aVacancy, stances } from '#tests/support/matching/build-match.ts'

const verdicts = (...each: Verdict[]) => each.map((verdict) => ({ verdict }))

describe('the group', () => {
  test('a person who meets everything fits', () => {
    expect(groupOf(verdicts('meets', 'meets'))).toBe('fits')
  })

  test('a vacancy that asks nothing fits', () => {
    expect(groupOf([])).toBe('fits')
  })

  test('one thing to check is to be checked', () => {
    expect(groupOf(verdicts('meets', 'check'))).toBe('check')
  })

  test('one thing nobody knows is to be checked, and never fails', () => {
    expect(groupOf(verdicts('meets', 'unknown'))).toBe('check')
  })

  test('one failure does not fit, whatever else is open', () => {
    expect(groupOf(verdicts('unknown', 'check', 'fails', 'meets'))).toBe('does_not_fit')
  })
})

describe('all criteria', () => {
  test('a known person fits a vacancy that accepts everybody and asks nothing', () => {
    expect(groupOf(evaluate(aVacancy(), aPerson(), aContext()))).toBe('fits')
  })

  test('a vacancy that asks nothing keeps its list short', () => {
    expect(evaluate(aVacancy(), aPerson(), aContext()).map((answer) => answer.criterion)).toEqual([
      'offence_stance',
      'supervision',
      'distance',
      'pay',
    ])
  })

  test('a person whose record nobody knows is never failed for it', () => {
    const vacancy = aVacancy({
      contexts: ['children'],
      stances: stances({ property: { reason: 'cash_valuables' } }),
      terms: { supervision: 'no' },
    })
    const person = { open: EMPTY_PROFILE, restricted: EMPTY_RECORD, stage: 'looking' as const, plannedReleaseOn: null }
    const answers = evaluate(vacancy, person, aContext({ restrictions: [aRestriction({ effect: 'hard_bar' })] }))
    expect(answers.filter((answer) => isRestricted(answer.criterion)).map((answer) => answer.verdict)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ])
  })

  test('a person without any record meets every criterion that reads the record, at any vacancy', () => {
    fc.assert(
      fc.property(anyVacancy, anyPerson, anyContext, (vacancy, person, context) => {
        const answers = evaluate(vacancy, { ...person, stage: 'looking', restricted: NOTHING_RECORDED }, context)
        expect(answers.filter(({ criterion, verdict }) => isRestricted(criterion) && verdict !== 'meets')).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  test('answers come in the order a caseworker reads them, each criterion once', () => {
    fc.assert(
      fc.property(anyVacancy, anyPerson, anyContext, (vacancy, person, context) => {
        const criteria = evaluate(vacancy, person, context).map((answer) => answer.criterion)
        expect(criteria).toEqual(CRITERIA.filter((criterion) => criteria.includes(criterion)))
      }),
    )
  })

  test('a rule of law is never a refusal', () => {
    fc.assert(
      fc.property(anyVacancy, anyPerson, anyContext, (vacancy, person, context) => {
        const law = evaluate(vacancy, person, context).find((answer) => answer.criterion === 'legal_restriction')
        expect(law?.verdict).not.toBe('fails')
      }),
    )
  })
})

describe('for an organisation that is no public authority', () => {
  test('no criterion of the restricted part, of custody or of supervision answers', () => {
    fc.assert(
      fc.property(anyVacancy, anyPerson, anyContext, (vacancy, { open }, context) => {
        const answers = evaluate(vacancy, { open, restricted: null }, context)
        expect(answers.filter(({ criterion }) => isRestricted(criterion))).toEqual([])
      }),
    )
  })

  test('the open criteria say what they say to an authority', () => {
    fc.assert(
      fc.property(anyVacancy, anyPerson, anyContext, (vacancy, person, context) => {
        const whole = evaluate(vacancy, person, context).filter(({ criterion }) => !isRestricted(criterion))
        expect(evaluate(vacancy, { open: person.open, restricted: null }, context)).toEqual(whole)
      }),
    )
  })
})
