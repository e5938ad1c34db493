// The answers of all criteria together: the group, the order, and what a caseworker outside public authority sees of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CRITERIA } from '#app/domain/matching/criterion.ts'
import type { Verdict } from '#app/domain/matching/criterion.ts'
import { evaluate, groupOf, isRestricted, withoutRestricted } from '#app/domain/matching/evaluate.ts'
import { EMPTY_PROFILE, EMPTY_RECORD, NOTHING_RECORDED } from '#app/domain/people/candidate.ts'
import { anyContext, anyPerson, anyRecord, anyVacancy } from '#tests/support/matching/arbitrary-match.ts'
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

describe('without the restricted part', () => {
  test('a caseworker outside public authority sees the verdict and its class, nothing else', () => {
    const vacancy = aVacancy({ stances: stances({ sexual: { reason: 'law', article: 'Izdomātais likums 3. pants' } }) })
    const answers = evaluate(vacancy, aPerson({ restricted: { families: ['sexual'] } }), aContext())
    expect(withoutRestricted(answers)[0]).toEqual({
      criterion: 'offence_stance',
      verdict: 'fails',
      reason: { key: 'restricted.fails', values: {} },
      asked: null,
      has: null,
      change: null,
    })
  })

  test('what is left of the restricted criteria says the verdict and nothing of the record', () => {
    fc.assert(
      fc.property(anyVacancy, anyPerson, anyContext, (vacancy, person, context) => {
        const answers = evaluate(vacancy, person, context)
        const shown = withoutRestricted(answers)
        const restricted = shown.filter((answer) => isRestricted(answer.criterion))
        const wording = /offenceFamily|refusalReason|restrictionEffect|context\.|pants|count|"occupation"|"day"/
        expect(shown.map((answer) => answer.verdict)).toEqual(answers.map((answer) => answer.verdict))
        expect(JSON.stringify(restricted)).not.toMatch(wording)
      }),
      { numRuns: 1_000 },
    )
  })

  test('the open criteria say the same whatever the record holds', () => {
    fc.assert(
      fc.property(anyVacancy, anyPerson, anyRecord, anyContext, (vacancy, person, otherRecord, context) => {
        const openAnswers = (restricted: typeof otherRecord) =>
          withoutRestricted(evaluate(vacancy, { ...person, restricted }, context)).filter((answer) => !isRestricted(answer.criterion))
        expect(openAnswers(person.restricted)).toEqual(openAnswers(otherRecord))
      }),
      { numRuns: 1_000 },
    )
  })
})
