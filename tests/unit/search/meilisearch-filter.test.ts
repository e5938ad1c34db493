// The filter of a query in Meilisearch's language: every value quoted, every dimension apart.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allOf, chosen, filtersOf, quoted } from '#search/index/meilisearch/filter.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'

const NOW = 1_700_000_000_000

/** As the engine reads it: up to the first quote that no backslash stands before. */
function readQuoted(text: string): { value: string; rest: string } {
  let value = ''
  for (let at = 1; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (char === '"') return { value, rest: text.slice(at + 1) }
    if (char === '\\') at += 1
    value += text[at] ?? ''
  }
  return { value, rest: 'no end' }
}

describe('a value in a filter', () => {
  test.each(['"', '\\', '\\"', '" OR visibility = "closed', "'; --", '\n', '', 'ļ"\\\\"', '\\\\'])('%j cannot end its quotes', (value) => {
    expect(readQuoted(quoted(value))).toEqual({ value, rest: '' })
  })

  test('cannot end its quotes, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\\', 'a', ' ', '\n', 'ž') }), (value) => {
        expect(readQuoted(quoted(value))).toEqual({ value, rest: '' })
      }),
    )
  })
})

describe('a query', () => {
  test('never finds what has expired or may not be seen', () => {
    expect(allOf(filtersOf(EVERYTHING, NOW))).toEqual(['visibility IN ["public"]', `expiresAt > ${String(NOW)}`])
    expect(allOf(filtersOf({ ...EVERYTHING, visibilities: [] }, NOW))).toContain('expiresAt < 0')
  })

  test('says each of its choices once, and leaves out the one whose counts are wanted', () => {
    const filters = filtersOf(
      {
        ...EVERYTHING,
        municipality: 'liepaja',
        occupations: ['7531'],
        groups: ['sewing', 'wood'],
        shifts: ['day', 'night'],
        contracts: ['seasonal'],
        support: ['mentor', 'meals'],
        payFromCents: 90_000,
        latvianUpTo: 'B1',
        acceptanceStated: true,
        accepts: ['property', 'fraud'],
        publishedSince: NOW - 1000,
        near: { coordinates: { lat: 56.5, lon: 21 }, radiusKm: 30 },
      },
      NOW,
    )
    expect(allOf(filters).slice(2)).toEqual([
      '(occupation IN ["7531"] OR group IN ["sewing", "wood"])',
      'municipality = "liepaja"',
      'shifts IN ["day", "night"]',
      'contract IN ["seasonal"]',
      'latvian <= 3',
      'stated = true',
      'support = "mentor"',
      'support = "meals"',
      'accepts = "property"',
      'accepts = "fraud"',
      'monthlyCents >= 90000',
      `publishedAt >= ${String(NOW - 1000)}`,
      '_geoRadius(56.5000000, 21.0000000, 30000.000)',
    ])
    expect(chosen(filters)).toEqual(['kind', 'municipality', 'shift', 'contract', 'latvian', 'stated'])
    expect(allOf(filters, 'kind').join(' ')).not.toContain('occupation')
  })

  test.each([
    { coordinates: { lat: NaN, lon: 21 }, radiusKm: 5 },
    { coordinates: { lat: 56, lon: 181 }, radiusKm: 5 },
    { coordinates: { lat: 56, lon: 21 }, radiusKm: NaN },
    { coordinates: { lat: 56, lon: 21 }, radiusKm: -1 },
    { coordinates: { lat: 56, lon: 21 }, radiusKm: Infinity },
  ])('near a place that is none finds nothing instead of failing: %j', (near) => {
    expect(allOf(filtersOf({ ...EVERYTHING, near }, NOW))).toContain('expiresAt < 0')
  })

  test('for pay that is no number finds nothing', () => {
    expect(allOf(filtersOf({ ...EVERYTHING, payFromCents: NaN }, NOW))).toContain('expiresAt < 0')
  })
})
