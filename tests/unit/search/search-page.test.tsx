// The search page as somebody reads it: corrections and left-out words, what its answer lacks, and filters that stay calm.
import { StaticRouter } from 'react-router-dom/server'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { LanguageProvider } from '#app/components/ui/i18n.tsx'
import { askedAround } from '#app/components/search/near-me.tsx'
import { SearchAnswer, type SearchFound } from '#app/components/search/search-answer.tsx'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { vacancySearch } from '#app/forms/search/vacancy-search.ts'
import { registerAllMessages } from '#app/i18n/all.ts'
import type { Language } from '#app/i18n/language.ts'
import { paths } from '#app/paths.ts'

registerAllMessages()

type Answer = NonNullable<SearchFound['answer']>

const NO_COUNTS = { occupation: {}, group: {}, municipality: {}, shift: {}, contract: {}, support: {}, latvian: {} }
const ONE: Answer['lines'][number] = {
  id: 'v1',
  title: 'Metinātājs',
  employer: 'SIA "Parauga Metāls"',
  visibility: 'public',
  municipality: 'liepaja',
  place: 'Liepāja',
  shifts: [],
  supportOffered: [],
  acceptance: { kind: 'not_asked' },
  source: null,
  payFromCents: null,
  payToCents: null,
  payPeriod: 'month',
}
const PLAIN: Answer = {
  total: 1,
  gone: 0,
  pages: 1,
  facets: { ...NO_COUNTS, acceptanceStated: 0, accepts: null },
  relaxed: 'none',
  corrected: null,
  left: [],
  lines: [ONE],
  marks: {},
  distanceKm: {},
  looser: [],
  shortcomings: [],
}

type Shown = { query?: string; language?: Language; around?: SearchFound['around'] }

function shown(more: Partial<Answer>, { query = '', language = 'lv', around = null }: Shown = {}): string {
  const search = parseAddress(vacancySearch, `http://tilts.test/vacancies${query}`)
  return renderToStaticMarkup(
    <StaticRouter location="/vacancies">
      <LanguageProvider language={language}>
        <SearchAnswer found={{ search, around, answer: { ...PLAIN, ...more } }} />
      </LanguageProvider>
    </StaticRouter>,
  ).replaceAll(' data-discover="true"', '')
}

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')

describe('words that were taken otherwise', () => {
  test.each([
    ['lv', 'Nav „metnatajs”. Rādām: „metinātājs”.'],
    ['ru', 'Нет «metnatajs». Показываем: «metinātājs».'],
    ['en', 'There is no “metnatajs”. Showing: “metinātājs”.'],
  ] as const)('are said in %s', (language, sentence) => {
    const html = shown({ relaxed: 'typos', corrected: 'metinātājs' }, { query: '?q=metnatajs&page=3', language })
    expect(wordsOf(html)).toContain(sentence)
  })

  test('lead to the search for the right ones, from its first page, with the filters kept', () => {
    const html = shown({ relaxed: 'typos', corrected: 'metinātājs' }, { query: '?q=metnatajs&shift=day&page=3' })
    const href = paths.vacancies({ q: 'metinātājs', shift: 'day' }).replaceAll('&', '&amp;')
    expect(html).toContain(`href="${href}">„metinātājs”</a>`)
  })

  test.each([
    ['lv', 'Nevienā vakancē nav visu šo vārdu. Rādām vakances bez: „helikopterā”.'],
    ['ru', 'Нет вакансии со всеми этими словами. Показываем вакансии без: «helikopterā».'],
    ['en', 'No vacancy has all of these words. Showing vacancies without: “helikopterā”.'],
  ] as const)('and left out are named in %s', (language, sentence) => {
    const html = shown({ relaxed: 'some_words', left: ['helikopterā'] }, { query: '?q=pavārs helikopterā', language })
    expect(wordsOf(html)).toContain(sentence)
  })
})

describe('what an answer lacks', () => {
  const at = Date.parse('2026-11-29T12:32:00Z')

  test.each([
    ['lv', 'Stāvoklis plkst. 14:32; jaunākās izmaiņas vēl nav iekļautas.'],
    ['ru', 'Состояние на 14:32; последние изменения ещё не учтены.'],
    ['en', 'As of 14:32; the latest changes are not included yet.'],
  ] as const)('the hour it stands at is said in %s', (language, sentence) => {
    expect(wordsOf(shown({ shortcomings: [{ kind: 'behind', asOf: at, today: true }] }, { language }))).toContain(sentence)
  })

  test('another day is said with its date', () => {
    expect(wordsOf(shown({ shortcomings: [{ kind: 'behind', asOf: at, today: false }] }))).toMatch(/Stāvoklis 29\.11\.2026.*14:32/)
  })

  test('an engine that ran out of time did not count everything; another one that answered is named', () => {
    const words = wordsOf(shown({ shortcomings: [{ kind: 'partial' }, { kind: 'engine_down' }] }))
    expect(words).toContain('skaitļi var būt mazāki nekā īstenībā')
    expect(words).toContain('atbild rezerves meklēšana')
  })

  test.each([
    ['lv', 1, 'Šajā lapā par 1 vakanci mazāk: tā vairs nav atvērta.'],
    ['lv', 2, 'Šajā lapā par 2 vakancēm mazāk: tās vairs nav atvērtas.'],
    ['ru', 5, 'На этой странице на 5 вакансий меньше: они больше не открыты.'],
    ['en', 1, 'This page has 1 vacancy fewer: it is no longer open.'],
  ] as const)('in %s, of %i closed meanwhile: %s', (language, gone, sentence) => {
    expect(wordsOf(shown({ gone }, { language }))).toContain(sentence)
  })

  test('nothing is said when nothing is lacking', () => {
    expect(wordsOf(shown({}))).not.toMatch(/Stāvoklis|nepaspēja|rezerves|mazāk/)
  })
})

describe('a line', () => {
  test('has the words that met marked, and still reads the same', () => {
    const pieces = [
      { text: 'Metin', marked: false },
      { text: 'ātājs', marked: true },
    ]
    const html = shown({ marks: { v1: { title: pieces, employer: [{ text: ONE.employer, marked: false }], why: null } } })
    expect(html).toContain('>Metin<mark>ātājs</mark></a>')
  })

  test('says why it is there when nothing in it met', () => {
    const plain = { title: [{ text: 'Metinātājs', marked: false }], employer: [{ text: ONE.employer, marked: false }] }
    const text = shown({ marks: { v1: { ...plain, why: { kind: 'text', pieces: [{ text: 'kastes', marked: true }] } } } })
    expect(text).toContain('Aprakstā: <mark>kastes</mark>')
    const occupation = shown({ marks: { v1: { ...plain, why: { kind: 'occupation', isco: '7212' } } } }, { language: 'ru' })
    expect(wordsOf(occupation)).toContain('Профессия: Сварщик')
  })
})

describe('the filters', () => {
  const accepts = Object.fromEntries(OFFENCE_FAMILIES.map((family, at) => [family, at + 1]))

  test('show what employers accept to those alone who may ask, six open and six folded', () => {
    expect(shown({})).not.toContain('name="accepts"')
    const html = shown({ facets: { ...PLAIN.facets, accepts } })
    expect(html.match(/name="accepts"/g)).toHaveLength(12)
    const [open = '', folded = ''] = html.split('<summary>Vēl 6</summary>')
    expect([open.match(/name="accepts"/g), folded.match(/name="accepts"/g)].map((found) => found?.length)).toEqual([6, 6])
    expect(wordsOf(html)).toContain('Par nevienu cilvēku šis filtrs neko nepasaka.')
  })

  test('unfold what is chosen, though it would bring nothing', () => {
    expect(shown({ facets: { ...PLAIN.facets, accepts } }, { query: '?accepts=other' })).toContain('<details class="more-choices" open="">')
    expect(shown({ facets: { ...PLAIN.facets, accepts: {} } }, { query: '?accepts=other' })).toContain('value="other"')
  })

  test('say what is chosen in plain words', () => {
    const words = wordsOf(shown({}, { query: '?payFrom=1200&latvian=A2&since=1&contract=seasonal&accepts=fraud' })).replaceAll(
      '\u00a0',
      ' ',
    )
    for (const chip of [
      'alga no 1200 € mēnesī (bruto)',
      'latviešu valoda: pietiek ar A2',
      'Pēdējā diennaktī',
      'Sezonas darbs',
      'pieņem: krāpšana un dokumentu viltošana',
    ])
      expect(words).toContain(chip)
    expect(words).toContain('Filtri (5)')
  })

  test('offer the nearest first only where a place is known', () => {
    expect(shown({})).not.toContain('value="distance"')
    expect(shown({}, { query: '?near=Liepāja' })).toContain('value="distance"')
    expect(shown({}, { query: '?lat=56.51&lon=21.01' })).toContain('value="distance"')
  })
})

test('around where somebody is, is said with the distance', () => {
  expect(wordsOf(shown({}, { around: { name: null, radiusKm: 25 } }))).toContain('25 km ap jūsu atrašanās vietu')
})

test('where somebody is goes into the address to two decimals, instead of a place, with everything else that is asked', () => {
  const form = new FormData()
  for (const [name, value] of [
    ...[
      ['q', 'pavārs'],
      ['near', 'Liepāja'],
      ['radiusKm', ''],
      ['shift', 'day'],
      ['shift', 'night'],
    ],
    ...[
      ['lat', '1'],
      ['lon', '2'],
    ],
  ] as [string, string][])
    form.append(name, value)
  expect(askedAround(form, { latitude: 56.508917, longitude: 21.0149 })).toEqual({
    q: ['pavārs'],
    shift: ['day', 'night'],
    lat: ['56.51'],
    lon: ['21.01'],
  })
})
