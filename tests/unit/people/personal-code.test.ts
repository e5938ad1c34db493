import { expect, test } from 'vitest'
import { couldBePersonalCode, inventedPersonalCode } from '#app/domain/people/personal-code.ts'

test('a code of before 2017 is taken when its day exists and its check digit fits, with the dash or without', () => {
  expect(couldBePersonalCode('161175-19997')).toBe(true)
  expect(couldBePersonalCode('16117519997')).toBe(true)
})

test.each(['161375-19997', '310275-10000', '161175-19998', '161175-39997', '1611751999', '000000-10007', 'abcdef-ghijk'])(
  'a slip of the hand is noticed: %s',
  (code) => {
    expect(couldBePersonalCode(code)).toBe(false)
  },
)

test('a code of since 2017 begins with 32 to 39 and holds nothing else to check', () => {
  expect(couldBePersonalCode('323456-78901')).toBe(true)
  expect(couldBePersonalCode('391234-56789')).toBe(true)
  expect(couldBePersonalCode('311234-56789')).toBe(false)
})

test('codes of invented people could be codes, each another, of somebody born in 1850', () => {
  const codes = Array.from({ length: 200 }, (_, nth) => inventedPersonalCode(nth))
  expect(codes.filter((code) => !couldBePersonalCode(code))).toEqual([])
  expect(new Set(codes).size).toBe(200)
  expect(codes.filter((code) => !/^010150-0\d{4}$/.test(code))).toEqual([])
})
