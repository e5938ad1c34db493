// What must hold on every page, on a phone and on a computer: nothing shuts somebody out, and nobody has to scroll sideways.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSessionOf, SIZES, type BrowserSession, type DemoRole } from './browser.ts'
import type { PageKind } from './page-kinds.ts'

/** Serious and critical findings of axe, by rule, with the places. */
export async function seriousFindings(page: Page): Promise<Record<string, string[]>> {
  const { violations } = await new AxeBuilder({ page })
    // Only what is wrong is described, and no rule that is on reads the style sheets again: on a long page the rest costs seconds.
    .options({ resultTypes: ['violations'], preload: { assets: ['media'] } })
    .setLegacyMode()
    .analyze()
  const serious = violations.filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
  return Object.fromEntries(serious.map((violation) => [violation.id, violation.nodes.map((node) => node.html.slice(0, 200))]))
}

/** How many pixels the page is wider than its window; 0 where nobody has to scroll sideways. */
async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** A test for each page, all in one window: a new one would fetch and compile every script again. */
export function testAccessibility(role: DemoRole | null, pages: readonly PageKind[]): void {
  let session: BrowserSession
  beforeAll(async () => {
    session = await openSessionOf(role)
  })
  afterAll(() => session.page.context().close())

  test.each(pages)('$name, on a phone and on a computer', async ({ opens }) => {
    const { page, errors } = session
    await page.setViewportSize(SIZES.phone)
    await opens(page)
    for (const size of [SIZES.phone, SIZES.computer]) {
      await page.setViewportSize(size)
      expect(await seriousFindings(page)).toEqual({})
      expect(await sidewaysScroll(page)).toBe(0)
    }
    expect(errors.splice(0)).toEqual([])
  })
}
