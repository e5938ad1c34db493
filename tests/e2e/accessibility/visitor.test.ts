// Every kind of page of a visitor.
import { testAccessibility } from '#tests/support/browser/accessibility.ts'
import { presses } from '#tests/support/browser/journey.ts'
import { at, firstOf, type PageKind } from '#tests/support/browser/page-kinds.ts'
import { lv } from '#tests/support/browser/words.ts'

const PAGES: readonly PageKind[] = [
  { name: 'the front', opens: at('/') },
  { name: 'the search', opens: at('/vacancies?near=Liep%C4%81ja&shift=day') },
  {
    name: 'the search with suggestions open',
    opens: async (page) => {
      await page.goto('/vacancies?near=Lipaja')
      await page.getByRole('combobox', { name: lv('pages.search.what') }).pressSequentially('met')
      await page.getByRole('option').first().waitFor()
    },
  },
  { name: 'a search whose words were corrected', opens: at('/vacancies?q=metnatajs') },
  { name: 'a search that finds nothing', opens: at('/vacancies?q=astronauts&municipality=ventspils') },
  { name: 'a vacancy', opens: firstOf('/vacancies?stated=yes') },
  { name: 'for employers', opens: at('/for-employers') },
  { name: 'for specialists', opens: at('/for-specialists') },
  { name: 'where to find help', opens: at('/find-help') },
  { name: 'privacy', opens: at('/privacy') },
  { name: 'the sign-in', opens: at('/sign-in') },
  { name: 'a person’s sign-in', opens: at('/me/sign-in') },
  { name: 'the first visit with a card', opens: at('/me/card') },
  {
    name: 'a registration with mistakes',
    opens: async (page) => {
      await page.goto('/register/employer')
      await presses(page, lv('account.employerRegistration.send'))
      await page
        .getByRole('link', { name: lv('problems.required') })
        .first()
        .waitFor()
    },
  },
  { name: 'a page that is not there', opens: at('/nekurienes-lapa') },
]

testAccessibility(null, PAGES)
