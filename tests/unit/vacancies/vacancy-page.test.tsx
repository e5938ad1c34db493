// What the page of a vacancy says: acceptance in sentences, and the JobPosting that machines read.
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import {
  OFFENCE_FAMILIES,
  plainStance,
  stancesOf,
  TERMS_NOT_ASKED,
  type AcceptanceTerms,
  type OffenceFamily,
  type StanceRow,
} from '#app/domain/vacancies/acceptance.ts'
import { acceptanceSummary } from '#app/domain/vacancies/acceptance-summary.ts'
import { acceptanceInWords } from '#app/components/vacancies/acceptance-line.tsx'
import { AcceptanceSentences } from '#app/components/vacancies/acceptance-sentences.tsx'
import { LanguageProvider } from '#app/components/ui/i18n.tsx'
import { JobPosting, jobPostingOf, type JobPostingData } from '#app/components/vacancies/job-posting.tsx'
import { registerAllMessages } from '#app/i18n/all.ts'
import type { Language } from '#app/i18n/language.ts'
import { translator } from '#app/i18n/translate.ts'

registerAllMessages()

function refusing(refused: Partial<Record<OffenceFamily, Pick<StanceRow, 'reason' | 'article'>>>): StanceRow[] {
  return stancesOf('case_by_case').map((row) => {
    const refusal = refused[row.family]
    return refusal ? { ...row, stance: 'not_for_this_job', ...refusal } : row
  })
}

function sentences(stances: StanceRow[], terms: Partial<AcceptanceTerms> = {}, language: Language = 'lv'): string[] {
  const html = renderToStaticMarkup(
    <LanguageProvider language={language}>
      <AcceptanceSentences stances={stances} terms={{ ...TERMS_NOT_ASKED, ...terms }} />
    </LanguageProvider>,
  )
  return html
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
}

const accepted = (row: StanceRow): StanceRow => (row.stance === 'case_by_case' ? { ...row, stance: 'accept' } : row)
const visited = (row: StanceRow): StanceRow =>
  row.family === 'violence' ? { ...plainStance('violence', 'yes_if'), conditions: [{ kind: 'visit' }] } : row

describe('what an employer accepts', () => {
  test('an employer nobody has asked has said neither yes nor no', () => {
    expect(sentences(stancesOf('not_asked'))).toEqual([
      'Šim darba devējam vēl nav jautāts, ko viņš pieņem. Tas nav ne „jā”, ne „nē”: speciālists var viņam pajautāt.',
    ])
  })

  test('a refusal stands beside its reason, and two refusals for one reason are one sentence', () => {
    const cash = { reason: 'cash_valuables', article: null } as const
    expect(sentences(refusing({ property: cash, fraud: cash, traffic: { reason: 'driving', article: null } }))).toEqual([
      'Šim darbam neder, ja cilvēka pagātnē bijis kaut kas no šā: nodarījumi pret īpašumu bez vardarbības; krāpšana un dokumentu viltošana. Iemesls: darbā ir skaidra nauda vai vērtslietas.',
      'Šim darbam neder, ja cilvēka pagātnē bijis kaut kas no šā: ceļu satiksmes pārkāpumi un braukšana reibumā. Iemesls: darbā jāvada transportlīdzeklis.',
      'Par pārējo lemj individuāli, runājot ar cilvēku.',
    ])
  })

  test('a refusal by law names the article', () => {
    const [first] = sentences(refusing({ sexual: { reason: 'law', article: 'Izdomātais likums, 1. pants' } }))
    expect(first).toContain('Iemesls: tā nosaka likums (Izdomātais likums, 1. pants).')
  })

  test('supervision is said with the number of appointments', () => {
    expect(sentences(stancesOf('case_by_case'), { supervision: 'yes', appointmentsPerMonth: 2 }, 'en')).toEqual([
      'Decides about each person individually; nothing is ruled out in advance.',
      'Accepts people under probation supervision too.',
      'Up to 2 appointments a month may be in working time.',
    ])
  })

  test('a line of results says it in a few words', () => {
    const words = (stances: StanceRow[]) => acceptanceInWords(translator('lv'), acceptanceSummary(stances))
    expect(words(stancesOf('not_asked'))).toBe('Darba devējam vēl nav jautāts')
    expect(words(stancesOf('not_stated'))).toBe('Darba devējs nav norādījis, ko pieņem')
    expect(words(stancesOf('case_by_case'))).toBe('Lemj individuāli')
    expect(words(refusing({ fraud: { reason: 'cash_valuables', article: null } }))).toBe('Par 11 no 12 lemj individuāli')
    const accepting = refusing({ fraud: { reason: 'cash_valuables', article: null } }).map(accepted)
    expect(words(accepting)).toBe('Pieņem 11 no 12')
    expect(words(accepting.map(visited))).toBe('Pieņem 10 no 12, vēl 1 ar nosacījumu')
    expect(words(stancesOf('case_by_case').map(visited))).toBe('Ar nosacījumiem pieņem 1 no 12')
  })

  test('a vacancy that refuses all it may does not read as one that decides individually', () => {
    const client = { reason: 'client_clearance', article: null } as const
    const refused = refusing(Object.fromEntries(OFFENCE_FAMILIES.slice(0, 8).map((family) => [family, client])))
    expect(acceptanceInWords(translator('lv'), acceptanceSummary(refused.map(accepted)))).toBe('Pieņem 4 no 12')
  })

  test('a condition and what is not stated are said in the open', () => {
    const some = stancesOf('not_stated').map(visited)
    expect(sentences(some)[0]).toBe(
      'Pieņem ar nosacījumiem (speciālists apmeklē darbavietu pirmajās nedēļās), ja cilvēka pagātnē bijis kaut kas no šā: vardarbība.',
    )
    expect(sentences(some)[1]).toMatch(/^Darba devējs neko nav norādījis par šo: nodarījumi pret īpašumu/)
    expect(sentences(stancesOf('not_stated'))[0]).toContain('Darba devējs nav norādījis, ko pieņem.')
  })
})

const GALDNIEKS: JobPostingData = {
  id: 'v1',
  title: 'Galdnieks',
  employer: 'SIA "Izdomātais Kokzāģis"',
  description: 'Gatavo durvis & logus.\n\n</script><script>alert(1)</script>',
  municipality: 'liepaja',
  place: 'Liepāja',
  address: '',
  coordinates: { lat: 56.51, lon: 21.01 },
  contract: 'permanent',
  hoursPerWeek: 40,
  positions: 2,
  publishedAt: Date.parse('2026-11-01T08:00:00Z'),
  expiresAt: Date.parse('2026-12-01T22:00:00Z'),
  payFromCents: 100_000,
  payToCents: 140_050,
  payPeriod: 'month',
}

describe('the JobPosting', () => {
  test('says what the page says, in the words of schema.org', () => {
    expect(jobPostingOf(GALDNIEKS, 'https://tilts.test/vacancies/v1')).toMatchObject({
      '@type': 'JobPosting',
      title: 'Galdnieks',
      datePosted: '2026-11-01T08:00:00.000Z',
      validThrough: '2026-12-01T22:00:00.000Z',
      employmentType: ['FULL_TIME'],
      hiringOrganization: { name: 'SIA "Izdomātais Kokzāģis"' },
      jobLocation: { address: { addressLocality: 'Liepāja', addressCountry: 'LV' } },
      baseSalary: { currency: 'EUR', value: { minValue: 1000, maxValue: 1400.5, unitText: 'MONTH' } },
      identifier: { value: 'v1' },
    })
  })

  test('is one script that no text can break out of, and parses', () => {
    const html = renderToStaticMarkup(<JobPosting vacancy={GALDNIEKS} url="https://tilts.test/vacancies/v1" nonce="n" />)
    const [, content = ''] = /^<script type="application\/ld\+json" nonce="n">([^<]*)<\/script>$/.exec(html) ?? []
    expect(JSON.parse(content)).toMatchObject({
      description: '<p>Gatavo durvis &amp; logus.</p><p>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    })
  })
})
