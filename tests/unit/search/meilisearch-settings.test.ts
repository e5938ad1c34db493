// The settings of Meilisearch, and what a vacancy becomes in it.
import { describe, expect, test } from 'vitest'
import { meiliDocumentOf, orderOf } from '#search/index/meilisearch/documents.ts'
import { queryStrings } from '#search/index/meilisearch/query-strings.ts'
import { answersAlike, isNewer, settingsKey, settingsOf, SETTINGS_VERSION, synonymsOf } from '#search/index/meilisearch/settings.ts'
import type { VacancyDocument } from '#search/index/document.ts'
import type { Attempt } from '#search/index/query/query-plan.ts'

const RULE = { id: 'r', from: ['šoferis'], to: ['autovadītājs', 'C kategorija'], twoWay: false }

describe('the settings', () => {
  test('have another key for other synonyms, which makes an index late and not wrong', () => {
    const [none, some] = [settingsKey([]), settingsKey([RULE])]
    expect(none).not.toBe(some)
    expect(settingsKey([{ ...RULE, id: 'other' }])).toBe(some)
    expect([none, some].map(answersAlike)).toEqual([true, true])
    expect(answersAlike('1.another.key')).toBe(false)
    expect(isNewer(some)).toBe(false)
    expect(isNewer(`${String(SETTINGS_VERSION + 1)}.x.y`)).toBe(true)
    expect(isNewer('')).toBe(false)
  })

  test('say a one-way rule in one direction and a two-way rule in all of them, in stems', () => {
    const oneWay = synonymsOf([RULE])
    expect(oneWay['sofer']).toEqual(['autovaditaj', 'c kategorij'])
    expect(Object.keys(oneWay)).not.toContain('autovaditaj')
    const twoWay = synonymsOf([{ ...RULE, twoWay: true }])
    expect(twoWay['autovaditaj']).toEqual(['c kategorij', 'sofer'])
    expect(twoWay['c kategorij']).toEqual(['autovaditaj', 'sofer'])
  })

  test('name every setting that a default of the server would decide otherwise', () => {
    expect(Object.keys(settingsOf([])).sort()).toMatchInlineSnapshot(`
      [
        "dictionary",
        "displayedAttributes",
        "distinctAttribute",
        "facetSearch",
        "faceting",
        "filterableAttributes",
        "localizedAttributes",
        "nonSeparatorTokens",
        "pagination",
        "prefixSearch",
        "proximityPrecision",
        "rankingRules",
        "searchCutoffMs",
        "searchableAttributes",
        "separatorTokens",
        "sortableAttributes",
        "stopWords",
        "synonyms",
        "typoTolerance",
      ]
    `)
  })
})

const VACANCY: VacancyDocument = {
  id: 'aB9',
  employerId: null,
  visibility: 'public',
  texts: { title: 'Šuvēja', meta: 'Liepāja', body: 'Šūšana' },
  occupation: '7531',
  group: null,
  municipality: null,
  coordinates: { lat: 56.5, lon: 21 },
  shifts: ['day'],
  support: [],
  contract: null,
  latvian: 'B2',
  acceptanceStated: true,
  accepts: ['property'],
  monthlyCents: null,
  publishedAt: 1,
  expiresAt: 2,
}

describe('a vacancy', () => {
  test('becomes a document with a place only where that exists, and with its level of Latvian as a number', () => {
    const converted = meiliDocumentOf(VACANCY)
    expect(converted).toMatchObject({ ok: true, document: { _geo: { lat: 56.5, lng: 21 }, latvian: 4, stated: true } })
    for (const coordinates of [null, { lat: NaN, lon: 1 }, { lat: 91, lon: 1 }, { lat: 1, lon: -181 }]) {
      const nowhere = meiliDocumentOf({ ...VACANCY, coordinates })
      expect(nowhere.ok && '_geo' in nowhere.document).toBe(false)
    }
  })

  test('that no server would take is told by the names of what is wrong, never by its values', () => {
    const wrong = meiliDocumentOf({ ...VACANCY, id: 'with [brackets]', publishedAt: NaN })
    expect(wrong).toEqual({ ok: false, id: 'with [brackets]', problem: 'invalid_document: id, publishedAt' })
  })

  test('stands in the order of its id, also where ids differ by case alone', () => {
    const ids = ['b', 'B', 'a', 'A', '9', 'aa', 'aB']
    expect(ids.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))).toEqual(ids.toSorted())
  })
})

const attempt = (...groups: { typed: string; any: { all: string[]; prefix: boolean }[] }[]): Attempt => ({
  relaxed: 'none',
  groups,
  corrected: null,
  left: [],
})
const closed = (...all: string[]) => ({ all, prefix: false })

describe('an attempt', () => {
  test('is asked with its last word open or closed as it was typed, the open one last', () => {
    expect(queryStrings(attempt({ typed: 'a', any: [closed('a')] }))).toEqual([{ q: 'a ', left: [] }])
    const open = { typed: 'b', any: [{ all: ['b'], prefix: true }] }
    expect(queryStrings(attempt(open, { typed: 'a', any: [closed('a')] }))[0]).toEqual({ q: 'a b', left: [] })
  })

  test('with several stems for a word is asked in each way, the likeliest first', () => {
    const words = attempt({ typed: 'x', any: [closed('x'), closed('y')] }, { typed: 'z', any: [closed('z'), closed('w')] })
    expect(queryStrings(words).map(({ q }) => q)).toEqual(['x z ', 'y w ', 'y z ', 'x w '])
  })

  test('of more words than Meilisearch looks at says which it does without', () => {
    const words = attempt(...Array.from({ length: 12 }, (_, at) => ({ typed: `w${String(at)}`, any: [closed(`s${String(at)}`)] })))
    expect(queryStrings(words)[0]?.left).toEqual(['w10', 'w11'])
  })

  test('never asks for every vacancy because nothing is left of its words, nor with anything that means something to the engine', () => {
    expect(queryStrings(attempt({ typed: '"', any: [closed('"')] }))).toEqual([])
    expect(queryStrings(attempt({ typed: 'x', any: [] }))).toEqual([])
    expect(queryStrings(attempt({ typed: '-a"', any: [closed('-a"')] }))[0]?.q).toBe('a ')
  })
})
