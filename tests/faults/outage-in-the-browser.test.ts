// A person at work in the browser when the database goes away: nothing typed is lost, and the work goes on where it stopped.
import { chromium } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { launchOptions } from '#tests/support/browser/chromium.mjs'
import { postgresCopy } from '#tests/support/database.ts'
import { relayTo } from '#tests/support/postgres/relay.ts'
import { aFolder, startSite, until } from './support/site-process.ts'

test('a caseworker who sends a form in an outage keeps it on the screen, and sends it again afterwards', async () => {
  const { url, drop } = await postgresCopy()
  onTestFinished(drop)
  const relay = await relayTo(url)
  onTestFinished(relay.close)
  const site = startSite({ TILTS_DATA: aFolder(), DATABASE_URL: relay.url }, ['--nodes', '2'])
  const address = await site.address
  const browser = await chromium.launch(launchOptions())
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ baseURL: address, locale: 'en-GB' })
  await page.goto(paths.front())
  await page.getByRole('button', { name: 'Caseworker', exact: true }).click()
  await page.waitForURL(`**${paths.casework.people()}`)
  await page.goto(paths.casework.newPerson(), { waitUntil: 'networkidle' })
  await page.getByLabel('First name').fill('Zane')
  await page.getByLabel('Surname').fill('Izdomāta')
  await page.getByLabel('Your own label').fill('Typed before the outage')

  relay.cut()
  const send = page.locator('main').getByRole('button').last()
  await send.click()
  await page.getByRole('alert').getByText('Nothing was saved').waitFor()
  expect(await page.getByLabel('Your own label').inputValue()).toBe('Typed before the outage')

  await relay.mend()
  await until('the site is ready again', async () => (await fetch(`${address}/readyz`)).status === 200)
  await send.click()
  await page.getByText('Typed before the outage').first().waitFor()
  expect(new URL(page.url()).pathname).not.toBe(paths.casework.newPerson())
})
