// Each kind of page, by whose it is, and how somebody gets there: for what must hold on every one of them.
import type { Page } from 'playwright'
import type { DemoRole } from './browser.ts'
import { follows, presses, unfolds } from './journey.ts'
import { lv, word } from './words.ts'

export type PageKind = { name: string; opens: (page: Page) => Promise<unknown> }

const at = (address: string) => (page: Page) => page.goto(address)

/** A page that a list leads to. */
function firstOf(list: string, then: (page: Page) => Promise<unknown> = () => Promise.resolve()) {
  return async (page: Page) => {
    await page.goto(list)
    await page.getByRole('main').getByRole('article').or(page.getByRole('row')).getByRole('link').first().click()
    await page.waitForURL((address) => address.pathname + address.search !== list)
    await then(page)
  }
}

/** The same page's part that stands under its address. */
const under = (part: string) => (page: Page) => page.goto(`${page.url().replace(/[?#].*$/, '')}/${part}`)

const VISITOR: readonly PageKind[] = [
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

const EMPLOYER: readonly PageKind[] = [
  { name: 'the employer’s home', opens: at('/employer') },
  { name: 'the employer’s vacancies', opens: at('/employer/vacancies') },
  { name: 'an own vacancy', opens: firstOf('/employer/vacancies?state=published') },
  { name: 'the step of requirements', opens: firstOf('/employer/vacancies?state=published', under('requirements')) },
  { name: 'the step of acceptance', opens: firstOf('/employer/vacancies?state=published', under('acceptance')) },
  { name: 'the summary before publishing', opens: firstOf('/employer/vacancies?state=published', under('summary')) },
  { name: 'the list of proposals', opens: at('/employer/proposals?filter=live') },
  { name: 'a coded proposal', opens: firstOf('/employer/proposals?filter=live') },
  { name: 'the firm’s colleagues', opens: at('/employer/colleagues') },
  { name: 'the company', opens: at('/employer/company') },
]

const CASEWORKER: readonly PageKind[] = [
  { name: 'the people', opens: at('/casework') },
  { name: 'a new person', opens: at('/casework/people/new') },
  { name: 'a person', opens: firstOf('/casework') },
  { name: 'a profile being changed', opens: firstOf('/casework', under('edit')) },
  { name: 'a person’s readiness', opens: firstOf('/casework', under('readiness')) },
  { name: 'a person’s history', opens: firstOf('/casework', under('history')) },
  { name: 'a person’s access card', opens: firstOf('/casework', under('card')) },
  {
    name: 'a record opened',
    opens: firstOf('/casework', async (page) => {
      await under('record')(page)
      await presses(page, lv('casework.people.record.open'))
      await page.getByText(lv('casework.people.record.logged')).waitFor()
    }),
  },
  {
    name: 'the match page of a person, with the reasons unfolded',
    opens: firstOf('/casework', async (page) => {
      await under('match?group=check')(page)
      await unfolds(
        page
          .getByRole('main')
          .getByRole('listitem')
          .filter({ has: page.locator('summary') })
          .first(),
        allCriteria(),
      )
    }),
  },
  {
    name: 'a proposal about to be made',
    opens: firstOf('/casework', async (page) => {
      await under('match?group=check')(page)
      await follows(page, lv('casework.matching.propose'))
      await page.getByText(lv('casework.proposals.told')).waitFor()
    }),
  },
  { name: 'the vacancies for caseworkers', opens: at('/casework/vacancies') },
  {
    name: 'the match page of a vacancy',
    opens: async (page) => {
      await page.goto('/casework/vacancies')
      await page.getByRole('main').getByRole('article').getByRole('link').first().click()
      await page.waitForURL('**/casework/vacancies/**')
    },
  },
  { name: 'the list of proposals', opens: at('/casework/proposals?filter=candidate') },
  { name: 'a proposal', opens: aProposal() },
  { name: 'an offer on paper', opens: aProposal(under('paper')) },
]

/** One that waits for the person: it can be printed. */
function aProposal(then: (page: Page) => Promise<unknown> = () => Promise.resolve()) {
  return async (page: Page) => {
    await page.goto('/casework/proposals?filter=candidate')
    await page
      .getByRole('row')
      .filter({ hasText: word('proposalState', 'asked') })
      .first()
      .getByRole('rowheader')
      .getByRole('link')
      .click()
    await page.waitForURL('**/casework/proposals/*')
    await then(page)
  }
}

function allCriteria(): string {
  return lv('casework.matching.allCriteria', { number: '' }).trim()
}

const CANDIDATE: readonly PageKind[] = [
  { name: 'a person’s offers', opens: at('/me') },
  { name: 'an offer', opens: firstOf('/me') },
  { name: 'what is held about a person', opens: at('/me/about') },
]

const COORDINATOR: readonly PageKind[] = [
  { name: 'the coordinator’s home', opens: at('/coordinator') },
  { name: 'the employers', opens: at('/coordinator/employers') },
  {
    name: 'an employer to verify',
    opens: async (page) => {
      await page.goto('/coordinator/employers')
      await page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: page.getByRole('link') })
        .last()
        .getByRole('link')
        .first()
        .click()
      await page.waitForURL('**/coordinator/employers/*')
    },
  },
  { name: 'the legal restrictions', opens: at('/coordinator/restrictions') },
  { name: 'a legal restriction', opens: firstOf('/coordinator/restrictions') },
  { name: 'the places of custody', opens: at('/coordinator/custody') },
  { name: 'a place of custody', opens: firstOf('/coordinator/custody') },
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

export const PAGE_KINDS: readonly { whose: string; role: DemoRole | null; pages: readonly PageKind[] }[] = [
  { whose: 'a visitor', role: null, pages: VISITOR },
  { whose: 'an employer', role: 'Darba devējs', pages: EMPLOYER },
  { whose: 'a caseworker', role: 'Speciālists', pages: CASEWORKER },
  { whose: 'a person', role: 'Kandidāts', pages: CANDIDATE },
  { whose: 'a coordinator', role: 'Koordinators', pages: COORDINATOR },
]
