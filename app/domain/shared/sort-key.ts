// The sort key of a name: text whose byte order is the Latvian alphabetical order, the same in both databases and in JavaScript.
// Written in ASCII alone, so that bytes, code points and UTF-16 agree. The order is that of LVS 24:1993, which CLDR's `lv` follows since 2024.
import { companyNameWords } from '#app/domain/employers/company-name.ts'

/** Letters of their own, each after the one it is made from: `~` comes after every letter that could follow. The standard puts y before ī. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('āčēģīķļņōŗšūž', (letter) => [letter, `${letter.normalize('NFD').charAt(0)}~`])),
  y: 'i}',
}
const CYRILLIC = 'абвгґдеєжзиіїйклмнопрстуўфхцчшщъыьэюя'
/** Letters that Unicode does not take apart. */
const WRITTEN_AS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

const BETWEEN_WORDS = '!'
const BETWEEN_LEVELS = ' '
/** A longer name is placed by its beginning. */
const MOST_LETTERS = 120

/** What decides first, what only breaks ties (a mark of another language), and the case, which comes last. */
type Place = { letter: string; mark: '0' | '1'; upper: '0' | '1' }

/** Latin letters as themselves, Cyrillic behind them, any other script behind both. */
function letterOf(base: string): string {
  const own = OWN_LETTERS[base]
  if (own !== undefined) return own
  if (/^[0-9a-z]$/.test(base)) return base
  const cyrillic = CYRILLIC.indexOf(base)
  if (cyrillic >= 0) return `{${String.fromCharCode(0x30 + cyrillic)}`
  return `|${(base.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`
}

function placesOf(letter: string): Place[] {
  const lower = letter.toLowerCase()
  const upper = lower === letter ? '0' : '1'
  if (lower in OWN_LETTERS || CYRILLIC.includes(lower)) return [{ letter: letterOf(lower), mark: '0', upper }]
  const [base = '', ...marks] = Array.from(lower.normalize('NFD'))
  return Array.from(WRITTEN_AS[base] ?? base, (one) => ({ letter: letterOf(one), mark: marks.length > 0 ? '1' : '0', upper }))
}

/** Zeros at the end say nothing. */
const short = (level: string) => level.replace(/0+$/, '')

function keyOf(words: readonly string[]): string {
  const places = words
    .map((word) =>
      Array.from(word.normalize('NFC'))
        .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
        .flatMap(placesOf),
    )
    .filter((word) => word.length > 0)
    .flatMap((word, at): Place[] => (at === 0 ? word : [{ letter: BETWEEN_WORDS, mark: '0', upper: '0' }, ...word]))
    .slice(0, MOST_LETTERS)
  const level = (of: keyof Place) => places.map((place) => place[of]).join('')
  return [level('letter'), short(level('mark')), short(level('upper'))].join(BETWEEN_LEVELS)
}

/** Of a firm's or an organisation's name: quotes, punctuation and the form of company do not count. Never ''. */
export function sortKey(name: string): string {
  return keyOf(companyNameWords(name))
}

/** Of any other text: a person's name, a title. */
export function textSortKey(text: string): string {
  return keyOf(text.normalize('NFKC').split(/[^\p{L}\p{M}\p{N}]+/u))
}

/** A short list that is already read, in the order of the alphabet; what is the same there keeps its order. */
export function alphabetically<Row>(
  rows: readonly Row[],
  textOf: (row: Row) => string,
  keyFrom: (text: string) => string = textSortKey,
): Row[] {
  return rows
    .map((row) => ({ row, key: keyFrom(textOf(row)) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ row }) => row)
}
