// What of a search is logged: nothing that identifies a person.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_LOGGED_LETTERS, scrubbed } from '#app/domain/search/search-log.ts'
import { checkText } from '#app/domain/shared/text-check.ts'

describe('of a search is kept', () => {
  test.each([
    ['  Šuvēja   LIEPĀJĀ ', 'šuvēja liepājā'],
    ['Сварщик, полуавтомат!', 'сварщик полуавтомат'],
    ['C kategorija; 95. kods', 'c kategorija 95 kods'],
    ['dienas-nakts maiņa', 'dienas-nakts maiņa'],
    ['C++ / C#', 'c c'],
    ['darbs 8-17', 'darbs 8 17'],
    ['alga 1200 eur', 'alga eur'],
  ])('of %j: %j', (typed, kept) => {
    expect(scrubbed(typed)).toBe(kept)
  })
})

describe('of a search is never kept', () => {
  test.each([
    ['a telephone', 'zvanīt 26 123 456 vai +371 26123456', 'zvanīt vai'],
    ['a telephone of another country', 'водитель +380 50 123 45 67', 'водитель'],
    ['a personal code', 'pavārs 010190-12345', 'pavārs'],
    ['a personal code with spaces', 'pavārs 0101 90 12 345', 'pavārs'],
    ['a day of birth', 'dzimis 1.2.1990', 'dzimis'],
    ['an e-mail address', 'janis.paraugs@example.com pavārs', 'pavārs'],
    ['what looks like an address of mail', 'janis@localhost pavārs', 'pavārs'],
    ['a number in many pieces', 'kods 9 8 7 6 5 4 3', 'kods'],
    ['a number in other digits', 'pavārs ٢٣٤٥٦', 'pavārs'],
    ['a word that marks a person', 'Darbs notiesātajiem Liepājā', 'darbs liepaja'],
    ['where somebody is', 'pavārs Liepājas cietumā', 'pavars liepajas'],
    ['what meets when something between it is gone', 'darbs behind 26123456 bars', 'darbs'],
    ['anything without letters', '— !? @@ 20261123', ''],
    ['what only looks empty', '\u202e\u200b\u00ad', ''],
  ])('%s', (_what, typed, kept) => {
    expect(scrubbed(typed)).toBe(kept)
  })
})

test('whatever is typed: what is kept is short, plain, the same when it is scrubbed again, and has no number of four digits', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(fc.constantFrom('26123456', '010190-12345', 'a@b.lv', 'šuvēja', '12', '-', '+371', '1990', ' ', '.', '٢٣'), { maxLength: 30 })
      .map((parts) => parts.join(' ')),
    fc.array(fc.constantFrom('2', '6', '1', '-', ' ', '.', '/', 'a', 'ā'), { maxLength: 60 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const kept = scrubbed(text)
      expect(Array.from(kept).length).toBeLessThanOrEqual(MOST_LOGGED_LETTERS)
      expect(kept).toMatch(/^[\p{L}\p{M}\p{N} -]*$/u)
      expect(kept).not.toMatch(/\p{N}{4}/u)
      expect(kept.match(/\p{N}/gu)?.length ?? 0).toBeLessThanOrEqual(6)
      expect(scrubbed(kept)).toBe(kept)
      expect(checkText(kept)).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a query of ten thousand letters is scrubbed at once', () => {
  const began = performance.now()
  for (const text of ['2'.repeat(10_000), 'a@'.repeat(5000), '-'.repeat(10_000), `${'ā'.repeat(9999)}@`]) scrubbed(text)
  expect(performance.now() - began).toBeLessThan(1000)
})
