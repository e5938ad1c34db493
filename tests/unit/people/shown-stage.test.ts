// What an organisation outside public authority may ask and say of a stage, and what becomes of the exact one when it says no more.
import { expect, test } from 'vitest'
import { stageAskedBy, stageSaidAs } from '#app/domain/people/shown-stage.ts'

const NGO = { publicAuthority: false }
const AUTHORITY = { publicAuthority: true }
const TODAY = '2026-03-02'

test('who asks for a stage that they are not shown has asked for nothing', () => {
  expect(stageAskedBy(AUTHORITY, 'in_custody')).toBe('in_custody')
  expect(stageAskedBy(NGO, 'in_custody')).toBeNull()
  expect(stageAskedBy(NGO, 'working')).toBe('working')
  expect(stageAskedBy(NGO, null)).toBeNull()
})

test('saying once more that somebody seeks work leaves them where they are', () => {
  expect(stageSaidAs('seeking', { stage: 'in_custody', plannedReleaseOn: '2026-09-01' }, TODAY)).toBe('in_custody')
})

test('somebody who worked from open prison and seeks again is there until the planned day', () => {
  expect(stageSaidAs('seeking', { stage: 'in_work', plannedReleaseOn: '2026-09-01' }, TODAY)).toBe('open_prison')
  expect(stageSaidAs('seeking', { stage: 'in_work', plannedReleaseOn: '2026-01-01' }, TODAY)).toBe('looking')
  expect(stageSaidAs('finished', { stage: 'in_work', plannedReleaseOn: null }, TODAY)).toBe('left')
})
