// The main steps where no script runs: an old phone, a locked-down office desk.
import { expect, test } from 'vitest'
import { signedInAs, somebody } from '#tests/support/browser/browser.ts'
import { follows, presses, sees, seesHeading, types, unfolds } from '#tests/support/browser/journey.ts'
import { capitalised, uncapitalised } from '#app/i18n/capitalised.ts'
import { lv, word } from '#tests/support/browser/words.ts'

test('a visitor on a phone searches, filters and turns to page two', async () => {
  const visitor = await somebody({ on: 'phone', javaScript: false })
  await visitor.goto('/')
  await visitor.getByLabel(lv('pages.search.where')).fill('Liepāja')
  await presses(visitor, lv('pages.search.submit'), '**/vacancies?**')
  await unfolds(visitor, lv('pages.search.filters'))
  await visitor.getByRole('checkbox', { name: `${word('shift', 'day')} (` }).check()
  await presses(visitor, lv('pages.search.show'))
  await visitor
    .getByRole('list', { name: lv('pages.search.chosen') })
    .getByText(word('shift', 'day'))
    .waitFor()
  const first = visitor.getByRole('main').getByRole('article').first().getByRole('link')
  const onPageOne = await first.getAttribute('href')
  await follows(visitor, lv('common.nextPage'))
  expect(await first.getAttribute('href')).not.toBe(onPageOne)
  const { searchParams } = new URL(visitor.url())
  expect(searchParams.get('shift')).toBe('day')
  await first.click()
  await seesHeading(visitor, lv('pages.acceptance.heading'))
})

test('the search fields are plain fields, and a mistyped place is a press away', async () => {
  const visitor = await somebody({ on: 'phone', javaScript: false })
  await visitor.goto('/vacancies')
  expect(await visitor.getByRole('combobox', { name: lv('pages.search.what') }).count()).toBe(0)
  expect(await visitor.getByRole('button', { name: lv('pages.search.nearMe') }).count()).toBe(0)
  await visitor.getByRole('textbox', { name: lv('pages.search.where') }).fill('Lipaja')
  await visitor.getByRole('textbox', { name: lv('pages.search.what') }).fill('metnatajs')
  await presses(visitor, lv('pages.search.submit'), '**near=Lipaja**')
  await follows(visitor, 'Liepāja')
  await follows(visitor, lv('pages.search.quoted', { words: 'metinātājs' }))
  expect(await visitor.getByRole('textbox', { name: lv('pages.search.what') }).inputValue()).toBe('metinātājs')
})

test('an employer is told beside the field what is wrong with a step, and keeps what was typed', async () => {
  const employer = await signedInAs('employer', { javaScript: false })
  await employer.goto('/employer')
  await follows(employer, lv('employer.home.newVacancy'))
  await types(employer, lv('employer.writing.description'), 'Kraujam kastes.')
  await presses(employer, lv('employer.writing.next'))
  const title = employer.getByRole('textbox', { name: lv('employer.writing.title'), exact: true })
  expect(await title.getAttribute('aria-invalid')).toBe('true')
  await employer
    .getByRole('link', { name: lv('problems.required') })
    .first()
    .waitFor()
  const kept = await employer.getByRole('textbox', { name: lv('employer.writing.description'), exact: true }).inputValue()
  expect(kept.trim()).toBe('Kraujam kastes.')
  await title.fill('Kastu krāvējs')
  await employer.getByLabel(lv('employer.writing.occupation')).selectOption('9333')
  await presses(employer, lv('employer.writing.next'))
  await seesHeading(employer, lv('employer.step.place'))
})

test('a coordinator verifies a company', async () => {
  const coordinator = await signedInAs('coordinator', { javaScript: false })
  await coordinator.goto('/coordinator/employers?state=pending')
  const waiting = coordinator
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: coordinator.getByRole('button') })
    .last()
  const name = await waiting.getByRole('link').first().innerText()
  await waiting.getByRole('button', { name: lv('coordinator.employer.verify') }).click()
  await sees(coordinator, lv('coordinator.employer.verified', { name }))
})

test('an employer is told which family lacks its reason, is led there, and can take the answer back', async () => {
  const employer = await signedInAs('employer', { javaScript: false, on: 'phone' })
  await employer.goto('/employer/vacancies?state=draft')
  await employer.goto(`${await employer.getByRole('main').getByRole('row').getByRole('link').first().getAttribute('href')}/acceptance`)
  const name = capitalised(word('offenceFamily', 'violence'))
  const stances = employer.getByRole('radiogroup', { name: new RegExp(`^${name}`) })
  await stances.getByRole('radio', { name: word('stance', 'not_for_this_job') }).check()
  await presses(employer, lv('employer.writing.next'))
  await employer.getByRole('link', { name: `${name}: ${uncapitalised(lv('problems.reasonMissing'))}` }).click()
  const focused = employer.locator(':focus')
  expect(await focused.getAttribute('name')).toBe('stances.violence.reason')
  const covered = await employer.locator('.acceptance-progress').boundingBox()
  expect((await focused.boundingBox())?.y).toBeGreaterThan((covered?.y ?? 0) + (covered?.height ?? 0))
  await stances.getByRole('radio', { name: word('stance', 'not_stated') }).check()
  await presses(employer, lv('employer.writing.next'))
  await sees(employer, lv('common.saved'))
})
