// Two people at the same thing: the first wins, the second is told in words, sees what stands now, and loses nothing.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { signedInAs, somebody } from '#tests/support/browser/browser.ts'
import { aNewPerson, anAskedProposal } from '#tests/support/browser/before-a-journey.ts'
import {
  chooses,
  fillsIn,
  follows,
  ownVacancy,
  presses,
  printsCard,
  sees,
  setsPin,
  types,
  unfolds,
} from '#tests/support/browser/journey.ts'
import { lv, word } from '#tests/support/browser/words.ts'

async function withdraws(caseworker: Page) {
  await unfolds(caseworker, lv('proposals.moves.caseworker.withdraw.send'))
  await presses(caseworker, lv('proposals.moves.caseworker.withdraw.send'))
}

test.each([true, false])('two caseworkers withdraw the same proposal, with JavaScript: %s', async (javaScript) => {
  const job = await ownVacancy(await signedInAs('employer'))
  const first = await signedInAs('caseworker')
  const proposal = await anAskedProposal(first, await aNewPerson(first, 'D. no trešdienas'), job.id)
  const second = await signedInAs('caseworker', { javaScript })
  await first.goto(proposal)
  await second.goto(proposal)
  await withdraws(first)
  await sees(first, word('proposalState', 'withdrawn'))
  await withdraws(second)
  await second.getByRole('alert').getByText(lv('problems.notAllowedNow')).waitFor()
  await sees(second, word('proposalState', 'withdrawn'))
  await sees(second, lv('casework.proposals.over'))
})

test('a person says yes on the phone while the caseworker writes down a no: the caseworker is told, and the yes stands', async () => {
  const job = await ownVacancy(await signedInAs('employer'))
  const caseworker = await signedInAs('caseworker')
  const person = await aNewPerson(caseworker, 'A. no ceturtdienas')
  const proposal = await anAskedProposal(caseworker, person, job.id)
  const card = await printsCard(caseworker, person)
  await caseworker.goto(proposal)
  const phone = await somebody({ on: 'phone' })
  await setsPin(phone, card)
  await follows(phone, job.title)
  await presses(phone, lv('proposals.moves.candidate.consent.send'))
  await sees(phone, word('proposalStateForCandidate', 'consented'))

  await caseworker.getByRole('radio', { name: lv('casework.proposals.no'), exact: true }).check()
  await caseworker.getByRole('radio', { name: word('consentChannel', 'phone'), exact: true }).check()
  await presses(caseworker, lv('proposals.moves.caseworker.consent.send'))
  await caseworker.getByRole('alert').getByText(lv('problems.notAllowedNow')).waitFor()
  await sees(caseworker, word('proposalState', 'consented'))
  await caseworker.goto(proposal)
  await sees(caseworker, word('proposalState', 'consented'))
})

const MAX_KM = lv('casework.people.profile.maxKm')
const SKILLS = lv('casework.people.profile.fact.skills')

test.each([true, false])(
  'two caseworkers change one profile: the second compares, and may save all the same, with JavaScript: %s',
  async (javaScript) => {
    const first = await signedInAs('caseworker')
    const person = await aNewPerson(first, 'V. no piektdienas')
    const second = await signedInAs('caseworker', { javaScript })
    await first.goto(`${person}/edit`)
    await second.goto(`${person}/edit`)
    await fillsIn(first, MAX_KM, '15')
    await presses(first, lv('common.save'))
    await first.getByRole('button', { name: lv('casework.people.profile.edit') }).waitFor()

    await fillsIn(second, MAX_KM, '40')
    await types(second, SKILLS, 'Mūrēšana')
    await presses(second, lv('common.save'))
    await second.getByRole('link', { name: lv('problems.stale') }).waitFor()
    const difference = second.getByRole('row').filter({ hasText: lv('casework.people.profile.fact.travel') })
    await sees(difference, lv('casework.people.profile.upToKm', { km: 15 }))
    await sees(difference, lv('casework.people.profile.upToKm', { km: 40 }))
    expect(await second.getByLabel(MAX_KM, { exact: true }).inputValue()).toBe('40')
    expect((await second.getByLabel(SKILLS, { exact: true }).inputValue()).trim()).toBe('Mūrēšana')

    await presses(second, lv('common.save'))
    await second.getByRole('button', { name: lv('casework.people.profile.edit') }).waitFor()
    await sees(second.getByRole('main'), lv('casework.people.profile.upToKm', { km: 40 }))
  },
)

test('two caseworkers change one readiness list: the second is told what is saved now, and may save all the same', async () => {
  const first = await signedInAs('caseworker')
  const person = await aNewPerson(first, 'V. no sestdienas')
  const item = `${word('readinessItem', 'phone')}: ${lv('casework.people.readiness.state')}`
  const second = await signedInAs('caseworker')
  await second.goto(`${person}/readiness`)
  await first.goto(`${person}/readiness`)
  await chooses(first, item, word('readinessState', 'in_place'))
  await presses(first, lv('common.save'))
  await sees(first, lv('casework.people.list.inPlace', { done: 1, total: 11 }))

  await chooses(second, item, word('readinessState', 'needed'))
  await presses(second, lv('common.save'))
  await second.getByRole('link', { name: lv('problems.stale') }).waitFor()
  const difference = second
    .getByRole('row')
    .filter({ hasText: word('readinessItem', 'phone') })
    .first()
  await sees(difference, word('readinessState', 'in_place'))
  await sees(difference, word('readinessState', 'needed'))
  expect(await second.getByLabel(item).inputValue()).toBe('needed')
  await presses(second, lv('common.save'))
  await sees(second, lv('casework.people.list.inPlace', { done: 0, total: 11 }))
})

test('two of one firm change the same step of a vacancy: the second reads what stands now and may keep to the own words', async () => {
  const first = await signedInAs('employer')
  const job = await ownVacancy(first, 'Fasētājs')
  const second = await signedInAs('employer')
  const title = (on: Page) => on.getByRole('textbox', { name: lv('employer.writing.title'), exact: true })
  await first.goto(`/employer/vacancies/${job.id}/job`)
  await second.goto(`/employer/vacancies/${job.id}/job`)
  await title(first).fill('Fasētājs noliktavā')
  await presses(first, lv('employer.writing.save'))
  await first.getByRole('heading', { name: 'Fasētājs noliktavā' }).waitFor()

  await title(second).fill('Fasētājs cehā')
  await presses(second, lv('employer.writing.save'))
  await sees(second, lv('employer.stale.title'))
  await second.getByRole('cell', { name: 'Fasētājs noliktavā' }).waitFor()
  expect(await title(second).inputValue()).toBe('Fasētājs cehā')
  await presses(second, lv('employer.stale.saveMine'))
  await second.getByRole('heading', { name: 'Fasētājs cehā' }).waitFor()
})

test('one of a firm says no while another is interested: the second is told and sees how it stands', async () => {
  const first = await signedInAs('employer')
  await first.goto('/employer/proposals')
  await first
    .getByRole('row')
    .filter({ hasText: word('proposalState', 'sent') })
    .first()
    .getByRole('link')
    .click()
  await first.getByRole('button', { name: lv('proposals.moves.employer.show_interest.send') }).waitFor()
  const second = await signedInAs('employer')
  await second.goto(first.url())
  await unfolds(first, lv('proposals.moves.employer.refuse.send'))
  await first.getByLabel(lv('proposals.reason')).filter({ visible: true }).selectOption('distance')
  await presses(first, lv('proposals.moves.employer.refuse.send'))
  await sees(first, lv('proposals.isOver'))

  await presses(second, lv('proposals.moves.employer.show_interest.send'))
  await second.getByRole('alert').getByText(lv('problems.notAllowedNow')).waitFor()
  await sees(second, word('proposalState', 'declined_by_employer'))
})
