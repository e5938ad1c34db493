// Rules of law and court bans: a rule of law is always to be checked, a court's ban in force closes the job.
import { describe, expect, test } from 'vitest'
import { aContext, aPerson, aRestriction, ask, aVacancy, said } from '#tests/support/matching/build-match.ts'
import type { CandidateFacts } from '#app/domain/people/candidate.ts'
import type { LegalRestriction } from '#app/domain/matching/legal-restriction.ts'

const withChildren = aVacancy({ occupation: '5311', contexts: ['children'] })

function law(rules: LegalRestriction[], person: CandidateFacts, vacancy = withChildren) {
  return ask('legal_restriction', vacancy, person, aContext({ restrictions: rules }))
}

describe('restrictions by law', () => {
  const violent = aPerson({ restricted: { families: ['violence'] } })

  test('a person whose family the rule names is to be checked against its article', () => {
    const answer = law([aRestriction({ family: 'violence', effect: 'needs_assessment' })], violent)
    expect(said(answer)).toBe('check: check_verified')
    expect(answer?.reason.values['articles']).toEqual([
      [['Izdomātais likums 7. pants', '–', { word: 'restrictionEffect.needs_assessment' }], '–', { day: '2026-01-15' }],
    ])
  })

  test('even a hard bar is only to be checked: this is no legal advice', () => {
    expect(said(law([aRestriction({ effect: 'hard_bar' })], violent))).toBe('check: check_verified')
  })

  test('a rule nobody has verified says so', () => {
    expect(said(law([aRestriction({ verifiedOn: null })], violent))).toBe('check: check_unverified')
  })

  test('verified and unverified rules are kept apart', () => {
    expect(said(law([aRestriction(), aRestriction({ verifiedOn: null })], violent))).toBe('check: check_partly_verified')
  })

  test('an article that stands in two rows is read once', () => {
    const person = aPerson({ restricted: { families: ['violence', 'sexual'] } })
    const answer = law([aRestriction({ family: 'violence' }), aRestriction({ family: 'sexual' })], person)
    expect(answer?.reason.values['articles']).toHaveLength(1)
    expect(answer?.asked?.values['articles']).toEqual(['Izdomātais likums 7. pants'])
  })

  test('a rule on an occupation group holds for every occupation in it', () => {
    expect(said(law([aRestriction({ occupation: '53', context: null })], violent))).toBe('check: check_verified')
  })

  test('a rule on another occupation says nothing', () => {
    expect(law([aRestriction({ occupation: '54', context: null })], violent)).toBeNull()
  })

  test('a rule for another family does not concern the person', () => {
    expect(said(law([aRestriction({ family: 'fraud' })], violent))).toBe('meets: does_not_concern')
  })

  test('a rule for every family does not concern a person without any', () => {
    expect(said(law([aRestriction()], aPerson({ restricted: { families: [] } })))).toBe('meets: does_not_concern')
  })

  test('a rule that lasts until the record is spent is over for a person whose record is spent', () => {
    const person = aPerson({ restricted: { families: ['violence'], recordStatus: 'spent' } })
    expect(said(law([aRestriction({ effect: 'until_spent' })], person))).toBe('meets: spent')
  })

  test('the same rule is to be checked while nobody knows whether the record is spent', () => {
    const person = aPerson({ restricted: { families: ['violence'], recordStatus: 'unknown' } })
    expect(said(law([aRestriction({ effect: 'until_spent' })], person))).toBe('check: check_verified')
  })

  test('a person whose families are not recorded is not judged', () => {
    expect(said(law([aRestriction()], aPerson({ restricted: { families: null } })))).toBe('unknown: not_known')
  })
})

describe('court bans', () => {
  const driver = aVacancy({ occupation: '8332', contexts: ['driving'], startOn: '2026-05-01' })
  const banned = (ban: { occupation?: string; until?: string; context?: 'driving' }) =>
    aPerson({ restricted: { bans: [{ occupation: ban.occupation ?? null, context: ban.context ?? null, until: ban.until ?? null }] } })

  test('a person banned from the occupation cannot take the job, and reads from when they could', () => {
    const answer = ask('individual_ban', driver, banned({ occupation: '833', until: '2026-12-31' }))
    expect(said(answer)).toBe('fails: banned_until')
    expect(answer?.change?.values['day']).toEqual({ day: '2027-01-01' })
  })

  test('a ban on a kind of work closes jobs with it, and one without an end promises no day', () => {
    const answer = ask('individual_ban', driver, banned({ context: 'driving' }))
    expect(said(answer)).toBe('fails: banned_no_end')
    expect(answer?.change).toBeNull()
  })

  test('a ban still counts on its last day', () => {
    expect(said(ask('individual_ban', driver, banned({ context: 'driving', until: '2026-05-01' })))).toBe('fails: banned_until')
  })

  test('a ban that ends before the start does not stand in the way', () => {
    expect(said(ask('individual_ban', driver, banned({ context: 'driving', until: '2026-04-30' })))).toBe('meets: ended')
  })

  test('a ban on other work is not mentioned', () => {
    expect(ask('individual_ban', driver, banned({ occupation: '5414' }))).toBeNull()
  })

  test('a ban recorded without saying on what is to be cleared up', () => {
    expect(said(ask('individual_ban', driver, banned({})))).toBe('check: unclear')
  })

  test('a person about whom nobody knows is not failed', () => {
    expect(said(ask('individual_ban', driver, aPerson({ restricted: { bans: null } })))).toBe('unknown: not_known')
  })
})
