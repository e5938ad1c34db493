// What a script types into a search, or writes into a vacancy: an answer in time, never an error, and nothing that was not asked for.
import { describe, expect, test } from 'vitest'
import { DAY_MS } from '#app/domain/shared/day.ts'
import type { VacancyQuery } from '#search/index/port.ts'
import { NOW } from '#tests/support/app.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { chanceFrom } from '#tests/support/search/corpus/random.ts'
import type { SearchEngine } from '../engine.ts'
import { madeVacancy, populate, putMade } from '../population.ts'
import { EVERYTHING } from '../pages.ts'
import { standWith } from './stand.ts'

const HOSTILE_WORDS: readonly [what: string, text: string][] = [
  ['ten kilobytes', 'metinātājs šuvēja '.repeat(600)],
  ['five hundred words', Array.from({ length: 500 }, (_, nth) => `vards${String(nth)}`).join(' ')],
  ['one word of ten thousand letters', 'ā'.repeat(10_000)],
  ['nulls', 'pav\0ārs \0 \0\0'],
  ['halves of letters', '\ud800 pavārs\udfff \ude00'],
  ['quotes that do not close', '"pavārs \' “ „ « `'],
  ['backslashes', '\\ \\" \\\\" pavārs\\'],
  ['operators of a full-text table', 'AND OR NOT NEAR( pavārs, 2 ) + - ^ * : { } ( )'],
  ['a column', 'title: body : {title meta}: -title: - {body}: pavārs'],
  ['only operators', 'AND OR NOT'],
  ['a beginning of nothing', '* ^ "*" ""*'],
  ['a statement', `'; DROP TABLE words; -- ") OR 1=1 --`],
  ['a filter', 'x" OR id EXISTS OR "a" = "a'],
  ['another filter', '_geoRadius(0, 0, 99999999) OR visibility IN ["closed"] NOT id = 1'],
  ['signs of negation and phrases', '-pavārs "pavārs slēgts" -"telpa"'],
  ['emoji', '👩‍🍳 pavārs 🍲🏳️‍🌈 👨‍👩‍👧‍👦'],
  ['marks that turn the direction', '\u202epavārs\u202c \u2066\u200f\u061c'],
  ['letters without width', 'pa\u200bvā\u00adr\ufeffs \u2060 \u200d'],
  ['small words', 'un vai ar par no и в на the of and'],
  ['words said of every job', 'darbs vakance работа job'],
  ['points and dashes', '... --- ,,, ;;; ??? !!! / | & % $ # @ ~'],
  ['nothing that is seen', ' \t\r\n\u3000\u00a0'],
  ['a storm of marks', `p${'\u0301\u0327\u0330'.repeat(3000)}avārs`],
  ['letters that are several', 'ﷺ ½ ﬁ ǆ ẞ İ ı K Å'],
  ['names of what objects have', '__proto__ constructor toString hasOwnProperty'],
  ['many beginnings', 'a b c d e f g h i j k l m n o p q r s t'],
]

const HOSTILE_CHOICES: readonly [what: string, choice: Partial<Record<keyof VacancyQuery, unknown>>][] = [
  ['a radius that is no number', { near: { coordinates: { lat: 56.5, lon: 21 }, radiusKm: NaN } }],
  ['a radius without end', { near: { coordinates: { lat: 56.5, lon: 21 }, radiusKm: Infinity } }],
  ['no radius', { near: { coordinates: { lat: 56.5, lon: 21 }, radiusKm: 0 } }],
  ['less than no radius', { near: { coordinates: { lat: 56.5, lon: 21 }, radiusKm: -5 } }],
  ['a place beyond the pole', { near: { coordinates: { lat: 91, lon: 181 }, radiusKm: 10 }, sort: 'distance' }],
  ['a place that is no number', { near: { coordinates: { lat: NaN, lon: -Infinity }, radiusKm: 10 }, sort: 'distance' }],
  ['a municipality that is a filter', { municipality: 'x" OR id EXISTS OR municipality = "liepaja' }],
  ['an occupation that is a filter', { occupations: ['7115" OR id EXISTS', '\\', '\\"', "' OR 1=1 --"] }],
  ['names of what objects have', { groups: ['__proto__'], municipality: 'constructor', occupations: ['toString'] }],
  ['a thousand occupations', { occupations: Array.from({ length: 1000 }, (_, nth) => String(nth)) }],
  ['less than no pay', { payFromCents: -1 }],
  ['pay that is no number', { payFromCents: NaN }],
  ['a day that is none', { publishedSince: NaN }],
  ['the last page there could be', { page: 1_000_000_000 }],
]

/** Far more than any of them takes, under whatever load. */
const IN_TIME_MS = 5000

export function describeHostile(engine: SearchEngine): void {
  describe('what a script sends', () => {
    const stand = standWith(engine, async (store) => {
      await populate(store, chanceFrom(12), 100)
      await aVacancyRow(store, { title: 'Slēgtā vakance pavārs', visibility: 'closed' })
    })

    async function answersInTime(query: VacancyQuery) {
      const begun = performance.now()
      const answer = await stand().index.search(query)
      expect(performance.now() - begun).toBeLessThan(IN_TIME_MS)
      const visible = new Map(stand().twin.map((one) => [one.id, one.visibility]))
      expect(answer.ids.filter((id) => visible.get(id) !== 'public')).toEqual([])
      expect([answer.degraded, answer.engine]).toEqual([[], engine.name])
      expect(answer.total).toBeGreaterThanOrEqual(answer.ids.length)
      return answer
    }

    test.each(HOSTILE_WORDS)('words: %s', async (_, words) => {
      for (const sort of ['relevance', 'distance'] as const) await answersInTime({ ...EVERYTHING, words, sort })
      await stand().index.suggest(words, 'lv', 8)
      await stand().index.previewSynonyms({ without: words, rule: { id: 'x', from: [words], to: [words], twoWay: false } }, [words], 5)
    })

    test.each(HOSTILE_CHOICES)('choices: %s', async (_, choice) => {
      for (const words of ['', 'pavārs']) await answersInTime({ ...EVERYTHING, ...choice, words } as VacancyQuery)
    })

    test('a choice that no vacancy has finds none, and not what it says', async () => {
      for (const [, choice] of HOSTILE_CHOICES.filter(([what]) => what.endsWith('is a filter'))) {
        const { total } = await answersInTime({ ...EVERYTHING, ...choice } as VacancyQuery)
        expect(total).toBe(0)
      }
    })

    test('words that choose nothing mean every vacancy', async () => {
      const { total } = await answersInTime(EVERYTHING)
      for (const what of [
        'small words',
        'words said of every job',
        'points and dashes',
        'nothing that is seen',
        'a beginning of nothing',
      ]) {
        const [, words = ''] = HOSTILE_WORDS.find(([name]) => name === what) ?? []
        expect(await answersInTime({ ...EVERYTHING, words })).toMatchObject({ total, relaxed: 'none' })
      }
    })

    test('words around which a script writes its signs are found all the same', async () => {
      const { total } = await answersInTime({ ...EVERYTHING, words: 'pavārs' })
      expect(total).toBeGreaterThan(0)
      for (const words of ['"pavārs', 'pa\u200bvā\u00adrs', '(pavārs*', '\u202epavārs', '\\"pavārs\\"', '{title}: pavārs NOT']) {
        const answer = await answersInTime({ ...EVERYTHING, words })
        expect([words, answer.total > 0]).toEqual([words, true])
      }
    })
  })

  describe('a vacancy that is written so', () => {
    /** PostgreSQL keeps no null and no half of a letter; what the site takes in has neither. */
    const texts = HOSTILE_WORDS.map(([, text]) => text.replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd'))
    const idOf = (nth: number) => `hostile${String(nth)}`
    const stand = standWith(engine, async (store) => {
      const chance = chanceFrom(16)
      const made = texts.map((text, nth) => {
        const { row, stances } = madeVacancy(chance, idOf(nth), ['none'])
        const shown = { state: 'published', visibility: 'public', expiresAt: NOW + DAY_MS } as const
        return {
          stances,
          row: {
            ...row,
            ...shown,
            employerId: null,
            source: 'nva' as const,
            sourceId: idOf(nth),
            sourceEmployer: text,
            title: `${text} āmurs${String(nth)}x`,
            description: `${text} Ķīlis`,
          },
        }
      })
      await putMade(store, made)
    })

    test('is found by its plain words, alone or with its like', async () => {
      const { index } = stand()
      const { total, ids } = await index.search({ ...EVERYTHING, words: 'ķīlis', pageSize: 100 })
      expect([total, new Set(ids).size]).toEqual([texts.length, texts.length])
      for (const [nth] of texts.entries()) {
        const found = await index.search({ ...EVERYTHING, words: `āmurs${String(nth)}x` })
        expect([found.ids, found.relaxed]).toEqual([[idOf(nth)], 'none'])
      }
    })
  })
}
