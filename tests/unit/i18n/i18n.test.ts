// Every text in every language, with the right plural forms.
import { en as akselEnglish } from '@navikt/ds-react/locales'
import { describe, expect, test } from 'vitest'
import { ALL_MESSAGES, registerAllMessages } from '#app/i18n/all.ts'
import { AKSEL_TEXTS } from '#app/i18n/aksel.ts'
import { formatter } from '#app/i18n/format.ts'
import { LANGUAGES, languageFromHeader, LOCALES } from '#app/i18n/language.ts'
import { translator, type TextKey } from '#app/i18n/translate.ts'

const FORM = /_(zero|one|two|few|many|other)$/

function leaves(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value as object, `${path}${key}.`),
  )
}

const texts = Object.fromEntries(LANGUAGES.map((language) => [language, leaves(ALL_MESSAGES[language])])) as Record<
  (typeof LANGUAGES)[number],
  [string, string][]
>
const baseKeys = (language: (typeof LANGUAGES)[number]) => [...new Set(texts[language].map(([key]) => key.replace(FORM, '')))].sort()

describe.each(LANGUAGES)('in %s', (language) => {
  test('nothing is missing and nothing is left over', () => {
    expect(baseKeys(language)).toEqual(baseKeys('lv'))
  })

  test('every counted text has each plural form of the language', () => {
    const categories = new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories
    const counted = [...new Set(texts[language].filter(([key]) => FORM.test(key)).map(([key]) => key.replace(FORM, '')))]
    const keys = new Set(texts[language].map(([key]) => key))
    const missing = counted.flatMap((key) => categories.map((form) => `${key}_${form}`)).filter((key) => !keys.has(key))
    expect(counted.length).toBeGreaterThan(0)
    expect(missing).toEqual([])
  })

  test('every text says something, and inserts what the Latvian one inserts', () => {
    const inserted = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).filter((name) => name !== 'count')
    const latvian = new Map(texts.lv.map(([key, text]) => [key.replace(FORM, ''), [...new Set(inserted(text))].sort()]))
    const odd = texts[language].filter(([key, text]) => {
      const expected = latvian.get(key.replace(FORM, ''))
      return text.trim() === '' || JSON.stringify([...new Set(inserted(text))].sort()) !== JSON.stringify(expected)
    })
    expect(odd).toEqual([])
  })
})

test("Aksel's own texts are all said in Latvian and in Russian", () => {
  const { global, ...components } = akselEnglish
  const { dateLocale, ...words } = global
  const english = leaves({ global: words, ...components }).map(([key]) => key)
  expect(dateLocale).toBeDefined()
  expect(leaves(AKSEL_TEXTS.lv).map(([key]) => key)).toEqual(english)
  expect(leaves(AKSEL_TEXTS.ru).map(([key]) => key)).toEqual(english)
})

describe('a number of months', () => {
  registerAllMessages()
  const say = (language: (typeof LANGUAGES)[number], count: number) => translator(language)('common.months' satisfies TextKey, { count })

  test('is said in Latvian with its zero form, also for ten and eleven', () => {
    expect([0, 1, 2, 10, 11, 21].map((count) => say('lv', count))).toEqual([
      '0 mēnešu',
      '1 mēnesis',
      '2 mēneši',
      '10 mēnešu',
      '11 mēnešu',
      '21 mēnesis',
    ])
  })

  test('is said in Russian with four forms', () => {
    expect([1, 2, 5, 21, 1.5].map((count) => say('ru', count))).toEqual(['1 месяц', '2 месяца', '5 месяцев', '21 месяц', '1.5 месяца'])
  })
})

test('a text that is not loaded is an error, never a key on the screen', () => {
  expect(() => translator('xx' as 'lv')).toThrow('not loaded')
})

test('a browser that prefers Russian is answered in Russian, an unknown one in Latvian', () => {
  expect(['ru-RU,ru;q=0.9', 'en-GB,en', 'fi', null, ','.repeat(10_000)].map(languageFromHeader)).toEqual(['ru', 'en', 'lv', 'lv', 'lv'])
})

test('money, days and ranges are written as each language writes them', () => {
  const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(plain(formatter('lv').moneyRange(90_000, 120_000))).toBe('900–1200 €')
  expect(plain(formatter('lv').moneyRange(550, 700))).toBe('5,50–7,00 €')
  expect(plain(formatter('en').moneyRange(90_000, null))).toBe('€900')
  expect(formatter('lv').moneyRange(null, null)).toBeNull()
  expect(formatter('lv').day('2026-11-23')).toBe('23.11.2026')
  expect(formatter('en').day('2026-11-23')).toBe('23 Nov 2026')
  expect(formatter('lv').instantDay(Date.parse('2026-11-22T22:30:00Z'))).toBe('23.11.2026')
})

test('what is enumerated has commas, and what is joined in a sentence ends in an "and", in each language', () => {
  const three = (language: (typeof LANGUAGES)[number]) => [
    formatter(language).list(['a', 'b', 'c']),
    formatter(language).and(['a', 'b', 'c']),
  ]
  expect(three('lv')).toEqual(['a, b, c', 'a, b un c'])
  expect(three('ru')).toEqual(['a, b, c', 'a, b и c'])
  expect(three('en')).toEqual(['a, b, c', 'a, b and c'])
})
