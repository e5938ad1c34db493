// What an author is warned of before a text is published.
import { describe, expect, test } from 'vitest'
import { checkText } from '#app/domain/shared/text-check.ts'
import { findingKinds, mayNeverLeave } from '#app/domain/shared/text-findings.ts'
import { FOUND, LEFT_ALONE } from './text-cases.ts'

const kindsIn = (text: string) => findingKinds(checkText(text))

describe('an author is warned', () => {
  test.each([
    ['Sūtiet kodu 010190-12345.', 'personal_code'],
    ['32123412345 ir mans kods', 'personal_code'],
    ['Kods 999999-12345', 'personal_code'],
    ['Zvaniet 26 123 456', 'phone'],
    ['26-123456', 'phone'],
    ['00371 26123456', 'phone'],
    ['Zvanīt: 2912-3456', 'phone'],
    ['tel. 634 212', 'phone'],
    ['Tālr. +371 67000000', 'phone'],
    ['Звоните +49 151 2345 6789', 'phone'],
    ['Rakstiet uz darbs@piemers.lv', 'email'],
    ['info (at) piemers.lv', 'email'],
    ['Strādājam ar Liepājas cietumu', 'prison'],
    ['Rīgas Centrālcietumā', 'prison'],
    ['Cēsu audzināšanas iestāde', 'prison'],
    ['из тюрьмы', 'prison'],
    ['near the prison', 'prison'],
    ['Pieņemam arī bijušos notiesātos', 'past'],
    ['Bez sodāmības', 'past'],
    ['neesam sodīti', 'past'],
    ['Без судимости', 'past'],
    ['Берём осуждённых', 'past'],
    ['Ex-convicts welcome', 'past'],
    ['no criminal record', 'past'],
  ])('of what stands in “%s”', (text, kind) => {
    expect(kindsIn(text)).toContain(kind)
  })
})

test.each(Object.entries(FOUND).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const)))(
  '%s and nothing else is found in “%s”',
  (kind, text) => {
    expect(kindsIn(text)).toEqual([kind])
  },
)

test.each(LEFT_ALONE)('nothing is found in “%s”', (text) => {
  expect(checkText(text)).toEqual([])
})

describe('an author is left alone', () => {
  test.each([
    'Preču pieņemšana un izvietošana noliktavā no 8.00 līdz 17.00.',
    'Alga 1200-1500 eiro, darbs no 2027-01-15.',
    'Alga 2000–2500 eiro mēnesī.',
    'Celtspēja 26 500 kg, Liepāja, LV-3401.',
    'Reģistrācijas numurs 40003123456.',
    'Vajadzīgas siltas zeķes un cieti zābaki.',
    'Заключённый договор обсудим на месте.',
    'Трудовой договор заключается сразу.',
    'We will convince you. 40 hours a week.',
    'Ciets darbs, bet labs kolektīvs.',
  ])('with “%s”', (text) => {
    expect(checkText(text)).toEqual([])
  })
})

test('a personal code is told as a code, not as a phone number as well', () => {
  expect(checkText('260190-12345')).toEqual([{ kind: 'personal_code', found: '260190-12345' }])
})

test('a number with a word before it, or a country, is told once', () => {
  expect(checkText('Tālr. +371 67000000, mob. 26123456').map(({ kind }) => kind)).toEqual(['phone', 'phone'])
})

test('the same number written twice is told once', () => {
  expect(checkText('26123456, tiešām 26123456')).toEqual([{ kind: 'phone', found: '26123456' }])
})

test('what was disguised is shown as it was written', () => {
  const found = checkText('Zvani 2O123456, n.o.t.i.e.s.ā.t.i, anna (et) piemers . lv').map((finding) => finding.found)
  expect(found).toEqual(['2O123456', 'anna (et) piemers . lv', 'n.o.t.i.e.s.a.t.i'])
})

test('a word that is read as it stands is told once', () => {
  expect(checkText('eks-notiesātos').map(({ found }) => found)).toEqual(['notiesatos'])
})

test('of all that is found only a personal code may never leave', () => {
  expect(Object.values(FOUND).map(([text]) => mayNeverLeave(kindsIn(text)))).toEqual([true, false, false, false, false, false])
})

test('a very long text is read in no time', () => {
  const long = 'a1-'.repeat(20_000)
  expect(checkText(long)).toEqual([])
})
