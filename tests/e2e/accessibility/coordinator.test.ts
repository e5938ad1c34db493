// Every kind of page of a coordinator.
import type { Page } from 'playwright'
import { testAccessibility } from '#tests/support/browser/accessibility.ts'
import { presses } from '#tests/support/browser/journey.ts'
import { at, firstOf, type PageKind } from '#tests/support/browser/page-kinds.ts'
import { lv } from '#tests/support/browser/words.ts'

const PAGES: readonly PageKind[] = [
  { name: 'the coordinator’s home', opens: at('/coordinator') },
  { name: 'the employers', opens: at('/coordinator/employers') },
  { name: 'an employer to verify', opens: firstOf('/coordinator/employers?state=pending', waitingForTheCoordinator) },
  { name: 'the legal restrictions', opens: at('/coordinator/restrictions') },
  { name: 'a legal restriction', opens: firstOf('/coordinator/restrictions') },
  { name: 'the places of custody', opens: at('/coordinator/custody') },
  { name: 'a place of custody', opens: firstOf('/coordinator/custody') },
  { name: 'the people registered twice', opens: at('/coordinator/duplicates') },
  { name: 'what was searched and not found', opens: at('/coordinator/searches') },
  { name: 'the synonyms', opens: at('/coordinator/synonyms') },
  { name: 'a synonym', opens: firstOf('/coordinator/synonyms?words=krav') },
  {
    name: 'a new synonym with the preview of what it changes',
    opens: async (page) => {
      await page.goto('/coordinator/synonyms/new?from=vēdertiņš')
      await page.getByRole('textbox', { name: lv('coordinator.search.synonym.to') }).fill('pavārs')
      await page.getByRole('radio', { name: lv('coordinator.search.synonym.oneWay') }).check()
      await presses(page, lv('coordinator.search.synonym.preview'))
      await page.getByRole('heading', { name: lv('coordinator.search.synonym.previewTitle') }).waitFor()
    },
  },
  { name: 'the vacancies an engine refused', opens: at('/coordinator/refused') },
]

function waitingForTheCoordinator(page: Page) {
  return page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button') })
}

testAccessibility('coordinator', PAGES)
