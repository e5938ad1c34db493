// What an employer may refuse: which reason, for which family, in which work, and how much of it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  OFFENCE_FAMILIES,
  plainStance,
  promisesIn,
  TERMS_NOT_ASKED,
  type AcceptanceTerms,
  type StanceRow,
} from '#app/domain/vacancies/acceptance.ts'
import { WORK_CONTEXTS } from '#app/domain/vacancies/job-terms.ts'
import {
  approvalItems,
  needsApproval,
  isWithin,
  refusalsOf,
  ruledOutBy,
  ruledOutKey,
  staysWithinLimit,
  type AcceptanceOfJob,
  type Refusal,
} from '#app/domain/vacancies/refusal-limit.ts'
import { REFUSAL_PAIRS, reasonsFor, stanceProblem } from '#app/domain/vacancies/refusal-rules.ts'
import { aRestriction, stances } from '#tests/support/matching/build-match.ts'

describe('a reason', () => {
  test('of cash refuses property and fraud offences, never sexual ones', () => {
    expect(reasonsFor('property', ['cash'])).toContain('cash_valuables')
    expect(reasonsFor('fraud', ['cash'])).toContain('cash_valuables')
    expect(reasonsFor('sexual', ['cash'])).not.toContain('cash_valuables')
  })

  test('holds only in work that has what it speaks of', () => {
    const refused: StanceRow = { ...plainStance('traffic', 'not_for_this_job'), reason: 'driving' }
    expect(stanceProblem(refused, ['driving'])).toBeNull()
    expect(stanceProblem(refused, ['cash'])).toBe('reason_not_for_this')
    expect(stanceProblem(refused, [])).toBe('reason_not_for_this')
  })

  test('of law names the article, of a clearance the client', () => {
    const by = (reason: 'law' | 'client_clearance') => ({ ...plainStance('fraud', 'not_for_this_job'), reason })
    expect(stanceProblem(by('law'), [])).toBe('article_missing')
    expect(stanceProblem(by('client_clearance'), [])).toBe('client_missing')
    expect(stanceProblem({ ...by('client_clearance'), client: 'Izdomāts klients' }, [])).toBeNull()
  })

  test('that no work supports is offered for no family', () => {
    for (const family of OFFENCE_FAMILIES) {
      const offered = reasonsFor(family, WORK_CONTEXTS)
      expect(offered).toEqual(REFUSAL_PAIRS.filter(({ to }) => to === family).map(({ from }) => from))
      expect(reasonsFor(family, [])).toEqual(['law', 'client_clearance'])
    }
  })
})

test('"yes, if" has a condition, and nothing else has one', () => {
  expect(stanceProblem(plainStance('fraud', 'yes_if'), [])).toBe('conditions_missing')
  expect(stanceProblem({ ...plainStance('fraud', 'accept'), conditions: [{ kind: 'visit' }] }, [])).toBe('conditions_unexpected')
})

const said = (named: Parameters<typeof stances>[0], terms: Partial<AcceptanceTerms> = {}) =>
  refusalsOf({ stances: stances(named), terms: { ...TERMS_NOT_ASKED, ...terms } })

describe('what a proposal to a vacancy gives away', () => {
  test('is every family that is refused, and every family of which time must have passed', () => {
    const refused = said({
      fraud: { reason: 'cash_valuables' },
      violence: { conditions: [{ kind: 'since_offence', years: 5 }] },
      robbery: { conditions: [{ kind: 'since_release', months: 6 }] },
      sexual: { conditions: [{ kind: 'visit' }, { kind: 'reference' }] },
      traffic: 'case_by_case',
      other: 'not_stated',
    })
    expect(refused).toEqual(['fraud', 'robbery', 'violence'])
  })

  test('and each term that rules somebody out, counted once', () => {
    expect(said({}, { supervision: 'with_conditions', appointmentsPerMonth: 2 })).toEqual(['supervision'])
    expect(said({}, { supervision: 'yes', appointmentsPerMonth: 2 })).toEqual(['supervision'])
    expect(said({}, { supervision: 'yes', appointmentsPerMonth: 4 })).toEqual([])
    expect(said({}, { monitoring: 'no', openPrison: 'no', monthsSinceRelease: 3 })).toEqual([
      'monitoring',
      'open_prison',
      'time_since_release',
    ])
    expect(said({}, { supervision: 'yes', monitoring: 'yes', openPrison: 'yes', monthsSinceRelease: 0, firstJobOrGap: 'no' })).toEqual([])
  })
})

test('what is told has every measure, of one family and of supervision, and counts once', () => {
  const both = stances({
    fraud: {
      conditions: [
        { kind: 'since_offence', years: 3 },
        { kind: 'since_release', months: 12 },
      ],
    },
  })
  const stated = { stances: both, terms: { ...TERMS_NOT_ASKED, supervision: 'with_conditions' as const, appointmentsPerMonth: 2 } }
  expect(ruledOutBy(stated).map(ruledOutKey)).toEqual([
    'fraud.years.3',
    'fraud.months.12',
    'supervision.with_conditions',
    'supervision.appointments.2',
  ])
  expect(refusalsOf(stated)).toEqual(['fraud', 'supervision'])
  expect(approvalItems({ ...stated, occupation: null, contexts: [] })).toContain('fraud.years.3')
})

test('what a coordinator approved covers less of it, and not more', () => {
  const stated = (years: 2 | 3 | 5, appointmentsPerMonth: number) =>
    inWork({
      stances: stances({ fraud: { conditions: [{ kind: 'since_offence', years }] } }),
      terms: { ...TERMS_NOT_ASKED, supervision: 'yes', appointmentsPerMonth },
    })
  const items = approvalItems(stated(3, 2))
  expect([isWithin(items, stated(2, 3)), isWithin(items, stated(3, 2))]).toEqual([true, true])
  expect([isWithin(items, stated(5, 2)), isWithin(items, stated(3, 1))]).toEqual([false, false])
  // As approvals were kept before measures stood in them.
  expect(isWithin(['fraud', 'supervision', 'work@9333'], stated(5, 1))).toBe(true)
})

test('a promise is for everybody who is proposed, never for those of one family', () => {
  const some = stances({ violence: { conditions: [{ kind: 'visit' }] }, fraud: { conditions: [{ kind: 'talk' }, { kind: 'visit' }] } })
  expect(promisesIn(some)).toEqual(['talk', 'visit'])
})

const inWork = (more: Partial<AcceptanceOfJob>): AcceptanceOfJob => ({
  stances: stances(),
  terms: TERMS_NOT_ASKED,
  occupation: '9333',
  contexts: [],
  ...more,
})

test('seven refusals, or one for a client’s clearance, need a coordinator', () => {
  const by = (count: number) =>
    Object.fromEntries(OFFENCE_FAMILIES.slice(0, count).map((family) => [family, { reason: 'weapons' as const }]))
  expect(needsApproval(inWork({ stances: stances(by(6)) }), [])).toBe(false)
  expect(needsApproval(inWork({ stances: stances(by(7)) }), [])).toBe(true)
  expect(needsApproval(inWork({ stances: stances(by(6)), terms: { ...TERMS_NOT_ASKED, monitoring: 'no' } }), [])).toBe(true)
  const client = inWork({ stances: stances({ other: { reason: 'client_clearance' } }), contexts: ['cash'] })
  expect(needsApproval(client, [])).toBe(true)
  expect(approvalItems(client)).toEqual(['other', 'other@client_clearance@', 'work@9333', 'work@cash'])
})

describe('a refusal by law', () => {
  const byLaw = inWork({ stances: stances({ sexual: { reason: 'law' } }), occupation: '5311', contexts: ['children'] })
  const bar = (more: Parameters<typeof aRestriction>[0] = {}) => aRestriction({ effect: 'hard_bar', ...more })

  test('needs a coordinator, unless a verified rule keeps the family, or every family, from this work', () => {
    expect(needsApproval(byLaw, [])).toBe(true)
    expect(needsApproval(byLaw, [bar({ family: 'sexual' })])).toBe(false)
    expect(needsApproval(byLaw, [bar()])).toBe(false)
    expect(needsApproval(byLaw, [bar({ context: null, occupation: '53', effect: 'until_spent' })])).toBe(false)
  })

  test('is not borne out by a rule of another family or other work, by one nobody verified, or by one that only says "check"', () => {
    const others = [
      { family: 'fraud' },
      { context: 'cash' },
      { context: null, occupation: '54' },
      { verifiedOn: null },
      { effect: 'check' },
    ] as const
    expect(others.map((more) => needsApproval(byLaw, [bar(more)]))).toEqual(others.map(() => true))
  })

  test('is borne out family by family: of two, the one without its rule needs a coordinator', () => {
    const two = { ...byLaw, stances: stances({ sexual: { reason: 'law' }, fraud: { reason: 'law' } }) }
    expect(needsApproval(two, [bar({ family: 'sexual' })])).toBe(true)
    expect(needsApproval(two, [bar({ family: 'sexual' }), bar({ family: 'fraud' })])).toBe(false)
  })
})

describe('what one employer learns of one person', () => {
  test('stays within six, or eight where a coordinator approved', () => {
    const six = OFFENCE_FAMILIES.slice(0, 6)
    expect(staysWithinLimit(six, six.slice(0, 3), false)).toBe(true)
    expect(staysWithinLimit(six, ['other'], false)).toBe(false)
    expect(staysWithinLimit(six, ['other'], true)).toBe(true)
    expect(staysWithinLimit(six, OFFENCE_FAMILIES.slice(6, 9), true)).toBe(false)
  })

  test('may be more from before, but never grows then', () => {
    const nine = OFFENCE_FAMILIES.slice(0, 9)
    expect(staysWithinLimit(nine, nine.slice(0, 2), false)).toBe(true)
    expect(staysWithinLimit(nine, ['other'], true)).toBe(false)
  })

  test('over any history of proposals that were let through, is never more than eight, nor more than six without an approval', () => {
    const refusals = fc.subarray<Refusal>([...OFFENCE_FAMILIES, 'supervision', 'monitoring'], { maxLength: 8 })
    const vacancy = fc.record({ refusals, approved: fc.boolean() }).filter(({ refusals: all, approved }) => approved || all.length <= 6)
    fc.assert(
      fc.property(fc.array(vacancy, { maxLength: 12 }), (proposed) => {
        const known = new Set<Refusal>()
        let most = 6
        for (const { refusals: here, approved } of proposed) {
          if (!staysWithinLimit([...known], here, approved)) continue
          for (const one of here) known.add(one)
          if (approved) most = 8
        }
        expect(known.size).toBeLessThanOrEqual(most)
      }),
    )
  })
})
