// What several journeys have in common: somebody reads, presses, registers a person, gets in with a card.
import type { Locator, Page } from 'playwright'
import { somebody } from './browser.ts'
import { lv, word } from './words.ts'

/** Waits until the words stand on the page, wherever they are. */
export async function sees(on: Page | Locator, words: string | RegExp): Promise<void> {
  await on.getByText(words).filter({ visible: true }).first().waitFor()
}

export async function seesHeading(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('heading', { name, exact: typeof name === 'string' })
    .first()
    .waitFor()
}

/**
 * Presses a button. Whoever opens an address or reads the page next must first wait for what came of it: a page that is opened
 * while a form is being sent interrupts it.
 * @param leadsTo the address of the page that comes, as a pattern; waits for it.
 */
export async function presses(on: Page | Locator, name: string | RegExp, leadsTo?: string): Promise<void> {
  await on.getByRole('button', { name, exact: typeof name === 'string' }).click()
  if (leadsTo !== undefined) await pageOf(on).waitForURL(leadsTo)
}

/** A link, whether it looks like one or like a button; waits for the page that it leads to. */
export async function follows(on: Page | Locator, name: string | RegExp): Promise<void> {
  const exact = typeof name === 'string'
  const page = pageOf(on)
  const before = page.url()
  await on
    .getByRole('link', { name, exact })
    .or(on.locator('a').and(on.getByRole('button', { name, exact })))
    .first()
    .click()
  await page.waitForURL((address) => address.href !== before)
}

function pageOf(on: Page | Locator): Page {
  return 'page' in on ? on.page() : on
}

export async function types(on: Page | Locator, label: string, text: string): Promise<void> {
  await on.getByRole('textbox', { name: label, exact: true }).fill(text)
}

/** Day, month and time fields are no text boxes. */
export async function fillsIn(on: Page | Locator, label: string, text: string): Promise<void> {
  await on.getByLabel(label, { exact: true }).fill(text)
}

export async function chooses(on: Page | Locator, label: string, option: string): Promise<void> {
  await on.getByLabel(label, { exact: true }).selectOption({ label: option })
}

/** One answer of a group of radio buttons. */
export async function answers(on: Page | Locator, question: string | RegExp, answer: string): Promise<void> {
  await on.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check()
}

export async function unfolds(on: Page | Locator, summary: string): Promise<void> {
  await on.locator('summary').filter({ hasText: summary }).click()
}

/** What the page now stands on, without the host: to be gone back to. */
function addressOf(page: Page): string {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}

export type NewPerson = { givenName: string; familyName: string; label: string }

/** Leaves the caseworker on the new person's profile form; answers the person's own address. */
export async function registersPerson(caseworker: Page, { givenName, familyName, label }: NewPerson): Promise<string> {
  await caseworker.goto('/casework/people/new')
  await types(caseworker, lv('casework.people.label'), label)
  await chooses(caseworker, lv('casework.people.stage'), word('stage', 'looking'))
  await types(caseworker, lv('casework.people.identity.givenName'), givenName)
  await types(caseworker, lv('casework.people.identity.familyName'), familyName)
  await types(caseworker, lv('casework.people.identity.phone'), '+371 20 000 101')
  await presses(caseworker, lv('casework.people.new.save'), '**/casework/people/*/edit')
  await seesHeading(caseworker, lv('casework.people.profile.editTitle'))
  return addressOf(caseworker).replace(/\/edit$/, '')
}

export type Card = { code: string; secret: string }

/** Read off the printed card, as the person will. */
export async function printsCard(caseworker: Page, person: string): Promise<Card> {
  await caseworker.goto(`${person}/card`)
  await presses(caseworker, lv('casework.people.card.make'))
  const card = caseworker.getByRole('article')
  const line = (label: string) => card.getByText(label).locator('strong').innerText()
  return { code: await line(lv('casework.people.card.paper.code')), secret: await line(lv('casework.people.card.paper.secret')) }
}

export async function setsPin(phone: Page, { code, secret }: Card, pin = '739154'): Promise<void> {
  await phone.goto('/me/sign-in')
  await follows(phone, lv('candidate.entry.useCard'))
  await seesHeading(phone, lv('candidate.entry.cardTitle'))
  await types(phone, lv('candidate.entry.code'), code.toLowerCase())
  await types(phone, lv('candidate.entry.cardNumber'), secret)
  await fillsIn(phone, lv('candidate.entry.newPin'), pin)
  await fillsIn(phone, lv('candidate.entry.pinAgain'), pin)
  await presses(phone, lv('candidate.entry.setPin'), '**/me')
  await seesHeading(phone, lv('candidate.proposals.title'))
}

export async function gettingIn(card: Card): Promise<Page> {
  const phone = await somebody({ on: 'phone', javaScript: false })
  await setsPin(phone, card)
  return phone
}

export type Job = { id: string; title: string }

/** An open public vacancy of the demo's own employer, as its list shows it: wood work by day, in Liepāja. */
export async function ownVacancy(employer: Page, title = 'Galdnieks'): Promise<Job> {
  await employer.goto('/employer/vacancies?state=published')
  const link = employer.getByRole('table').getByRole('link', { name: title, exact: true })
  const address = (await link.getAttribute('href')) ?? ''
  return { id: address.split('/').at(-1) ?? '', title }
}

/** On the profile form: somebody who has done the work, lives in Liepāja and has nothing in the way. */
export async function fillsProfile(caseworker: Page, occupation: string): Promise<void> {
  const fact = (key: 'wanted' | 'experience' | 'skills' | 'shifts' | 'nights' | 'limits' | 'education' | 'startFrom') =>
    lv(`casework.people.profile.fact.${key}`)
  const shifts = caseworker.getByRole('group', { name: fact('shifts') })
  await fillsIn(caseworker, `${fact('wanted')} 1`, occupation)
  await fillsIn(caseworker, `${fact('experience')} 1`, occupation)
  await caseworker.getByLabel(lv('casework.people.profile.months'), { exact: true }).first().fill('18')
  await types(caseworker, fact('skills'), 'Darbs pie lentes')
  await caseworker.getByLabel(lv('casework.people.profile.languageOf', { language: word('language', 'lv') })).selectOption('C2')
  await caseworker.getByLabel(fact('education'), { exact: true }).selectOption('vocational')
  await shifts.getByRole('checkbox', { name: word('shift', 'day'), exact: true }).check()
  await shifts.getByRole('checkbox', { name: word('shift', 'rotating'), exact: true }).check()
  await chooses(caseworker, fact('nights'), lv('common.yes'))
  await caseworker.getByRole('checkbox', { name: lv('casework.people.profile.noLimits') }).check()
  await fillsIn(caseworker, lv('casework.people.profile.travelPlace'), 'Liepāja')
  await chooses(caseworker, lv('casework.people.profile.travelMeans'), word('travelMeans', 'bus'))
  await fillsIn(caseworker, lv('casework.people.profile.maxKm'), '30')
  await presses(caseworker, lv('common.save'))
  await caseworker.getByRole('button', { name: lv('casework.people.profile.edit') }).waitFor()
}
