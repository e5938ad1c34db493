// How somebody gets to a page of each kind, for what must hold on every one of them.
import type { Page } from 'playwright'

export type PageKind = { name: string; opens: (page: Page) => Promise<unknown> }

type Opens = PageKind['opens']

export const at =
  (address: string): Opens =>
  (page) =>
    page.goto(address)

const anArticleOrRow = (page: Page) => page.getByRole('main').getByRole('article').or(page.getByRole('row'))

/** By list: where its first link leads, so that each list is read once. */
const firstLinks = new Map<string, string>()

/** The address that the first link of a list leads to. */
async function firstLinkIn(page: Page, list: string, lines = anArticleOrRow): Promise<string> {
  const known = firstLinks.get(list)
  if (known !== undefined) return known
  await page.goto(list)
  const href = await lines(page).getByRole('link').first().getAttribute('href')
  if (href === null) throw new Error(`Nothing to open in ${list}`)
  firstLinks.set(list, href)
  return href
}

/** The page that a list leads to first. */
export function firstOf(list: string, lines = anArticleOrRow): Opens {
  return async (page) => page.goto(await firstLinkIn(page, list, lines))
}

/** The part of that page which stands under its address. */
export function partOfFirst(list: string, part: string, lines = anArticleOrRow): Opens {
  return async (page) => page.goto(`${(await firstLinkIn(page, list, lines)).replace(/[?#].*$/, '')}/${part}`)
}
