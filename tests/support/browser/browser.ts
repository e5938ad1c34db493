// A person in front of a browser: a phone or a desk, with or without JavaScript, in one of the languages.
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, expect, inject, onTestFinished } from 'vitest'
import type { Language } from '#app/i18n/language.ts'
import { launchOptions } from './chromium.mjs'

const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } }

/** A page that has not answered by then has failed somebody. */
const PATIENCE_MS = 15_000

let running: Promise<Browser> | null = null

afterAll(async () => {
  await (await running)?.close()
  running = null
})

type Options = { on?: keyof typeof SIZES; language?: Language; javaScript?: boolean }

/** A new person with a browser of their own: no cookies of anybody else. A fault in the page's own code fails the test. */
export async function somebody({ on = 'desk', language = 'lv', javaScript = true }: Options = {}): Promise<Page> {
  running ??= chromium.launch(launchOptions())
  const context = await (
    await running
  ).newContext({
    baseURL: inject('baseUrl'),
    viewport: SIZES[on],
    locale: language,
    javaScriptEnabled: javaScript,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') console.info(await lastSeen(page))
    await context.close()
    expect(faults).toEqual([])
  })
  return page
}

/** What stood on the page when a test failed, as a screen reader meets it. */
async function lastSeen(page: Page): Promise<string> {
  const seen = await page
    .locator('body')
    .ariaSnapshot()
    .catch((error: unknown) => String(error))
  return `${page.url()}\n${seen}`
}

export type DemoRole = 'Darba devējs' | 'Speciālists' | 'NVO speciālists' | 'Koordinators' | 'Kandidāts'

/** Signs in with the demo bar's one click. */
export async function signedInAs(role: DemoRole, options: Options = {}): Promise<Page> {
  const page = await somebody(options)
  await page.goto('/')
  await page.getByRole('complementary').getByRole('button', { name: role, exact: true }).click()
  await page.waitForLoadState()
  return page
}

/** Serious and critical findings of axe, by rule, with the places. */
export async function seriousFindings(page: Page): Promise<Record<string, string[]>> {
  // Only what is wrong is described, and in the page itself: on a long page the rest costs seconds.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  const serious = violations.filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
  return Object.fromEntries(serious.map((violation) => [violation.id, violation.nodes.map((node) => node.html.slice(0, 200))]))
}

/** How many pixels the page is wider than its window; 0 where nobody has to scroll sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
