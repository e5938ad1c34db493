// A company comes to Tilts, is verified, says what it accepts, and is found.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { signedInAs, somebody } from '#tests/support/browser/browser.ts'
import { answers, chooses, fillsIn, follows, presses, sees, seesHeading, types, unfolds } from '#tests/support/browser/journey.ts'
import { lv, upper, word } from '#tests/support/browser/words.ts'

const COMPANY = 'SIA “Izdomātais Ķirbju Lauks”'
const TITLE = 'Ķirbju šķirotājs'
const NEXT = lv('employer.writing.next')

async function registers(employer: Page) {
  await employer.goto('/for-employers')
  await follows(employer, lv('pages.about.employers.button'))
  const registration = (key: 'company' | 'registrationNo' | 'about' | 'name' | 'phone' | 'password' | 'terms' | 'send') =>
    lv(`account.employerRegistration.${key}`)
  await types(employer, registration('company'), COMPANY)
  await types(employer, registration('registrationNo'), '40009990001')
  await chooses(employer, lv('employer.writing.municipality'), 'Kuldīgas novads')
  await fillsIn(employer, lv('employer.writing.place'), 'Kuldīga')
  await types(employer, registration('about'), 'Audzējam ķirbjus; esam septiņi.')
  await types(employer, registration('name'), 'Zane Paraudziņa')
  await types(employer, registration('phone'), '+371 20 000 102')
  await types(employer, lv('account.email'), 'zane.paraudzina@kirbji.example')
  await fillsIn(employer, registration('password'), 'kirbis zirnis pupa')
  await employer.getByRole('checkbox', { name: registration('terms') }).check()
  await presses(employer, registration('send'), '**/employer')
  await seesHeading(employer, COMPANY)
  await sees(employer, lv('employer.home.pendingTitle'))
}

async function verifies(coordinator: Page) {
  await coordinator.goto('/coordinator/employers?state=pending')
  const company = coordinator.getByRole('listitem').filter({ hasText: COMPANY })
  await company.getByRole('button', { name: lv('coordinator.employer.verify') }).click()
  await sees(coordinator, lv('coordinator.employer.verified', { name: COMPANY }))
}

/** The job and the place, then a mistake about the pay that is told and mended. */
async function writesTheJob(employer: Page) {
  await follows(employer, lv('employer.home.newVacancy'))
  await types(employer, lv('employer.writing.title'), TITLE)
  await employer.getByLabel(lv('employer.writing.occupation'), { exact: true }).selectOption('9211')
  await types(employer, lv('employer.writing.description'), 'Šķirojat ķirbjus pēc lieluma un liekat kastēs.')
  await presses(employer, NEXT)
  await seesHeading(employer, lv('employer.step.place'))
  await chooses(employer, lv('employer.writing.municipality'), 'Kuldīgas novads')
  await fillsIn(employer, lv('employer.writing.place'), 'Kuldīga')
  await employer.getByRole('checkbox', { name: word('shift', 'day'), exact: true }).check()
  await presses(employer, NEXT)
  await seesHeading(employer, lv('employer.step.pay'))
}

async function mistakesThePay(employer: Page) {
  await employer.getByRole('radio', { name: lv('employer.writing.payMonth') }).check()
  await types(employer, lv('employer.writing.payFrom'), '1400')
  await types(employer, lv('employer.writing.payTo'), '1100')
  await presses(employer, NEXT)
}

async function mendsThePay(employer: Page) {
  await types(employer, lv('employer.writing.payTo'), '1600')
  await presses(employer, NEXT)
  await seesHeading(employer, lv('employer.step.requirements'))
}

async function saysWhatItAccepts(employer: Page) {
  await presses(employer, NEXT)
  await seesHeading(employer, lv('employer.step.context'))
  await employer.getByRole('checkbox', { name: word('context', 'cash') }).check()
  await presses(employer, NEXT)
  await seesHeading(employer, lv('employer.step.acceptance'))
  await answers(employer, upper(word('offenceFamily', 'property')), word('stance', 'not_for_this_job'))
  await answers(employer, upper(word('offenceFamily', 'traffic')), word('stance', 'accept'))
  await employer.getByLabel(lv('employer.acceptance.reason')).filter({ visible: true }).selectOption('cash_valuables')
  await presses(employer, NEXT)
  await seesHeading(employer, lv('employer.step.support'))
  await employer.getByRole('checkbox', { name: word('supportOffered', 'mentor') }).check()
  await presses(employer, NEXT)
  await seesHeading(employer, lv('employer.step.visibility'))
  await presses(employer, NEXT)
  await seesHeading(employer, lv('employer.summary.title'))
}

async function looksFor(visitor: Page) {
  await visitor.goto('/')
  await fillsIn(visitor, lv('pages.search.what'), 'ķirbju')
  await fillsIn(visitor, lv('pages.search.where'), 'Kuldīgā')
  await presses(visitor, lv('pages.search.submit'))
  await seesHeading(visitor, lv('pages.search.title'))
}

const result = (visitor: Page) => visitor.getByRole('main').getByRole('link', { name: TITLE, exact: true })

test('a company registers, is verified, says what it accepts, and a visitor finds its vacancy until it is paused', async () => {
  const employer = await somebody()
  await registers(employer)
  const coordinator = await signedInAs('coordinator')
  await verifies(coordinator)
  await employer.goto('/employer')

  await writesTheJob(employer)
  await mistakesThePay(employer)
  const summary = employer.locator('.aksel-error-summary')
  await sees(summary, lv('problems.payOrder'))
  await summary.locator(':focus').waitFor()
  const to = employer.getByRole('textbox', { name: lv('employer.writing.payTo'), exact: true })
  expect(await to.getAttribute('aria-invalid')).toBe('true')
  expect(await to.inputValue()).toBe('1100')
  await mendsThePay(employer)
  await saysWhatItAccepts(employer)

  const visitor = await somebody()
  await looksFor(visitor)
  expect(await result(visitor).count()).toBe(0)
  await presses(employer, lv('employer.summary.publish'), '**/employer/vacancies/*')
  await sees(employer, word('vacancyState', 'published'))

  await looksFor(visitor)
  await follows(visitor.getByRole('main'), TITLE)
  const refused = lv('pages.acceptance.refused', {
    families: word('offenceFamily', 'property'),
    reason: word('refusalReason', 'cash_valuables'),
  })
  await sees(visitor, refused)
  await sees(visitor, lv('pages.acceptance.accepted', { families: word('offenceFamily', 'traffic') }))
  await sees(visitor, word('supportOffered', 'mentor'))
  const posting: unknown = JSON.parse(await visitor.locator('script[type="application/ld+json"]').innerText())
  expect(posting).toMatchObject({ '@type': 'JobPosting', title: TITLE, hiringOrganization: { name: COMPANY } })

  await unfolds(employer, lv('employer.vacancy.pause'))
  await presses(employer, lv('employer.vacancy.pause'))
  await sees(employer, word('vacancyState', 'paused'))
  await looksFor(visitor)
  await seesHeading(visitor, lv('pages.search.emptyTitle'))
  expect(await result(visitor).count()).toBe(0)
})
