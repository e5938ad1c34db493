// Release and supervision: time since release, starting from an open prison, appointments, monitoring.
import { describe, expect, test } from 'vitest'
import { aPerson, ask, aVacancy, said } from '#tests/support/matching/build-match.ts'
import { NOTHING_RECORDED, type Supervision } from '#app/domain/people/candidate.ts'

describe('time since release', () => {
  const halfYear = aVacancy({ terms: { monthsSinceRelease: 6 }, startOn: '2026-04-10' })

  test('a person out for six months by the start meets it', () => {
    expect(said(ask('time_since_release', halfYear, aPerson({ restricted: { releasedOn: '2025-10-10' } })))).toBe('meets: enough')
  })

  test('a person out a day too short reads from when it would do', () => {
    const answer = ask('time_since_release', halfYear, aPerson({ restricted: { releasedOn: '2025-10-11' } }))
    expect(said(answer)).toBe('fails: too_soon')
    expect(answer?.change?.values['day']).toEqual({ day: '2026-04-11' })
  })

  test('a person still inside is counted from the planned day', () => {
    const person = aPerson({ stage: 'in_custody', plannedReleaseOn: '2026-06-01', restricted: { releasedOn: null } })
    expect(ask('time_since_release', halfYear, person)?.change?.values['day']).toEqual({ day: '2026-12-01' })
  })

  test('a plan does not count for a person who is out', () => {
    const person = aPerson({ stage: 'looking', plannedReleaseOn: '2025-01-01', restricted: { releasedOn: null } })
    expect(said(ask('time_since_release', halfYear, person))).toBe('unknown: not_known')
  })

  test('nothing is counted for a person without any record', () => {
    const person = aPerson({ restricted: NOTHING_RECORDED })
    expect(said(ask('time_since_release', halfYear, person))).toBe('meets: nothing_recorded')
    expect(said(ask('time_since_release', aVacancy({ terms: { monthsSinceRelease: null } }), person))).toBe('meets: nothing_recorded')
  })

  test('an employer nobody has asked is asked', () => {
    const vacancy = aVacancy({ terms: { monthsSinceRelease: null } })
    expect(said(ask('time_since_release', vacancy, aPerson({ restricted: { releasedOn: '2026-01-01' } })))).toBe('check: not_asked')
  })

  test('nobody needs asking about a person who is out longer than any employer can want', () => {
    expect(said(ask('time_since_release', aVacancy({ terms: { monthsSinceRelease: null } }), aPerson()))).toBe('meets: long_ago')
  })

  test('an employer who wants no time says nothing', () => {
    expect(ask('time_since_release', aVacancy(), aPerson())).toBeNull()
  })
})

describe('open prison', () => {
  const inMay = (openPrison: 'yes' | 'no' | 'not_asked') => aVacancy({ startOn: '2026-05-04', terms: { openPrison } })
  const open = aPerson({ stage: 'open_prison', plannedReleaseOn: '2026-09-01' })
  const closed = aPerson({ stage: 'in_custody', plannedReleaseOn: '2026-09-01' })

  test('a person in an open prison may start where the employer agrees', () => {
    expect(said(ask('open_prison', inMay('yes'), open))).toBe('meets: possible')
  })

  test('a person in an open prison cannot start where the employer wants the release first', () => {
    const answer = ask('open_prison', inMay('no'), open)
    expect(said(answer)).toBe('fails: not_possible')
    expect(answer?.change?.values['day']).toEqual({ day: '2026-09-01' })
  })

  test('an employer nobody has asked is asked', () => {
    expect(said(ask('open_prison', inMay('not_asked'), open))).toBe('check: not_asked')
  })

  test('a person in a closed prison would have to be moved first', () => {
    expect(said(ask('open_prison', inMay('yes'), closed))).toBe('check: needs_open_prison')
  })

  test('a release within a month of the start is worth a word', () => {
    const soon = aPerson({ stage: 'preparing_release', plannedReleaseOn: '2026-06-04' })
    expect(said(ask('open_prison', inMay('no'), soon))).toBe('check: release_soon_after')
  })

  test('without a planned day nobody can say', () => {
    expect(said(ask('open_prison', inMay('no'), aPerson({ stage: 'in_custody' })))).toBe('unknown: release_not_known')
  })

  test('a start after the release is no question', () => {
    expect(ask('open_prison', aVacancy({ startOn: '2026-09-01', terms: { openPrison: 'no' } }), open)).toBeNull()
  })

  test('a person who is out is not asked about it', () => {
    expect(ask('open_prison', inMay('no'), aPerson())).toBeNull()
  })
})

describe('supervision', () => {
  const under = (parts: Partial<Supervision> = {}) =>
    aPerson({ restricted: { supervision: { appointmentsPerMonth: 2, monitoring: false, maxAwayDays: 15, until: null, ...parts } } })

  test('a person under supervision is accepted with appointments that fit', () => {
    expect(said(ask('supervision', aVacancy(), under()))).toBe('meets: accepted')
  })

  test('a person without supervision meets any rule', () => {
    expect(said(ask('supervision', aVacancy({ terms: { supervision: 'no' } }), aPerson()))).toBe('meets: none')
  })

  test('an employer who takes nobody under supervision does not fit', () => {
    expect(said(ask('supervision', aVacancy({ terms: { supervision: 'no' } }), under()))).toBe('fails: not_accepted')
  })

  test('conditions are to be asked for', () => {
    expect(said(ask('supervision', aVacancy({ terms: { supervision: 'with_conditions' } }), under()))).toBe('check: with_conditions')
  })

  test('an employer nobody has asked is asked', () => {
    expect(said(ask('supervision', aVacancy({ terms: { supervision: 'not_asked' } }), under()))).toBe('check: not_asked')
  })

  test('more appointments than fit are to be moved out of working time', () => {
    const answer = ask('supervision', aVacancy({ terms: { appointmentsPerMonth: 1 } }), under())
    expect(said(answer)).toBe('check: too_many_appointments')
    expect(answer?.change?.key).toBe('move_appointments')
  })

  test('appointments nobody has asked about are to be asked about', () => {
    expect(said(ask('supervision', aVacancy({ terms: { appointmentsPerMonth: null } }), under()))).toBe('check: appointments_not_asked')
  })

  test('electronic monitoring does not fit where the site or the hours change', () => {
    expect(said(ask('supervision', aVacancy({ terms: { monitoring: 'no' } }), under({ monitoring: true })))).toBe(
      'fails: monitoring_not_possible',
    )
  })

  test('an employer not asked about monitoring is asked', () => {
    expect(said(ask('supervision', aVacancy({ terms: { monitoring: 'not_asked' } }), under({ monitoring: true })))).toBe(
      'check: monitoring_not_asked',
    )
  })

  test('work away from home needs leave from the supervising office', () => {
    expect(said(ask('supervision', aVacancy({ contexts: ['sea'] }), under()))).toBe('check: away_needs_leave')
  })

  test('a supervision that ends before the start is over', () => {
    const vacancy = aVacancy({ startOn: '2026-06-01', terms: { supervision: 'no' } })
    expect(said(ask('supervision', vacancy, under({ until: '2026-05-31' })))).toBe('meets: ended')
  })

  test('a supervision that ends on the first day still counts', () => {
    const vacancy = aVacancy({ startOn: '2026-06-01', terms: { supervision: 'no' } })
    expect(said(ask('supervision', vacancy, under({ until: '2026-06-01' })))).toBe('fails: not_accepted')
  })

  test('as many appointments as the employer allows do fit', () => {
    expect(said(ask('supervision', aVacancy({ terms: { appointmentsPerMonth: 2 } }), under()))).toBe('meets: accepted')
  })

  test('a person about whom nobody knows is not failed', () => {
    const vacancy = aVacancy({ terms: { supervision: 'no' } })
    expect(said(ask('supervision', vacancy, aPerson({ restricted: { supervision: null } })))).toBe('unknown: not_known')
  })

  test('an employer who takes anybody needs to know nothing', () => {
    expect(said(ask('supervision', aVacancy(), aPerson({ restricted: { supervision: null } })))).toBe('meets: accepts_anybody')
  })
})
