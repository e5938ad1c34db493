// The filter grammar of the double against a plain reading of each document, and what it refuses.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsIn, jobs, refusal } from '#tests/support/meilisearch/desk.ts'

const FIELDS = ['text', 'number', 'truth', 'deep.er'] as const
const TEXTS = [
  'a',
  'B',
  'šuve',
  'ŠUVE',
  'two words',
  `it's`,
  'say "x"',
  'back\\slash',
  'OR',
  '12',
  '',
  ' edge ',
  'line\nbreak',
  '🦀',
  '-1.5',
]
const NUMBERS = [0, 1, 12, -1.5, 900, 1e6]

type Row = { id: number; text?: unknown; number?: unknown; truth?: unknown; deep?: unknown }

const oneText = fc.constantFrom(...TEXTS)
const oneNumber = fc.constantFrom(...NUMBERS)
const value = fc.oneof(oneText, oneNumber, fc.boolean(), fc.constant(null))
const values = fc.oneof(value, fc.array(value, { maxLength: 3 }), fc.constant({}))
const row = fc.record(
  { text: values, number: values, truth: values, deep: fc.record({ er: values }, { requiredKeys: [] }) },
  { requiredKeys: [] },
)

type Condition =
  | { is: 'compare'; field: string; op: '=' | '!=' | '>' | '>=' | '<' | '<='; value: string }
  | { is: 'between'; field: string; from: string; to: string }
  | { is: 'in'; field: string; values: string[]; not: boolean }
  | { is: 'STARTS WITH' | 'CONTAINS'; field: string; value: string }
  | { is: 'EXISTS' | 'IS NULL' | 'IS EMPTY'; field: string; not: boolean }
  | { is: 'AND' | 'OR'; of: Condition[] }
  | { is: 'NOT'; of: Condition }

const field = fc.constantFrom(...FIELDS)
const operand = fc.oneof(oneText, oneNumber.map(String), fc.constantFrom('true', 'false'))
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ is: fc.constant('compare' as const), field, op: fc.constantFrom('=', '!=', '>', '>=', '<', '<='), value: operand }),
  fc.record({ is: fc.constant('between' as const), field, from: operand, to: operand }),
  fc.record({ is: fc.constant('in' as const), field, values: fc.array(operand, { maxLength: 3 }), not: fc.boolean() }),
  fc.record({ is: fc.constantFrom('STARTS WITH', 'CONTAINS'), field, value: operand }),
  fc.record({ is: fc.constantFrom('EXISTS', 'IS NULL', 'IS EMPTY'), field, not: fc.boolean() }),
)
const condition = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ is: fc.constantFrom('AND', 'OR'), of: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ is: fc.constant('NOT' as const), of: tie('tree') }),
  ),
})).tree

function quoted(text: string): string {
  if (/^[a-z0-9.-]+$/i.test(text) && text !== 'OR') return text
  const escaped = text.replaceAll('\\', '\\\\')
  return text.length % 2 === 0 ? `"${escaped.replaceAll('"', '\\"')}"` : `'${escaped.replaceAll("'", "\\'")}'`
}

function written(one: Condition): string {
  switch (one.is) {
    case 'compare':
      return `${one.field} ${one.op} ${quoted(one.value)}`
    case 'between':
      return `${one.field} ${quoted(one.from)} TO ${quoted(one.to)}`
    case 'in':
      return `${one.field} ${one.not ? 'NOT ' : ''}IN [${one.values.map(quoted).join(', ')}]`
    case 'STARTS WITH':
    case 'CONTAINS':
      return `${one.field} ${one.is} ${quoted(one.value)}`
    case 'EXISTS':
      return `${one.field} ${one.not ? 'NOT ' : ''}EXISTS`
    case 'IS NULL':
    case 'IS EMPTY':
      return `${one.field} ${one.not ? one.is.replace('IS', 'IS NOT') : one.is}`
    case 'AND':
    case 'OR':
      return one.of.map((part) => (part.is === 'AND' || part.is === 'OR' ? `(${written(part)})` : written(part))).join(` ${one.is} `)
    case 'NOT':
      return `NOT (${written(one.of)})`
  }
}

function plain(text: string): string {
  return text.trim().normalize('NFKD').toLowerCase()
}

function at(document: Row, name: string): unknown {
  return name === 'deep.er' ? (document.deep as { er?: unknown } | undefined)?.er : document[name as keyof Row]
}

function isNumeric(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

type Order = (one: string | number, other: string | number) => boolean

const ORDERS: Record<string, Order> = {
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
}

function keeps(document: Row, one: Condition): boolean {
  if (one.is === 'NOT') return !keeps(document, one.of)
  if ('of' in one) {
    const kept = one.of.map((part) => keeps(document, part))
    return one.is === 'AND' ? !kept.includes(false) : kept.includes(true)
  }
  const found = at(document, one.field)
  const list: unknown[] = Array.isArray(found) ? found : [found]
  const texts = list
    .filter((item) => (typeof item === 'string' && item !== '') || typeof item === 'boolean')
    .map((item) => plain(String(item)))
  const numbers = list.filter((item) => typeof item === 'number')
  const equal = (wanted: string) => texts.includes(plain(wanted)) || (isNumeric(wanted) && numbers.includes(Number(wanted)))
  switch (one.is) {
    case 'EXISTS':
      return (found !== undefined) !== one.not
    case 'IS NULL':
      return (found === null) !== one.not
    case 'IS EMPTY':
      return (found === '' || (typeof found === 'object' && found !== null && Object.keys(found).length === 0)) !== one.not
    case 'in':
      return one.values.some(equal) !== one.not
    case 'CONTAINS':
      return texts.some((text) => text.includes(plain(one.value)))
    case 'STARTS WITH':
      return texts.some((text) => text.startsWith(plain(one.value)))
    case 'between':
      return (
        texts.some((text) => text >= one.from && text <= one.to) ||
        (isNumeric(one.from) && isNumeric(one.to) && numbers.some((number) => number >= Number(one.from) && number <= Number(one.to)))
      )
    case 'compare': {
      if (one.op === '=') return equal(one.value)
      if (one.op === '!=') return !equal(one.value)
      const order = ORDERS[one.op]
      if (!order) throw new Error(one.op)
      return (
        texts.some((text) => order(text, one.value)) || (isNumeric(one.value) && numbers.some((number) => order(number, Number(one.value))))
      )
    }
  }
}

test('a filter keeps the documents that a plain reading keeps', async () => {
  const rows = fc.sample(row, { numRuns: 60, seed: 4 }).map((one, id): Row => ({ id, ...one }))
  const known: Row = { id: 60, text: 'a', number: 1, truth: true, deep: { er: 'a' } }
  const documents = [...rows, known]
  const { index, client } = await jobs({ filterableAttributes: [...FIELDS] }, documents)
  await client.updateExperimentalFeatures({ containsFilter: true })
  await fc.assert(
    fc.asyncProperty(condition, async (one) => {
      const { hits } = await index.search('', { filter: written(one), limit: 100, attributesToRetrieve: ['id'] })
      expect(hits.map(({ id }): unknown => id)).toEqual(documents.filter((document) => keeps(document, one)).map(({ id }) => id))
    }),
    { numRuns: 300, seed: 4 },
  )
}, 60_000)

const DOCUMENTS = [
  { id: 1, kind: 'a', n: 1 },
  { id: 2, kind: 'b', n: 2 },
  { id: 3, kind: 'c', n: 3 },
]

test('AND binds before OR, NOT before both; lists are an AND of ORs', async () => {
  const { index } = await jobs({ filterableAttributes: ['kind', 'n'] }, DOCUMENTS)
  const found = async (filter: string | (string | string[])[]) => idsIn(await index.search('', { filter }))
  expect(await found('kind = a OR kind = b AND n = 2')).toEqual([1, 2])
  expect(await found('(kind = a OR kind = b) AND n = 2')).toEqual([2])
  expect(await found('NOT kind = a AND n < 3')).toEqual([2])
  expect(await found('NOT NOT kind=a')).toEqual([1])
  expect(await found([['kind = a', 'kind = b'], 'n > 1'])).toEqual([2])
  expect(await found(['kind != a', ['n = 1', 'n = 3'], ''])).toEqual([3])
  expect(await found('   ')).toEqual([1, 2, 3])
  expect(await found('kind IN[a,b,]AND n 2 TO 9')).toEqual([2])
})

test('what is escaped is one value, whatever it says', async () => {
  const texts = ['x" OR kind = "a', `it's`, 'back\\', '\\"', 'new\nline', 'AND', '[a]', 'ā\u0000b', `_geoRadius(1,2,3)`]
  const { index } = await jobs(
    { filterableAttributes: ['kind'] },
    texts.map((kind, id) => ({ id, kind })),
  )
  for (const [id, text] of texts.entries()) {
    const filter = `kind = "${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
    expect(idsIn(await index.search('', { filter }))).toEqual([id])
  }
})

const WRONG: [string, string][] = [
  ['kind =', 'Was expecting a value but instead got nothing.'],
  ['kind = AND', 'which is a reserved keyword. To use `AND` as a field name or a value, surround it by quotes.'],
  ['AND = 8', 'Was expecting a value but instead got `AND`, which is a reserved keyword.'],
  ['kind = "a', 'is missing the following closing delimiter: `"`.'],
  ['(kind = a', 'is missing the following closing delimiter: `)`.'],
  ['kind', 'Was expecting an operation'],
  ['kind ~ a', 'Was expecting an operation'],
  ['kind = a b', 'Found unexpected characters at the end of the filter: `b`. You probably forgot an `OR` or an `AND` rule.'],
  ['kind = a AND', 'Was expecting'],
  ['kind IN a', 'Expected `[` after `IN` keyword.'],
  ['kind IN [a', 'Expected matching `]` after the list of field names given to `IN[`'],
  ['kind IN [a b]', 'Expected only comma-separated field names inside `IN[..]` but instead found `b]`.'],
  ['kind = 🦀', 'Was expecting a value but instead got `🦀`.'],
  ['kind = "\\q"', 'Malformed value'],
  ['_geoRadius(1, 2)', 'expects three arguments'],
  ['_geoRadius(a, 2, 3)', 'expects three arguments'],
  ['_geoBoundingBox([1, 2])', 'expects two pairs of arguments'],
  ['kind = _geoRadius(1, 2, 3)', "is an operation and can't be used as a value"],
  ['_geoPoint(1, 2) = 3', "is a reserved keyword and thus can't be used as a filter expression"],
  ['_geoRadius(91, 2, 3)', 'Bad latitude `91`'],
  ['_geoRadius(1, 2, 1e999)', 'Non finite floats are not supported'],
  ['_geoBoundingBox([1, 2], [3, 1])', 'is below the bottom latitude'],
  ['salary > 3', 'Index `jobs`: Attribute `salary` is not filterable. Available filterable attribute patterns are: `_geo`, `kind`.'],
  [`${'NOT '.repeat(210)} kind = a`, 'The filter exceeded the maximum depth limit.'],
]

test.each(WRONG)('refused, and why: %s', async (filter, why) => {
  const { index } = await jobs({ filterableAttributes: ['kind', '_geo'] }, DOCUMENTS)
  const refused = await refusal(index.search('', { filter }))
  expect(refused).toMatchObject({ status: 400, code: 'invalid_search_filter' })
  expect(refused.message).toContain(why)
})

test('the refusal says where in the filter', async () => {
  const { index } = await jobs({ filterableAttributes: ['kind'] }, DOCUMENTS)
  expect((await refusal(index.search('', { filter: 'kind = a b' }))).message).toMatch(/\n10:11 kind = a b$/)
})

test('looking within texts is refused until the server is told to allow it', async () => {
  const { index, client } = await jobs({ filterableAttributes: ['kind'] }, [{ id: 1, kind: 'carpenter' }])
  for (const filter of ['kind STARTS WITH carp', 'kind NOT CONTAINS pent']) {
    expect(await refusal(index.search('', { filter }))).toMatchObject({ status: 400, code: 'feature_not_enabled' })
    expect(await refusal(index.deleteDocuments({ filter }))).toMatchObject({ code: 'feature_not_enabled' })
  }
  await client.updateExperimentalFeatures({ containsFilter: true })
  expect(idsIn(await index.search('', { filter: 'kind STARTS WITH carp AND kind CONTAINS pent' }))).toEqual([1])
})

test('no kind of filter but texts and lists of them', async () => {
  const { index } = await jobs({ filterableAttributes: ['kind'] }, DOCUMENTS)
  for (const filter of [{ kind: 'a' }, 7, [['kind = a', ['kind = b']]]]) {
    expect(await refusal(index.search('', { filter: filter as unknown as string }))).toMatchObject({ code: 'invalid_search_filter' })
  }
})

test('granular rules: what is not switched on is refused, the first matching rule decides', async () => {
  const only = (attributePatterns: string[], equality: boolean, comparison: boolean) => ({
    attributePatterns,
    features: { facetSearch: false, filter: { equality, comparison } },
  })
  const { index } = await jobs(
    { filterableAttributes: [only(['kind'], true, false), only(['n'], false, true), 'n', only(['off'], false, false)] },
    DOCUMENTS,
  )
  expect(idsIn(await index.search('', { filter: 'kind = a' }))).toEqual([1])
  expect(idsIn(await index.search('', { filter: 'n >= 2 AND kind EXISTS' }))).toEqual([2, 3])
  const wrong = await refusal(index.search('', { filter: 'kind > a' }))
  expect(wrong).toMatchObject({ code: 'invalid_search_filter' })
  expect(wrong.message).toContain('Filter operator `>` is not allowed for the attribute `kind`.')
  expect((await refusal(index.search('', { filter: 'n = 2' }))).message).toContain('enable equality in rule #1')
  expect((await refusal(index.search('', { filter: 'off EXISTS' }))).message).toContain('is not filterable')
})

test('a pattern does not switch places on, the plain name does', async () => {
  const documents = [{ id: 1, _geo: { lat: 1, lng: 2 } }]
  const features = { facetSearch: false, filter: { equality: true, comparison: true } }
  const { index } = await jobs({ filterableAttributes: [{ attributePatterns: ['_geo'], features }] }, documents)
  expect((await refusal(index.search('', { filter: '_geoRadius(1, 2, 3)' }))).message).toContain('Attribute `_geo` is not filterable')
  const { index: plainly } = await jobs({ filterableAttributes: ['_geo'] }, documents)
  expect(idsIn(await plainly.search('', { filter: '_geoRadius(1, 2, 3)' }))).toEqual([1])
})

test('a field that no document ever had is empty, also for !=', async () => {
  const { index } = await jobs({ filterableAttributes: ['never', 'kind'] }, DOCUMENTS)
  expect(idsIn(await index.search('', { filter: 'never != 1' }))).toEqual([])
  expect(idsIn(await index.search('', { filter: 'NOT never = 1' }))).toEqual([1, 2, 3])
  expect(idsIn(await index.search('', { filter: 'kind != zzz' }))).toEqual([1, 2, 3])
})
