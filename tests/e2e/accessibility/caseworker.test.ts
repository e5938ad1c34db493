// Every kind of page of a caseworker.
import type { Page } from 'playwright'
import { testAccessibility } from '#tests/support/browser/accessibility.ts'
import { follows, presses, unfolds } from '#tests/support/browser/journey.ts'
import { at, firstOf, partOfFirst, type PageKind } from '#tests/support/browser/page-kinds.ts'
import { lv, word } from '#tests/support/browser/words.ts'

const PAGES: readonly PageKind[] = [
  { name: 'the people', opens: at('/casework') },
  { name: 'a new person', opens: at('/casework/people/new') },
  { name: 'a person', opens: firstOf('/casework') },
  { name: 'a profile being changed', opens: partOfFirst('/casework', 'edit') },
  { name: 'a person’s readiness', opens: partOfFirst('/casework', 'readiness') },
  { name: 'a person’s history', opens: partOfFirst('/casework', 'history') },
  { name: 'a person’s access card', opens: partOfFirst('/casework', 'card') },
  {
    name: 'a record opened',
    opens: async (page) => {
      await partOfFirst('/casework', 'record')(page)
      await presses(page, lv('casework.people.record.open'))
      await page.getByText(lv('casework.people.record.logged')).waitFor()
    },
  },
  {
    name: 'everything that is written about a person, opened to print',
    opens: async (page) => {
      await partOfFirst('/casework', 'file')(page)
      await presses(page, lv('casework.involvement.file.open'))
      await page.locator('.file-paper').waitFor()
    },
  },
  {
    name: 'the match page of a person, with the reasons unfolded',
    opens: async (page) => {
      await partOfFirst('/casework', 'match?group=check')(page)
      await unfolds(
        page
          .getByRole('main')
          .getByRole('listitem')
          .filter({ has: page.locator('summary') })
          .first(),
        allCriteria(),
      )
    },
  },
  {
    name: 'a proposal about to be made',
    opens: async (page) => {
      await partOfFirst('/casework', 'match?group=check')(page)
      await follows(page, lv('casework.matching.propose'))
      await page.getByText(lv('casework.proposals.discloses')).waitFor()
    },
  },
  { name: 'the vacancies for caseworkers', opens: at('/casework/vacancies') },
  { name: 'the match page of a vacancy', opens: firstOf('/casework/vacancies') },
  { name: 'the list of proposals', opens: at('/casework/proposals?filter=candidate') },
  { name: 'a proposal', opens: firstOf('/casework/proposals?filter=candidate', waitingForTheCandidate) },
  { name: 'an offer on paper', opens: partOfFirst('/casework/proposals?filter=candidate', 'paper', waitingForTheCandidate) },
]

/** The proposals that the candidate was asked about: they can be printed. */
function waitingForTheCandidate(page: Page) {
  return page
    .getByRole('row')
    .filter({ hasText: word('proposalState', 'asked') })
    .getByRole('rowheader')
}

function allCriteria(): string {
  return lv('casework.matching.allCriteria', { number: '' }).trim()
}

testAccessibility('caseworker', PAGES)
