// When, where and for how much: start, distance, shifts, being away, pay.
import { describe, expect, test } from 'vitest'
import { aPerson, ask, aVacancy, LIEPAJA, said, VENTSPILS } from '#tests/support/matching/build-match.ts'
import type { Strength } from '#app/domain/vacancies/job-terms.ts'

describe('start', () => {
  const inMay = aVacancy({ startOn: '2026-05-04' })

  test('a person free in the same month meets it', () => {
    expect(said(ask('start_date', inMay, aPerson({ startFrom: '2026-05' })))).toBe('meets: in_time')
  })

  test.each(['2026-06', '2026-07'])('a person free in %s is worth asking for', (startFrom) => {
    expect(said(ask('start_date', inMay, aPerson({ startFrom })))).toBe('check: later')
  })

  test('a person free three months later does not fit, and the month is named', () => {
    const answer = ask('start_date', inMay, aPerson({ startFrom: '2026-08' }))
    expect(said(answer)).toBe('fails: later')
    expect(answer?.change?.values['month']).toEqual({ month: '2026-08' })
  })

  test('a start that has passed counts as today', () => {
    expect(said(ask('start_date', aVacancy({ startOn: '2025-10-01' }), aPerson({ startFrom: '2026-03' })))).toBe('meets: in_time')
  })

  test('a person nobody has asked is not failed', () => {
    expect(said(ask('start_date', inMay, aPerson({ startFrom: null })))).toBe('unknown: not_known')
  })

  test('a vacancy without a day says nothing to a person free next month', () => {
    expect(ask('start_date', aVacancy(), aPerson({ startFrom: '2026-04' }))).toBeNull()
  })

  test('a vacancy without a day is asked about a person free much later', () => {
    expect(said(ask('start_date', aVacancy(), aPerson({ startFrom: '2026-10' })))).toBe('check: no_day_named')
  })
})

describe('distance', () => {
  const inLiepaja = aVacancy({ coordinates: LIEPAJA })

  test('a person in the same town meets it', () => {
    expect(said(ask('distance', aVacancy(), aPerson()))).toBe('meets: within')
  })

  test('a person too far away reads what would bridge it', () => {
    const answer = ask('distance', inLiepaja, aPerson())
    expect(said(answer)).toBe('fails: too_far')
    expect(answer?.change?.key).toBe('transport_or_dormitory')
  })

  test('work from home has no distance', () => {
    expect(said(ask('distance', aVacancy({ coordinates: LIEPAJA, remote: true }), aPerson()))).toBe('meets: remote')
  })

  test('transport by the employer bridges it', () => {
    expect(said(ask('distance', aVacancy({ coordinates: LIEPAJA, supportOffered: ['transport'] }), aPerson()))).toBe('meets: transport')
  })

  test('a dormitory bridges it for a person who would live there', () => {
    expect(said(ask('distance', aVacancy({ coordinates: LIEPAJA, supportOffered: ['dormitory'] }), aPerson({ dormitory: true })))).toBe(
      'meets: dormitory',
    )
  })

  test('a dormitory does not bridge it for a person who would not', () => {
    expect(said(ask('distance', aVacancy({ coordinates: LIEPAJA, supportOffered: ['dormitory'] }), aPerson()))).toBe('fails: too_far')
  })

  test('a person not asked about a dormitory is asked', () => {
    expect(said(ask('distance', aVacancy({ coordinates: LIEPAJA, supportOffered: ['dormitory'] }), aPerson({ dormitory: null })))).toBe(
      'check: ask_dormitory',
    )
  })

  test('a person without means of travel needs some beyond a walk', () => {
    const person = aPerson({ travelMeans: 'none', maxKm: 80 })
    expect(said(ask('distance', aVacancy({ coordinates: VENTSPILS }), person))).toBe('check: no_means')
  })

  test('a person without means of travel walks to work in the same town', () => {
    expect(said(ask('distance', aVacancy(), aPerson({ travelMeans: 'none' })))).toBe('meets: within')
  })

  test('a town exactly as far as the person can travel is within reach', () => {
    expect(said(ask('distance', aVacancy({ coordinates: VENTSPILS }), aPerson({ maxKm: 53 })))).toBe('meets: within')
    expect(said(ask('distance', aVacancy({ coordinates: VENTSPILS }), aPerson({ maxKm: 52 })))).toBe('fails: too_far')
  })

  test('a workplace nobody could place is not too far', () => {
    expect(said(ask('distance', aVacancy({ coordinates: null }), aPerson()))).toBe('unknown: place_not_known')
  })

  test('a person whose place is not known is not too far', () => {
    expect(said(ask('distance', inLiepaja, aPerson({ travelFrom: null })))).toBe('unknown: travel_not_known')
  })

  test('a person whose reach is not known is not too far', () => {
    expect(said(ask('distance', inLiepaja, aPerson({ maxKm: null })))).toBe('unknown: reach_not_known')
  })
})

describe('shifts and nights', () => {
  const rotating = (strength: Strength | null) => aVacancy({ shifts: ['rotating'], requirements: { shifts: strength } })
  const nights = (strength: Strength) => aVacancy({ requirements: { nights: strength } })

  test('a person who can work the shifts meets them', () => {
    expect(said(ask('shifts', rotating('must'), aPerson({ shifts: ['rotating'] })))).toBe('meets: met')
  })

  test('a person who cannot does not fit firm shifts', () => {
    expect(said(ask('shifts', rotating('must'), aPerson()))).toBe('fails: missing')
  })

  test('shifts that can be talked about are to be checked', () => {
    expect(said(ask('shifts', rotating('negotiable'), aPerson()))).toBe('check: negotiable')
  })

  test('shifts nobody insists on say nothing', () => {
    expect(ask('shifts', rotating(null), aPerson())).toBeNull()
  })

  test('a person who does not work nights does not fit work that must be at night', () => {
    expect(said(ask('shifts', nights('must'), aPerson({ shifts: ['day', 'night'], nights: false })))).toBe('fails: missing')
  })

  test('a yes to nights is enough for night shifts', () => {
    const vacancy = aVacancy({ shifts: ['night'], requirements: { shifts: 'must' } })
    expect(said(ask('shifts', vacancy, aPerson({ shifts: ['day'], nights: true })))).toBe('meets: met')
  })

  test('nights that would be nice hold nobody up', () => {
    expect(said(ask('shifts', nights('nice'), aPerson()))).toBe('meets: nice')
  })

  test('a person nobody has asked is not failed', () => {
    expect(said(ask('shifts', rotating('must'), aPerson({ shifts: null })))).toBe('unknown: not_known')
  })
})

describe('away from home', () => {
  const asks = (strength: Strength) => aVacancy({ requirements: { away: strength } })

  test('a person who can be away meets it', () => {
    expect(said(ask('away', asks('must'), aPerson({ awayOver15Days: true })))).toBe('meets: willing')
  })

  test('a person who cannot does not fit', () => {
    expect(said(ask('away', asks('must'), aPerson()))).toBe('fails: not_willing')
  })

  test('work at sea is away even where the requirement was not ticked', () => {
    expect(said(ask('away', aVacancy({ contexts: ['sea'] }), aPerson()))).toBe('fails: not_willing')
  })

  test('being away that can be talked about is to be checked', () => {
    expect(said(ask('away', asks('negotiable'), aPerson()))).toBe('check: not_willing')
  })

  test('being away that would be nice holds nobody up', () => {
    expect(said(ask('away', asks('nice'), aPerson()))).toBe('meets: nice')
  })

  test('a person nobody has asked is not failed', () => {
    expect(said(ask('away', asks('must'), aPerson({ awayOver15Days: null })))).toBe('unknown: not_known')
  })

  test('work at home every night says nothing', () => {
    expect(ask('away', aVacancy(), aPerson())).toBeNull()
  })
})

describe('pay', () => {
  const pays = (payFromCents: number | null, payToCents: number | null) => aVacancy({ payFromCents, payToCents })
  const wants = (payWishCents: number | null) => aPerson({ payWishCents })

  test('a person whose wish is within the range meets it', () => {
    expect(said(ask('pay', pays(90_000, 120_000), wants(120_000)))).toBe('meets: enough')
  })

  test('pay below the wish never fails: the person decides', () => {
    const answer = ask('pay', pays(90_000, 120_000), wants(150_000))
    expect(said(answer)).toBe('check: less')
    expect(answer?.reason.values['by']).toEqual({ cents: 30_000 })
  })

  test('an hourly rate counts over the hours of the vacancy', () => {
    const halfTime = aVacancy({ payFromCents: 800, payToCents: 1_000, payPeriod: 'hour', hoursPerWeek: 20 })
    expect(ask('pay', halfTime, wants(100_000))?.reason.values['by']).toEqual({ cents: 13_333 })
  })

  test('an hourly rate without hours counts over full time, 40 hours a week in 52/12 weeks', () => {
    const vacancy = aVacancy({ payFromCents: 600, payToCents: null, payPeriod: 'hour', hoursPerWeek: null })
    expect(said(ask('pay', vacancy, wants(104_000)))).toBe('meets: enough')
  })

  test('9 euros an hour for full time meet a wish of 1560 a month: the month that search counts with', () => {
    const vacancy = aVacancy({ payFromCents: 900, payToCents: null, payPeriod: 'hour', hoursPerWeek: 40 })
    expect(said(ask('pay', vacancy, wants(156_000)))).toBe('meets: enough')
  })

  test('pay nobody has stated is not too little', () => {
    expect(said(ask('pay', pays(null, null), wants(100_000)))).toBe('unknown: not_known')
  })

  test('a lowest pay below the wish says nothing about the highest', () => {
    expect(said(ask('pay', pays(90_000, null), wants(100_000)))).toBe('unknown: not_known')
  })

  test('a person without a wish is not asked', () => {
    expect(ask('pay', pays(null, null), wants(null))).toBeNull()
  })
})
