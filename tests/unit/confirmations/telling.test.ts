// When whoever asked an authority is told the answer: at nine or at three, in summer and in winter.
import { expect, test } from 'vitest'
import { toldAfter, toldOf } from '#app/domain/confirmations/telling.ts'
import { instantOfClock } from '#app/domain/shared/day.ts'

const at = (clock: string) => instantOfClock(clock) ?? Number.NaN

test.each([
  ['2026-12-01T08:59', '2026-12-01T09:00'],
  ['2026-12-01T09:00', '2026-12-01T15:00'],
  ['2026-12-01T15:00', '2026-12-02T09:00'],
  ['2026-07-01T23:59', '2026-07-02T09:00'],
  // The clock goes forward that night.
  ['2026-03-28T16:00', '2026-03-29T09:00'],
])('what is answered at %s is told at %s', (answered, told) => {
  expect(toldAfter(at(answered))).toBe(at(told))
})

test('before the hour both answers are one: it waits', () => {
  const asked = { dueOn: '2026-12-08', toldAt: at('2026-12-02T09:00') }
  expect(toldOf({ ...asked, answer: 'may_be_proposed' }, asked.toldAt - 1)).toBeNull()
  expect(toldOf({ ...asked, answer: 'choose_another' }, asked.toldAt - 1)).toBeNull()
  expect(toldOf({ ...asked, answer: 'may_be_proposed' }, asked.toldAt)).toBe('may_be_proposed')
})

test('what nobody answered is told on the morning after the last day, as one more *choose another*', () => {
  const asked = { dueOn: '2026-12-08', toldAt: null, answer: null }
  expect(toldOf(asked, at('2026-12-09T08:59'))).toBeNull()
  expect(toldOf(asked, at('2026-12-09T09:00'))).toBe('choose_another')
})
