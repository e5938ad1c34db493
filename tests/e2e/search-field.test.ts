// The search fields in a browser: what is suggested while somebody types, by keyboard and by hand, and “near me” only when pressed.
import { EventEmitter, once } from 'node:events'
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { seriousFindings } from '#tests/support/browser/accessibility.ts'
import { somebody } from '#tests/support/browser/browser.ts'
import { lv } from '#tests/support/browser/words.ts'

const what = (page: Page) => page.getByRole('combobox', { name: lv('pages.search.what') })
const where = (page: Page) => page.getByRole('combobox', { name: lv('pages.search.where') })
const option = (page: Page, name: string) => page.getByRole('option', { name })
const options = (page: Page) => page.getByRole('option')
const asks = (page: Page) => new URL(page.url()).searchParams

async function atTheFront(on: 'phone' | 'computer' = 'computer'): Promise<Page> {
  const page = await somebody({ on })
  await page.goto('/')
  await what(page).waitFor()
  return page
}

/** Answers of the index for what is typed; the one to `late` comes when it is let go. @returns lets it go, and waits until it has come. */
async function suggesting(page: Page, answers: Record<string, string[]>, late: string): Promise<() => Promise<void>> {
  const gate = new EventEmitter()
  await page.route('**/api/suggestions?**', async (route) => {
    const typed = new URL(route.request().url()).searchParams.get('q') ?? ''
    if (typed === late) await once(gate, 'open')
    // Nobody may be waiting for it any more.
    await route.fulfill({ json: (answers[typed] ?? []).map((text) => ({ text, vacancies: 2 })) }).catch(() => undefined)
    gate.emit('come')
  })
  return async () => {
    const come = once(gate, 'come')
    gate.emit('open')
    await come
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
  }
}

describe('with the keyboard', () => {
  test('an arrow and Enter take a suggestion and search for it', async () => {
    const visitor = await atTheFront()
    await what(visitor).pressSequentially('metin')
    await option(visitor, 'metinātājs').first().waitFor()
    await visitor.getByRole('status').filter({ hasText: 'Izvēlieties ar bultiņām' }).waitFor()
    await visitor.keyboard.press('ArrowDown')
    const first = await visitor.getByRole('option', { selected: true }).locator('span').first().innerText()
    await visitor.keyboard.press('Enter')
    await visitor.waitForURL('**/vacancies?**')
    expect(asks(visitor).get('q')).toBe(first)
    await visitor.getByRole('article').first().waitFor()
    expect(await what(visitor).inputValue()).toBe(first)
  })

  test('Enter alone searches for what was typed, and Escape only closes the list', async () => {
    const visitor = await atTheFront()
    await what(visitor).pressSequentially('metin')
    await options(visitor).first().waitFor()
    await visitor.keyboard.press('ArrowDown')
    await visitor.keyboard.press('Escape')
    await options(visitor).first().waitFor({ state: 'hidden' })
    expect(await what(visitor).getAttribute('aria-expanded')).toBe('false')
    await visitor.keyboard.press('Escape')
    expect(await what(visitor).inputValue()).toBe('metin')
    await visitor.keyboard.press('Enter')
    await visitor.waitForURL('**/vacancies?**')
    expect(asks(visitor).get('q')).toBe('metin')
  })

  test('leaving the field takes nothing that was not chosen', async () => {
    const visitor = await atTheFront()
    await what(visitor).pressSequentially('metin')
    await options(visitor).first().waitFor()
    await visitor.keyboard.press('ArrowDown')
    await visitor.keyboard.press('Tab')
    await options(visitor).first().waitFor({ state: 'hidden' })
    expect(await what(visitor).inputValue()).toBe('metin')
  })

  test('a place is filled in, and the search waits for the rest', async () => {
    const visitor = await atTheFront()
    await where(visitor).pressSequentially('kuld')
    await option(visitor, 'Kuldīga').first().waitFor()
    await visitor.keyboard.press('ArrowDown')
    await visitor.keyboard.press('Enter')
    expect(await where(visitor).inputValue()).toBe('Kuldīga')
    expect(new URL(visitor.url()).pathname).toBe('/')
    await visitor.keyboard.press('Enter')
    await visitor.waitForURL('**/vacancies?**')
    expect(asks(visitor).get('near')).toBe('Kuldīga')
  })
})

test('on a phone a press takes a suggestion, nothing moves, and nobody is shut out', async () => {
  const visitor = await atTheFront('phone')
  const button = visitor.getByRole('button', { name: lv('pages.search.submit') })
  const before = await button.boundingBox()
  await what(visitor).pressSequentially('metin')
  await option(visitor, 'metinātājs').first().waitFor()
  expect(await button.boundingBox()).toEqual(before)
  expect(await seriousFindings(visitor)).toEqual({})
  await option(visitor, 'metinātājs').first().click()
  await visitor.waitForURL('**/vacancies?**')
  expect(asks(visitor).get('q')).toBe('metinātājs')
})

describe('while the answers come', () => {
  test('one to what was typed before never shows', async () => {
    const visitor = await atTheFront()
    const letGo = await suggesting(visitor, { me: ['mednieks'], met: ['metinātājs'] }, 'me')
    const asked = visitor.waitForRequest('**/api/suggestions?q=me')
    await what(visitor).pressSequentially('me')
    await asked
    await what(visitor).pressSequentially('t')
    await option(visitor, 'metinātājs').waitFor()
    await letGo()
    expect(await options(visitor).allInnerTexts()).toEqual([expect.stringContaining('metinātājs')])
  })

  test('another list takes the choice away: Enter takes nothing that was not looked at', async () => {
    const visitor = await atTheFront()
    const letGo = await suggesting(visitor, { me: ['mednieks', 'mežstrādnieks'], met: ['metinātājs'] }, 'met')
    await what(visitor).pressSequentially('me')
    await option(visitor, 'mednieks').waitFor()
    const asked = visitor.waitForRequest('**/api/suggestions?q=met')
    await what(visitor).pressSequentially('t')
    await asked
    await visitor.keyboard.press('ArrowDown')
    await letGo()
    await option(visitor, 'metinātājs').waitFor()
    expect(await visitor.getByRole('option', { selected: true }).count()).toBe(0)
    await visitor.keyboard.press('Enter')
    await visitor.waitForURL('**/vacancies?**')
    expect(asks(visitor).get('q')).toBe('met')
  })

  test('none at all is no error of the search', async () => {
    const visitor = await atTheFront()
    await visitor.route('**/api/suggestions?**', (route) => route.fulfill({ status: 503, json: { error: 'down' } }))
    const asked = visitor.waitForResponse('**/api/suggestions?**')
    await what(visitor).pressSequentially('pavārs')
    await asked
    await visitor.keyboard.press('Enter')
    await visitor.getByRole('article').first().waitFor()
  })
})

describe('near me', () => {
  const press = (page: Page) => page.getByRole('button', { name: lv('pages.search.nearMe') }).click()

  test('asks where somebody is only when pressed, and the address says it to a kilometre', async () => {
    const visitor = await somebody({ on: 'phone' })
    await visitor.context().grantPermissions(['geolocation'])
    await visitor.context().setGeolocation({ latitude: 56.508917, longitude: 21.012345 })
    await visitor.addInitScript(() => {
      const { geolocation } = navigator
      const ask = geolocation.getCurrentPosition.bind(geolocation)
      geolocation.getCurrentPosition = (...args) => {
        document.documentElement.dataset['asked'] = String(Number(document.documentElement.dataset['asked'] ?? 0) + 1)
        ask(...args)
      }
    })
    await visitor.goto('/vacancies?shift=day')
    await what(visitor).waitFor()
    expect(await visitor.locator('html').getAttribute('data-asked')).toBeNull()
    await press(visitor)
    await visitor.waitForURL('**lat=**')
    expect(await visitor.locator('html').getAttribute('data-asked')).toBe('1')
    expect(Object.fromEntries(asks(visitor))).toMatchObject({ lat: '56.51', lon: '21.01', shift: 'day' })
    await visitor.getByText(lv('pages.search.aroundYou', { km: 25 })).waitFor()
    await visitor.getByRole('link', { name: lv('pages.search.nearMeOff') }).click()
    await visitor.waitForURL((address) => !address.searchParams.has('lat'))
    expect(asks(visitor).get('shift')).toBe('day')
  })

  test('refused, says so beside the field in plain words', async () => {
    const visitor = await atTheFront('phone')
    await visitor.context().clearPermissions()
    await press(visitor)
    await visitor.getByText(lv('pages.search.nearMeRefused')).waitFor()
  })

  test('not to be had, says so too', async () => {
    const visitor = await somebody()
    await visitor.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'geolocation')
    })
    await visitor.goto('/')
    await what(visitor).waitFor()
    await press(visitor)
    await visitor.getByText(lv('pages.search.nearMeUnknown')).waitFor()
  })
})
