// What two organisations recorded of one person, when their registrations are merged: the later day and year hold.
import { expect, test } from 'vitest'
import { mergedRecord } from '#app/domain/involvement/merging.ts'
import { EMPTY_RECORD } from '#app/domain/people/candidate.ts'

test('what came last holds, whichever of the two organisations knew of it', () => {
  const earlier = { ...EMPTY_RECORD, lastYears: { property: 2015, fraud: 2020 }, releasedOn: '2017-03-01', spentOn: '2022-03-01' } as const
  const later = { ...EMPTY_RECORD, lastYears: { property: 2023 }, releasedOn: '2025-05-01', spentOn: '2030-05-01' } as const
  const held = { lastYears: { property: 2023, fraud: 2020 }, releasedOn: '2025-05-01', spentOn: '2030-05-01' }
  expect(mergedRecord(earlier, later)).toMatchObject(held)
  expect(mergedRecord(later, earlier)).toMatchObject(held)
})

test('of two supervisions what binds more holds; that there is none holds only while nobody knows of one', () => {
  const known = { appointmentsPerMonth: 2, monitoring: false, maxAwayDays: null, until: '2027-01-31' } as const
  const stricter = { appointmentsPerMonth: 4, monitoring: true, maxAwayDays: 15, until: '2027-06-30' } as const
  const merged = (own: typeof EMPTY_RECORD.supervision, theirs: typeof EMPTY_RECORD.supervision) =>
    mergedRecord({ ...EMPTY_RECORD, supervision: own }, { ...EMPTY_RECORD, supervision: theirs }).supervision
  expect(merged(known, stricter)).toEqual(stricter)
  expect(merged(stricter, known)).toEqual(stricter)
  expect(merged('none', known)).toEqual(known)
  expect(merged(known, 'none')).toEqual(known)
  expect(merged('none', null)).toBe('none')
})
