// Everything with the keyboard alone: the way in, a search, signing in, twelve families answered with the arrow keys.
import { STATED_STANCES } from '#app/domain/vacancies/acceptance.ts'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#db/seed/sign-ins.ts'
import { signedInAs, somebody } from '#tests/support/browser/browser.ts'
import { follows, ownVacancy, sees, seesHeading } from '#tests/support/browser/journey.ts'
import { lv, upper, word } from '#tests/support/browser/words.ts'

/** What the keyboard stands on: its words, and whether it can be seen there. */
async function stop(page: Page): Promise<{ words: string; seen: boolean }> {
  return page.evaluate(() => {
    const on = document.activeElement
    if (!on || on === document.body) return { words: '', seen: false }
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(on)
    const seen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    return { words: on.getAttribute('aria-label') ?? (on.textContent || on.getAttribute('name') || on.tagName), seen }
  })
}

/** Presses Tab until the keyboard stands on it; a page where that takes more than a hundred stops has lost it. */
async function tabsTo(page: Page, words: string): Promise<void> {
  for (let pressed = 0; pressed < 100; pressed += 1) {
    await page.keyboard.press('Tab')
    if ((await stop(page)).words.trim() === words) return
  }
  throw new Error(`The keyboard never reached “${words}”`)
}

test('a visitor skips to the content, searches and opens a vacancy', async () => {
  const visitor = await somebody()
  await visitor.goto('/')
  await visitor.keyboard.press('Tab')
  expect(await stop(visitor)).toEqual({ words: lv('common.skip'), seen: true })
  await visitor.keyboard.press('Enter')
  await visitor.getByRole('main').and(visitor.locator(':focus')).waitFor()
  await visitor.keyboard.press('Tab')
  expect((await stop(visitor)).words).toBe('q')
  await visitor.keyboard.type('metinātājs')
  await visitor.keyboard.press('Enter')
  await seesHeading(visitor, lv('pages.search.title'))
  const first = visitor.getByRole('main').getByRole('article').first().getByRole('link')
  const title = await first.innerText()
  await tabsTo(visitor, title)
  await visitor.keyboard.press('Enter')
  await visitor.waitForURL('**/vacancies/*')
  await seesHeading(visitor, title)
})

test('the keyboard can be seen on every stop of the header', async () => {
  const visitor = await somebody()
  await visitor.goto('/')
  const stops: { words: string; seen: boolean }[] = []
  do {
    await visitor.keyboard.press('Tab')
    stops.push(await stop(visitor))
  } while (stops.at(-1)?.words !== lv('common.forSpecialists') && stops.length < 40)
  expect(stops.map(({ words }) => words)).toEqual(
    expect.arrayContaining([lv('common.skip'), 'LV', 'RU', 'EN', lv('common.signIn'), lv('common.search'), lv('common.forEmployers')]),
  )
  expect(stops.filter(({ seen }) => !seen)).toEqual([])
})

test('keys pressed while the page is still waking up do not stop it', async () => {
  const visitor = await somebody()
  await visitor.goto('/sign-in', { waitUntil: 'domcontentloaded' })
  for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab']) await visitor.keyboard.press(key)
  await visitor.waitForFunction(() => '__remixRouter' in globalThis)
  await visitor.evaluate(() => {
    document.body.dataset.same = 'page'
  })
  await follows(visitor, lv('common.forSpecialists'))
  await seesHeading(visitor, lv('pages.about.specialists.title'))
  expect(await visitor.locator('body').getAttribute('data-same')).toBe('page')
})

test('a caseworker signs in', async () => {
  const caseworker = await somebody()
  await caseworker.goto('/sign-in')
  await tabsTo(caseworker, 'email')
  await caseworker.keyboard.type(DEMO_ACCOUNTS.caseworker)
  await caseworker.keyboard.press('Tab')
  await caseworker.keyboard.type(DEMO_PASSWORD)
  await caseworker.keyboard.press('Enter')
  await caseworker.waitForURL('**/casework')
})

test('an employer answers a family with the arrow keys, gives the reason, and saves', async () => {
  const employer = await signedInAs('employer')
  const job = await ownVacancy(employer, 'Kokmateriālu žāvētājs')
  await employer.goto(`/employer/vacancies/${job.id}/acceptance`)
  const property = employer.getByRole('radiogroup', { name: upper(word('offenceFamily', 'property')) })
  await property.getByRole('radio', { checked: true }).focus()
  for (const _ of STATED_STANCES) await employer.keyboard.press('ArrowRight')
  await property.getByRole('radio', { name: word('stance', 'not_stated'), checked: true }).waitFor()
  await employer.keyboard.press('ArrowRight')
  await property.getByRole('radio', { name: word('stance', 'accept'), checked: true }).waitFor()
  for (const _ of ['not_stated', 'not_for_this_job']) await employer.keyboard.press('ArrowLeft')
  await property.getByRole('radio', { name: word('stance', 'not_for_this_job'), checked: true }).waitFor()
  await employer.keyboard.press('Tab')
  expect((await stop(employer)).seen).toBe(true)
  await employer.keyboard.type(upper(word('refusalReason', 'working_alone')))
  await tabsTo(employer, lv('employer.writing.save'))
  await employer.keyboard.press('Enter')
  await employer.waitForURL(`**/employer/vacancies/${job.id}`)
  await follows(employer, lv('employer.step.acceptance'))
  await sees(employer, lv('employer.acceptance.law'))
  await property.getByRole('radio', { name: word('stance', 'not_for_this_job'), checked: true }).waitFor()
})
