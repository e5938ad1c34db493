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
