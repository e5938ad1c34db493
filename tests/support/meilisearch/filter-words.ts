// The smallest parts of a filter: words, quoted values with their escapes, numbers; and how the server says what is wrong with them.
// After Meilisearch's `filter-parser`, whose messages end with the columns and the filter itself.
import { Refusal } from './refusal.ts'

/** A part of the filter and what it means once unescaped. */
export type Part = { value: string; from: number; to: number }

/** Where the reading is. */
export type Reading = { readonly text: string; at: number }

const KEYWORDS: readonly string[] = [
  'AND',
  'OR',
  'IN',
  'NOT',
  'TO',
  'EXISTS',
  'IS',
  'NULL',
  'EMPTY',
  'CONTAINS',
  'STARTS',
  'WITH',
  '_geoRadius',
  '_geoBoundingBox',
]
const WORD = /[\p{Alphabetic}\p{N}_.-]+/uy
const SPACE = /\s*/uy
const FLOAT = /[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/y
const UNTIL_SYNTAX = /[^\s()=<>!]*/uy

/** @param code `invalid_search_filter`, or what the route at hand calls it. */
export class BadFilter extends Error {
  override readonly name = 'BadFilter'
}

export function badFilter(text: string, from: number, to: number, message: string): BadFilter {
  const column = Array.from(text.slice(0, from)).length + 1
  return new BadFilter(`${message}\n${column}:${column + Array.from(text.slice(from, to)).length} ${text}`)
}

export function filterRefusal(error: unknown, code: string, prefix = ''): unknown {
  return error instanceof BadFilter ? new Refusal(code, prefix + error.message) : error
}

function taken(reading: Reading, pattern: RegExp): string | null {
  pattern.lastIndex = reading.at
  const found = pattern.exec(reading.text)
  if (!found) return null
  reading.at += found[0].length
  return found[0]
}

export function skipSpace(reading: Reading): void {
  taken(reading, SPACE)
}

/** Takes this word, whole, or nothing. */
export function takeWord(reading: Reading, word: string): boolean {
  const before = reading.at
  if (taken(reading, WORD) === word) return true
  reading.at = before
  return false
}

export function takeSign(reading: Reading, sign: string): boolean {
  if (!reading.text.startsWith(sign, reading.at)) return false
  reading.at += sign.length
  return true
}

export function takeFloat(reading: Reading): Part | null {
  skipSpace(reading)
  const from = reading.at
  const value = taken(reading, FLOAT)
  const to = reading.at
  skipSpace(reading)
  return value === null ? null : { value, from, to }
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' }

function unescaped(text: string, fail: (message: string) => BadFilter): string {
  const malformed = () => fail(`Malformed value: \`${text}\`.`)
  return text.replace(/\\(u\{([^}]*)\}|u(.{0,4})|x(.{0,2})|([0-7]{1,3})|([^]?))/gu, (_, __, ...groups: (string | undefined)[]) => {
    const [braced, four, two, octal, letter] = groups
    const digits = braced ?? four ?? two
    if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8))
    if (digits === undefined) {
      const plain = ESCAPES[letter ?? '']
      if (plain === undefined) throw malformed()
      return plain
    }
    const code = /^[0-9a-f]+$/i.test(digits) ? parseInt(digits, 16) : NaN
    if (!(code <= 0x10ffff)) throw fail(`Found an invalid escaped sequence number: \`${text}\`.`)
    return String.fromCodePoint(code)
  })
}

function quoted(reading: Reading, quote: string): Part {
  const { text } = reading
  const open = reading.at
  let at = open + 1
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1
  if (at >= text.length) {
    throw badFilter(
      text,
      open,
      text.length,
      `Expression \`${escapedForMessage(text.slice(open))}\` is missing the following closing delimiter: \`${quote}\`.`,
    )
  }
  reading.at = at + 1
  const value = unescaped(text.slice(open + 1, at), (message) => badFilter(text, open + 1, at, message))
  return { value, from: open + 1, to: at }
}

export function escapedForMessage(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"').replaceAll("'", "\\'")
}

const MISUSED = [
  ['_geoRadius', "The `_geoRadius` filter is an operation and can't be used as a value."],
  ['_geoBoundingBox', "The `_geoBoundingBox` filter is an operation and can't be used as a value."],
] as const

/** A field name or a value. @throws BadFilter when there is none; `keyword` on it tells that a reserved word stood there. */
export function takeValue(reading: Reading): Part {
  skipSpace(reading)
  const { text, at: from } = reading
  for (const [name, message] of MISUSED) {
    if (takeWord(reading, name)) throw badFilter(text, from, text.length, message)
  }
  const reserved = /^(_geoPoint|_geoDistance|_geo)\(/.exec(text.slice(from))
  if (reserved) throw reservedGeo(text, from, reserved[1] ?? '')
  const quote = text[from]
  if (quote === '"' || quote === "'") {
    const part = quoted(reading, quote)
    skipSpace(reading)
    return part
  }
  const word = taken(reading, WORD)
  if (word !== null && !KEYWORDS.includes(word)) {
    const part = { value: word, from, to: reading.at }
    skipSpace(reading)
    return part
  }
  reading.at = from
  const wrong = taken(reading, UNTIL_SYNTAX) ?? ''
  reading.at = from
  if (wrong === '') throw badFilter(text, from, from, 'Was expecting a value but instead got nothing.')
  const shown = escapedForMessage(wrong)
  const hint = `, which is a reserved keyword. To use \`${shown}\` as a field name or a value, surround it by quotes.`
  throw badFilter(text, from, from + wrong.length, `Was expecting a value but instead got \`${shown}\`${word === null ? '.' : hint}`)
}

export function isKeywordNext(reading: Reading): boolean {
  const before = reading.at
  skipSpace(reading)
  const word = taken(reading, WORD)
  reading.at = before
  return word !== null && KEYWORDS.includes(word)
}

export function reservedGeo(text: string, from: number, name: string): BadFilter {
  const use =
    'Use the `_geoRadius(latitude, longitude, distance)` or `_geoBoundingBox([latitude, longitude], [latitude, longitude])` built-in rules'
  const message = `\`${name}\` is a reserved keyword and thus can't be used as a filter expression. ${use} to filter on \`_geo\` coordinates.`
  return badFilter(text, from, text.length, message)
}
