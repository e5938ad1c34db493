// The whole main job: from a person who is registered to the first day at work, through everybody's hands.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { addDays, dayOf } from '#app/domain/shared/day.ts'
import { NEVER_DISCLOSED } from '#app/domain/proposals/anonymity.ts'
import { formatter } from '#app/i18n/format.ts'
import { signedInAs } from '#tests/support/browser/browser.ts'
import {
  answers,
  chooses,
  fillsIn,
  fillsProfile,
  follows,
  gettingIn,
  ownVacancy,
  presses,
  printsCard,
  registersPerson,
  sees,
  seesHeading,
  types,
} from '#tests/support/browser/journey.ts'
import { lv, word } from '#tests/support/browser/words.ts'

const PERSON = { givenName: 'Ilvars', familyName: 'Izdomenieks', label: 'I. no pirmdienas' }
const TODAY = dayOf(Date.now())

async function fillsRecord(caseworker: Page, person: string) {
  await caseworker.goto(`${person}/record`)
  await presses(caseworker, lv('casework.people.record.open'))
  await sees(caseworker, lv('casework.people.record.logged'))
  await caseworker.getByRole('checkbox', { name: word('offenceFamily', 'traffic') }).check()
  await answers(caseworker, lv('casework.people.record.recordStatus'), word('recordStatus', 'unspent'))
  await caseworker.getByLabel(lv('casework.people.record.releasedOn'), { exact: true }).fill(addDays(TODAY, -400))
  await answers(caseworker, lv('casework.people.record.underSupervision'), lv('casework.people.record.supervisionChoice.none'))
  await answers(caseworker, lv('casework.people.record.hasBans'), lv('casework.people.record.bansChoice.none'))
  await presses(caseworker, lv('common.save'))
  await caseworker.getByRole('button', { name: lv('casework.people.record.open') }).waitFor()
}

async function fillsReadiness(caseworker: Page, person: string) {
  await caseworker.goto(`${person}/readiness`)
  const item = (column: 'state' | 'who') => `${word('readinessItem', 'id_document')}: ${lv(`casework.people.readiness.${column}`)}`
  await chooses(caseworker, item('state'), word('readinessState', 'in_place'))
  await types(caseworker, item('who'), 'Pats')
  await presses(caseworker, lv('common.save'))
  await sees(caseworker, lv('casework.people.list.inPlace', { done: 1, total: 11 }))
}

/** From the match page, with the reasons read first. */
async function proposes(caseworker: Page, person: string, title: string, employer: string) {
  await caseworker.goto(`${person}/match`)
  const line = caseworker.getByRole('main').getByRole('listitem').filter({ hasText: title }).filter({ hasText: employer }).first()
  await line.locator('summary').first().click()
  await line.getByRole('rowheader', { name: lv('match.criterion.offence_stance') }).waitFor()
  await follows(line, lv('casework.matching.propose'))
  await sees(caseworker, lv('casework.proposals.discloses'))
  await presses(caseworker, lv('casework.proposals.askNow'), '**/casework/proposals/*')
  await sees(caseworker, word('proposalState', 'asked'))
}

async function opensProposal(phone: Page, title: string) {
  await phone.goto('/me')
  await follows(phone, title)
}

async function namesAnInterview(employer: Page) {
  await fillsIn(employer, lv('proposals.interviewAt'), `${addDays(TODAY, 7)}T10:00`)
  await types(employer, lv('proposals.interviewPlace'), 'Izdomu iela 1, pie vārtiem')
  await presses(employer, lv('proposals.moves.employer.interview.send'))
  await sees(employer, word('proposalState', 'interview'))
}

test('a caseworker registers a person, proposes a vacancy, and everybody does their part until the person starts work', async () => {
  const employer = await signedInAs('employer')
  await employer.goto('/employer')
  const company = await employer.getByRole('heading', { level: 1 }).innerText()
  const job = await ownVacancy(employer)
  const caseworker = await signedInAs('caseworker')
  const person = await registersPerson(caseworker, PERSON)
  await fillsProfile(caseworker, job.title)
  await fillsRecord(caseworker, person)
  await fillsReadiness(caseworker, person)
  const card = await printsCard(caseworker, person)
  await proposes(caseworker, person, job.title, company)
  const proposal = caseworker.url()

  const phone = await gettingIn(card)
  await opensProposal(phone, job.title)
  for (const told of ['code', 'start'] as const) await sees(phone.getByRole('listitem'), word('disclosure', told))
  for (const untold of NEVER_DISCLOSED) await sees(phone.getByRole('listitem'), word('neverDisclosed', untold))
  await presses(phone, lv('proposals.moves.candidate.consent.send'))
  await sees(phone, word('proposalStateForCandidate', 'consented'))

  await caseworker.goto(proposal)
  await presses(caseworker, lv('proposals.moves.caseworker.send.send'))
  await sees(caseworker, word('proposalState', 'sent'))

  const code = /P-\w{4}-\w{2}/.exec(await caseworker.content())?.[0] ?? ''

  await employer.goto('/employer/proposals')
  await follows(employer, code)
  await seesHeading(employer, lv('proposals.person', { code }))
  expect(await employer.content()).not.toContain(card.code)
  expect(await employer.content()).not.toContain(PERSON.familyName)
  expect(await employer.content()).not.toContain(PERSON.label)
  const seenByEmployer = employer.url()
  await presses(employer, lv('proposals.moves.employer.show_interest.send'))
  await sees(employer, word('proposalState', 'interested'))
  expect(await employer.content()).not.toContain(PERSON.familyName)

  await opensProposal(phone, job.title)
  await sees(phone.getByRole('listitem'), word('disclosure', 'name'))
  await presses(phone, lv('proposals.moves.candidate.name.send'))
  await sees(phone, word('proposalStateForCandidate', 'named'))

  await employer.goto(seenByEmployer)
  await sees(employer, `${PERSON.givenName} ${PERSON.familyName}`)
  await namesAnInterview(employer)
  await presses(employer, lv('proposals.moves.employer.offer_job.send'))
  await sees(employer, word('proposalState', 'offered'))

  await opensProposal(phone, job.title)
  await presses(phone, lv('proposals.moves.candidate.accept.send'))
  await sees(phone, word('proposalStateForCandidate', 'accepted'))

  await employer.goto(seenByEmployer)
  await fillsIn(employer, lv('proposals.firstDay'), TODAY)
  await presses(employer, lv('proposals.moves.employer.start.send'))
  await sees(employer, word('proposalState', 'started'))

  await caseworker.goto(proposal)
  await sees(caseworker, word('proposalState', 'started'))
  const due = formatter('lv').day(addDays(TODAY, 42))
  await sees(caseworker, lv('casework.proposals.followUpNext', { week: 6, day: due }))
  await caseworker.goto(person)
  await sees(caseworker.getByRole('complementary'), word('stage', 'in_work'))
})
