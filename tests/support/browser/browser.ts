// People in front of a browser: on a phone or a computer, with or without JavaScript, in one of the languages.
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { expect, onTestFinished } from 'vitest'
import type { DemoAccount } from '#app/components/ui/shell/shell.tsx'
import type { Language } from '#app/i18n/language.ts'
import { homeOf } from '#app/paths.ts'
import { launchOptions } from './chromium.mjs'
import { ownSite } from './own-site.ts'
import { lv } from './words.ts'

export const SIZES = { phone: { width: 360, height: 740 }, computer: { width: 1280, height: 900 } }

/** Stops what hangs, and judges nothing: on a busy machine a page took more than fifteen seconds. */
const PATIENCE_MS = 60_000

/** `E2E_DELAY_MS=1500`: every page and every answer to a form comes so much later, which finds a test that does not wait for them. */
const DELAY_MS = Number(process.env['E2E_DELAY_MS'] ?? '0')

/** One for all files of a worker; it ends with the worker. */
let running: Promise<Browser> | null = null

type SavedSession = Awaited<ReturnType<BrowserContext['storageState']>>
type Options = { on?: keyof typeof SIZES; language?: Language; javaScript?: boolean }

/** A browser window, with what its pages threw or wrote as an error so far. */
export type BrowserSession = { page: Page; errors: string[] }

/** Cookies of nobody else, unless a saved session is given. Who opens it closes it. */
async function openSession(
  { on = 'computer', language = 'lv', javaScript = true }: Options,
  saved?: SavedSession,
): Promise<BrowserSession> {
  running ??= chromium.launch(launchOptions())
  const context = await (
    await running
  ).newContext({
    baseURL: ownSite().baseUrl,
    viewport: SIZES[on],
    locale: language,
    javaScriptEnabled: javaScript,
    ...(saved && { storageState: saved }),
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (DELAY_MS > 0)
    await context.route('**', async (route) => {
      if (['document', 'fetch'].includes(route.request().resourceType())) await pause(DELAY_MS)
      await route.continue()
    })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text())
  })
  return { page, errors }
}

/** Closes the window after the test, which an error of the page's own code fails. */
function forThisTest({ page, errors }: BrowserSession): Page {
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') console.info(await lastSeen(page))
    await page.context().close()
    expect(errors).toEqual([])
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

/** A new person with a browser of their own: no cookies of anybody else. */
export async function somebody(options: Options = {}): Promise<Page> {
  return forThisTest(await openSession(options))
}

/** The roles of the demo's one-click sign-in. */
export type DemoRole = DemoAccount['as']

const signedIn = new Map<DemoRole, Promise<SavedSession>>()

/** Through the demo bar on the front page. */
async function signIn(role: DemoRole): Promise<SavedSession> {
  const { page } = await openSession({})
  await page.goto('/')
  await page
    .getByRole('complementary')
    .getByRole('button', { name: lv(`common.demoDoor.${role}`), exact: true })
    .click()
  await page.waitForURL(`**${homeOf(role === 'ngo' ? 'caseworker' : role)}`)
  const saved = await page.context().storageState()
  await page.context().close()
  return saved
}

/** A window of somebody who signed in before, once for each role and worker. */
export async function openSessionOf(role: DemoRole | null, options: Options = {}): Promise<BrowserSession> {
  if (role === null) return openSession(options)
  const saved = signedIn.get(role) ?? signIn(role)
  signedIn.set(role, saved)
  return openSession(options, await saved)
}

/** Somebody who is signed in; no page is open yet. */
export async function signedInAs(role: DemoRole, options: Options = {}): Promise<Page> {
  return forThisTest(await openSessionOf(role, options))
}
