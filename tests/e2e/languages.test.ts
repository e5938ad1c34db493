// The same pages in three languages: whoever changes the language stays where they are, and keeps it.
import { expect, test } from 'vitest'
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '#app/i18n/language.ts'
import { somebody } from '#tests/support/browser/browser.ts'
import { presses, seesHeading } from '#tests/support/browser/journey.ts'
import { inLanguage } from '#tests/support/browser/words.ts'

const SEARCH = '/vacancies?near=Liep%C4%81ja&shift=day'

test.each(LANGUAGES)('a visitor whose browser asks for %s reads the search and signs in in it', async (language) => {
  const t = inLanguage(language)
  const visitor = await somebody({ language })
  await visitor.goto('/vacancies')
  expect(await visitor.locator('html').getAttribute('lang')).toBe(language)
  await seesHeading(visitor, t('pages.search.title'))
  const found = (await (await visitor.request.get('/api/vacancies?pageSize=1')).json()) as { total: number }
  await visitor.getByText(t('pages.search.found', { count: found.total }), { exact: true }).waitFor()
  await visitor.goto('/sign-in')
  await seesHeading(visitor, t('account.signInTitle'))
  await visitor.getByLabel(t('account.email')).fill('nobody')
  await presses(visitor.getByRole('main'), t('account.signInTitle'))
  await visitor.getByRole('link', { name: t('problems.notEmail') }).waitFor()
})

/** One, a few, many, and none: each with the ending the language wants. */
const COUNTS = {
  lv: { '1': '1 vakance', '2': '2 vakances', '11': '11 vakanču', '21': '21 vakance', '30': '30 vakanču' },
  ru: { '1': '1 вакансия', '2': '2 вакансии', '11': '11 вакансий', '21': '21 вакансия', '30': '30 вакансий' },
  en: { '1': '1 vacancy', '2': '2 vacancies', '11': '11 vacancies', '21': '21 vacancies', '30': '30 vacancies' },
} as const satisfies Record<Language, Record<string, string>>

test.each(LANGUAGES)('numbers of vacancies are counted as %s counts', (language) => {
  const said = Object.keys(COUNTS[language]).map((count) => inLanguage(language)('pages.search.found', { count: Number(count) }))
  expect(said).toEqual(Object.values(COUNTS[language]))
})

test('changing the language keeps the address and what was asked, and the next visit speaks it', async () => {
  const visitor = await somebody()
  await visitor.goto(SEARCH)
  await visitor.getByRole('button', { name: 'RU', exact: true }).click()
  await seesHeading(visitor, inLanguage('ru')('pages.search.title'))
  const { pathname, search } = new URL(visitor.url())
  expect(pathname + search).toBe(SEARCH)
  expect(await visitor.getByLabel(inLanguage('ru')('pages.search.where')).inputValue()).toBe('Liepāja')

  await visitor.goto('/sign-in')
  await seesHeading(visitor, inLanguage('ru')('account.signInTitle'))
  expect(await visitor.locator('html').getAttribute('lang')).toBe('ru')
  expect(await visitor.getByRole('button', { name: 'RU', exact: true }).getAttribute('aria-pressed')).toBe('true')
  await visitor.getByTitle(LANGUAGE_NAMES.en).click()
  await seesHeading(visitor, inLanguage('en')('account.signInTitle'))
})

test('the language is changed without JavaScript too', async () => {
  const visitor = await somebody({ on: 'phone', javaScript: false })
  await visitor.goto('/find-help')
  await visitor.getByRole('button', { name: 'EN', exact: true }).click()
  await seesHeading(visitor, inLanguage('en')('pages.about.help.title'))
})
