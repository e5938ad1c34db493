// A filter expression read into a tree: the grammar of Meilisearch's `filter-parser`, precedence NOT, AND, OR, at most 200 deep.
// Not here, as the house does not use them: `_geoPolygon`, `_vectors`, `_foreign`, `_shard`.
import { isStrings } from './json.ts'
import {
  BadFilter,
  badFilter,
  escapedForMessage,
  isKeywordNext,
  skipSpace,
  takeFloat,
  takeSign,
  takeValue,
  takeWord,
  type Part,
  type Reading,
} from './filter-words.ts'

export type Comparison = '=' | '!=' | '>' | '>=' | '<' | '<='

export type Filter =
  | { kind: 'and' | 'or'; of: Filter[] }
  | { kind: 'not'; of: Filter }
  | { kind: 'compare'; field: Part; op: Comparison; value: Part; text: string }
  | { kind: 'between'; field: Part; from: Part; to: Part; text: string }
  | { kind: 'in'; field: Part; values: Part[]; text: string }
  | { kind: 'starts' | 'contains'; field: Part; value: Part; text: string }
  | { kind: 'exists' | 'null' | 'empty'; field: Part; text: string }
  | { kind: 'radius'; lat: Part; lng: Part; metres: Part; text: string }
  | { kind: 'box'; top: [Part, Part]; bottom: [Part, Part]; text: string }

const DEEPEST = 200
const COMPARISONS: readonly Comparison[] = ['<=', '>=', '!=', '<', '>', '=']
const OPERATIONS = [
  '`=`, `!=`, `>=`, `>`, `<=`, `<`, `IN`, `NOT IN`, `TO`, `EXISTS`, `NOT EXISTS`, `IS NULL`, `IS NOT NULL`, `IS EMPTY`, `IS NOT EMPTY`,',
  '`CONTAINS`, `NOT CONTAINS`, `STARTS WITH`, `NOT STARTS WITH`, `_geoRadius`, or `_geoBoundingBox`',
].join(' ')

function negated(filter: Filter): Filter {
  return filter.kind === 'not' ? filter.of : { kind: 'not', of: filter }
}

function tooDeep({ text, at }: Reading): BadFilter {
  const advice = 'Try rewriting the filter so that it contains fewer nested conditions.'
  return badFilter(text, at, text.length, `The filter exceeded the maximum depth limit. ${advice}`)
}

function joined(reading: Reading, depth: number, word: 'OR' | 'AND'): Filter {
  if (depth > DEEPEST) throw tooDeep(reading)
  const next = () => (word === 'OR' ? joined(reading, depth + 1, 'AND') : negation(reading, depth + 1))
  const parts = [next()]
  for (;;) {
    const before = reading.at
    skipSpace(reading)
    if (!takeWord(reading, word)) {
      reading.at = before
      break
    }
    skipSpace(reading)
    parts.push(next())
  }
  const [first] = parts
  return parts.length === 1 && first ? first : { kind: word === 'OR' ? 'or' : 'and', of: parts }
}

function negation(reading: Reading, depth: number): Filter {
  if (depth > DEEPEST) throw tooDeep(reading)
  const before = reading.at
  skipSpace(reading)
  if (takeWord(reading, 'NOT')) {
    skipSpace(reading)
    return negated(negation(reading, depth + 1))
  }
  reading.at = before
  return primary(reading, depth + 1)
}

function primary(reading: Reading, depth: number): Filter {
  if (depth > DEEPEST) throw tooDeep(reading)
  const { text, at: start } = reading
  skipSpace(reading)
  if (takeSign(reading, '(')) {
    skipSpace(reading)
    const inner = joined(reading, depth + 1, 'OR')
    skipSpace(reading)
    if (!takeSign(reading, ')')) {
      throw badFilter(
        text,
        start,
        text.length,
        `Expression \`${escapedForMessage(text.slice(start))}\` is missing the following closing delimiter: \`)\`.`,
      )
    }
    skipSpace(reading)
    return inner
  }
  if (takeWord(reading, '_geoRadius')) return radius(reading, start)
  if (takeWord(reading, '_geoBoundingBox')) return box(reading, start)
  return condition(reading, start)
}

function noOperation({ text }: Reading, start: number): BadFilter {
  const rest = text.slice(start)
  const where = rest.trim() === '' ? 'but instead got nothing.' : `at \`${escapedForMessage(rest)}\`.`
  return badFilter(text, start, text.length, `Was expecting an operation ${OPERATIONS} ${where}`)
}

function fieldOf(reading: Reading, start: number): Part {
  const { text, at } = reading
  const [quote] = text.slice(at).trimStart()
  const keyword = isKeywordNext(reading)
  try {
    return takeValue(reading)
  } catch (error) {
    // Only what the parser is sure of is said; for the rest it says that it wanted an operation.
    const sure = keyword || quote === '"' || quote === "'" || text.slice(at).trimStart().startsWith('_geo')
    throw sure ? error : noOperation(reading, start)
  }
}

function condition(reading: Reading, start: number): Filter {
  const { text } = reading
  const field = fieldOf(reading, start)
  if (takeWord(reading, 'IN')) return { kind: 'in', field, values: list(reading), text }
  if (takeWord(reading, 'NOT')) {
    skipSpace(reading)
    if (takeWord(reading, 'IN')) return negated({ kind: 'in', field, values: list(reading), text })
    const filter = worded(reading, field)
    if (filter) return negated(filter)
    throw noOperation(reading, start)
  }
  const op = COMPARISONS.find((sign) => takeSign(reading, sign))
  if (op) return { kind: 'compare', field, op, value: takeValue(reading), text }
  if (/^IS\s/u.test(text.slice(reading.at))) return emptiness(reading, field, start)
  const filter = worded(reading, field)
  if (filter) return filter
  return range(reading, field, start)
}

function worded(reading: Reading, field: Part): Filter | null {
  const { text } = reading
  if (takeSign(reading, 'EXISTS')) return { kind: 'exists', field, text }
  if (takeSign(reading, 'STARTS WITH')) return { kind: 'starts', field, value: takeValue(reading), text }
  if (takeSign(reading, 'CONTAINS')) return { kind: 'contains', field, value: takeValue(reading), text }
  return null
}

function emptiness(reading: Reading, field: Part, start: number): Filter {
  const { text } = reading
  const found = /IS\s+(NOT\s+)?(NULL|EMPTY)/uy
  found.lastIndex = reading.at
  const match = found.exec(text)
  if (!match) throw noOperation(reading, start)
  reading.at += match[0].length
  const filter: Filter = { kind: match[2] === 'NULL' ? 'null' : 'empty', field, text }
  return match[1] === undefined ? filter : negated(filter)
}

function range(reading: Reading, field: Part, start: number): Filter {
  const { text } = reading
  let from: Part
  try {
    from = takeValue(reading)
  } catch {
    throw noOperation(reading, start)
  }
  if (!/^TO\s/u.test(text.slice(reading.at))) throw noOperation(reading, start)
  reading.at += 'TO'.length
  return { kind: 'between', field, from, to: takeValue(reading), text }
}

function list(reading: Reading): Part[] {
  const { text, at: start } = reading
  skipSpace(reading)
  if (!takeSign(reading, '[')) throw badFilter(text, reading.at, text.length, 'Expected `[` after `IN` keyword.')
  const values: Part[] = []
  for (;;) {
    skipSpace(reading)
    if (takeSign(reading, ']')) break
    const before = reading.at
    if (before >= text.length) {
      throw badFilter(text, start, text.length, 'Expected matching `]` after the list of field names given to `IN[`')
    }
    const comma = values.length > 0 && !takeSign(reading, ',')
    if (comma) throw foundInstead(reading, before)
    skipSpace(reading)
    if (takeSign(reading, ']')) break
    values.push(listed(reading))
  }
  skipSpace(reading)
  return values
}

function listed(reading: Reading): Part {
  const { at } = reading
  const quote = reading.text[at]
  const keyword = isKeywordNext(reading)
  try {
    return takeValue(reading)
  } catch (error) {
    if (quote === '"' || quote === "'") throw error
    throw foundInstead(reading, at, keyword)
  }
}

function foundInstead({ text }: Reading, at: number, keyword = false): BadFilter {
  const rest = escapedForMessage(text.slice(at))
  if (rest === '') return badFilter(text, at, text.length, 'Expected matching `]` after the list of field names given to `IN[`')
  const hint = `, which is a keyword. To use \`${rest}\` as a field name or a value, surround it by quotes.`
  const message = `Expected only comma-separated field names inside \`IN[..]\` but instead found \`${rest}\`${keyword ? hint : '.'}`
  return badFilter(text, at, text.length, message)
}

/** `(1, 2, 3)` or `[1, 2]`; null when it is anything else. */
function floats(reading: Reading, open: string, close: string, counts: readonly number[]): Part[] | null {
  if (!takeSign(reading, open)) return null
  const parts: Part[] = []
  do {
    const part = takeFloat(reading)
    if (!part) return null
    parts.push(part)
  } while (takeSign(reading, ','))
  return takeSign(reading, close) && counts.includes(parts.length) ? parts : null
}

/** A fourth number, how finely to draw the circle, changes nothing that is counted here. */
function radius(reading: Reading, start: number): Filter {
  const { text } = reading
  const [lat, lng, metres] = floats(reading, '(', ')', [3, 4]) ?? []
  if (lat && lng && metres) return { kind: 'radius', lat, lng, metres, text }
  const wanted = 'expects three arguments: `_geoRadius(latitude, longitude, radius)`.'
  throw badFilter(text, start, text.length, `The \`_geoRadius\` filter ${wanted}`)
}

function box(reading: Reading, start: number): Filter {
  const { text } = reading
  const corners: Part[][] = []
  const open = takeSign(reading, '(')
  do {
    skipSpace(reading)
    corners.push(floats(reading, '[', ']', [2]) ?? [])
    skipSpace(reading)
  } while (takeSign(reading, ','))
  const [[top, right] = [], [bottom, left] = []] = corners
  if (open && takeSign(reading, ')') && corners.length === 2 && top && right && bottom && left) {
    return { kind: 'box', top: [top, right], bottom: [bottom, left], text }
  }
  const wanted = 'expects two pairs of arguments: `_geoBoundingBox([latitude, longitude], [latitude, longitude])`.'
  throw badFilter(text, start, text.length, `The \`_geoBoundingBox\` filter ${wanted}`)
}

/** Null when nothing is asked. @throws BadFilter */
export function parsedFilter(text: string): Filter | null {
  if (text.trim() === '') return null
  const reading: Reading = { text, at: 0 }
  const filter = joined(reading, 0, 'OR')
  skipSpace(reading)
  if (reading.at === text.length) return filter
  const rest = escapedForMessage(text.slice(reading.at))
  const hint = 'You probably forgot an `OR` or an `AND` rule.'
  throw badFilter(text, reading.at, text.length, `Found unexpected characters at the end of the filter: \`${rest}\`. ${hint}`)
}

function allOf(kind: 'and' | 'or', parts: readonly (Filter | null)[]): Filter | null {
  const of = parts.filter((part) => part !== null)
  return of.length > 1 ? { kind, of } : (of[0] ?? null)
}

/** A string, or a list whose parts must all be met, an inner list by any one. */
export function filterOf(value: unknown): Filter | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return parsedFilter(value)
  const wrong = (wanted: string, found: unknown) =>
    new BadFilter(`Invalid type for filter subexpression: expected: ${wanted}, found: ${JSON.stringify(found)}.`)
  if (!Array.isArray(value)) throw wrong('String, Array', value)
  const parts = value.map((part: unknown) => {
    if (typeof part === 'string') return parsedFilter(part)
    if (!Array.isArray(part)) throw wrong('String, [String]', part)
    if (!isStrings(part))
      throw wrong(
        'String',
        part.find((one) => typeof one !== 'string'),
      )
    return allOf('or', part.map(parsedFilter))
  })
  return allOf('and', parts)
}
