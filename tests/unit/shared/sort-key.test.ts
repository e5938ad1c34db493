// The alphabet by which lists of names stand, against what everybody's computer thinks of it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alphabetically, sortKey, textSortKey } from '#app/domain/shared/sort-key.ts'

const inOrder = (names: readonly string[]) => alphabetically(names, (name) => name, sortKey)
const shuffled = (names: readonly string[]) => [...names].reverse()

describe('names stand in the order of the Latvian alphabet', () => {
  test.each([
    ['č, ģ, ķ, ļ, ņ, š and ž are letters of their own', ['Cukurs', 'Čaks', 'Dome']],
    [
      'each stands after the letter it is made from',
      ['Gunārs', 'Ģirts', 'Hugo', 'Kurzeme', 'Ķekava', 'Lubāna', 'Ļaudona', 'Māra', 'Nora', 'Ņina'],
    ],
    ['also inside a word', ['Kazdanga', 'Kažoks', 'Keizars']],
    ['long vowels are letters of their own as well', ['Kalniņa', 'Kauliņš', 'Kārkliņš', 'Krūmiņš', 'Ugāle', 'Ūdris', 'Valka']],
    ['y stands between i and ī', ['Ieva', 'Izolde', 'Yves', 'Īve', 'Jana']],
    ['a short name stands before the longer one that begins with it', ['Anna', 'Anna Bērza', 'Annele']],
    [
      'numbers stand before letters, and Latin letters before Cyrillic ones',
      ['24 stundas', 'Zivs', 'Žagars', 'Анна', 'Елена', 'Ёлка', 'Ель', 'Жанна', 'Иван', 'Йода', 'Яна'],
    ],
    ['small letters stand before capitals when nothing else differs', ['alfa', 'Alfa', 'ALFA']],
    ['marks matter more than capitals', ['Abele', 'ABELE', 'ábele']],
    ['letters of other languages stand with the letter they look like', ['Mulers', 'Müllers', 'Mulls', 'Zalcs']],
  ])('%s', (_rule, names) => {
    expect(inOrder(shuffled(names))).toEqual(names)
  })
})

test.each([
  ['SIA "Alfa"', 'Alfa'],
  ['Sabiedrība ar ierobežotu atbildību “Alfa”', 'Alfa'],
  ['ALFA, AS', 'ALFA'],
  ['„Alfa & Beta”', 'Alfa Beta'],
  ['Z/S Ābeles', 'Ābeles'],
])('%s stands where %s does: quotes and the form of company do not count', (written, name) => {
  expect(sortKey(written)).toBe(sortKey(name))
})

test('a person whose first name is like a form of company keeps it', () => {
  expect(textSortKey('Ik Bērziņš')).not.toBe(textSortKey('Bērziņš'))
})

test('every name has a place, even one without letters', () => {
  expect(sortKey('')).not.toBe('')
  expect(sortKey('"!"')).not.toBe('')
  expect(sortKey('AS')).toBe(sortKey('as').concat('11'))
  expect(sortKey('x'.repeat(5000)).length).toBeLessThan(1000)
})

const LETTERS = 'aābcčdeēfgģhiyījkķlļmnņoōpqrŗsštuūvwxzž0123456789абвгдеёжзийклмнопрстуфхцчшщъыьэюя'
const letter = fc.constantFrom(...Array.from(LETTERS + LETTERS.toUpperCase()))
const word = fc.string({ unit: letter, minLength: 1, maxLength: 6 })
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const near = fc.string({
  unit: fc.constantFrom('a', 'á', 'ā', 'A', 'c', 'č', 'i', 'y', 'ī', 'е', 'ё', 'и', 'й', ' '),
  minLength: 1,
  maxLength: 5,
})

test.each([
  ['any names', name],
  ['names that differ in little', near.map((text) => text.trim().replace(/ +/g, ' '))],
])('%s stand in the same order as in any computer that knows Latvian', (_which, names) => {
  const latvian = new Intl.Collator('lv')
  const ours = (one: string, other: string) => {
    const [a, b] = [textSortKey(one), textSortKey(other)]
    return a < b ? -1 : a > b ? 1 : 0
  }
  fc.assert(
    fc.property(names, names, (one, other) => {
      expect(ours(one, other)).toBe(latvian.compare(one, other))
    }),
    { numRuns: 2000 },
  )
})

test('bytes and letters are in one order: a key is plain ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      expect(sortKey(any)).toMatch(/^[ -~]*$/)
    }),
  )
})
