// Every kind of page, on a phone and at a desk: nothing that shuts somebody out, and nobody has to scroll sideways.
import { describe, expect, test } from 'vitest'
import { seriousFindings, sidewaysScroll, signedInAs, somebody } from '#tests/support/browser/browser.ts'
import { PAGE_KINDS } from '#tests/support/browser/page-kinds.ts'

describe.each(PAGE_KINDS)('$whose', ({ role, pages }) => {
  test.each(pages)('$name, on a phone and at a desk', async ({ opens }) => {
    const page = await (role === null ? somebody({ on: 'phone' }) : signedInAs(role, { on: 'phone' }))
    await opens(page)
    expect(await seriousFindings(page)).toEqual({})
    expect(await sidewaysScroll(page)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await seriousFindings(page)).toEqual({})
    expect(await sidewaysScroll(page)).toBe(0)
  })
})
