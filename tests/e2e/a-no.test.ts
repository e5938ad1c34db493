// A no is a good answer: the caseworker learns why, the employer never hears of it.
import { expect, test } from 'vitest'
import { signedInAs } from '#tests/support/browser/browser.ts'
import { aNewPerson, anAskedProposal } from '#tests/support/browser/before-a-journey.ts'
import { follows, gettingIn, ownVacancy, presses, printsCard, sees, types } from '#tests/support/browser/journey.ts'
import { lv, word } from '#tests/support/browser/words.ts'

test('a person says no with a reason, which the caseworker reads and the employer never hears of', async () => {
  const employer = await signedInAs('employer')
  const job = await ownVacancy(employer)
  const caseworker = await signedInAs('caseworker')
  const person = await aNewPerson(caseworker, 'N. no otrdienas')
  const proposal = await anAskedProposal(caseworker, person, job.id)
  const card = await printsCard(caseworker, person)

  const phone = await gettingIn(card)
  await follows(phone, job.title)
  await phone.getByLabel(lv('candidate.proposals.reason')).selectOption('pay')
  await presses(phone, lv('proposals.moves.candidate.decline.send'))
  await sees(phone, word('proposalStateForCandidate', 'declined_by_candidate'))

  await caseworker.goto(proposal)
  await sees(caseworker, word('proposalState', 'declined_by_candidate'))
  await sees(caseworker, word('candidateReason', 'pay'))
  await sees(caseworker, lv('casework.proposals.over'))

  const id = proposal.split('/').at(-1) ?? ''
  await employer.goto('/employer/proposals?filter=live')
  expect(await employer.content()).not.toContain(id)
  await employer.goto('/employer/proposals?filter=over')
  expect(await employer.content()).not.toContain(id)
  const answer = await employer.goto(proposal.replace('/casework/', '/employer/'))
  expect(answer?.status()).toBe(404)
})

test('an answer that was sent does not stand in the box for the next question', async () => {
  const job = await ownVacancy(await signedInAs('employer'))
  const caseworker = await signedInAs('caseworker')
  const person = await aNewPerson(caseworker, 'J. no trešdienas')
  const proposal = await anAskedProposal(caseworker, person, job.id)
  const phone = await gettingIn(await printsCard(caseworker, person))
  await follows(phone, job.title)
  for (const question of ['Vai turp brauc autobuss?', 'Vai ir pusdienas?']) {
    await types(phone, lv('candidate.proposals.yourQuestion'), question)
    await presses(phone, lv('candidate.proposals.sendQuestion'))
    await sees(phone, question)
  }

  await caseworker.goto(proposal)
  await caseworker.waitForFunction(() => '__remixRouter' in globalThis)
  const answer = caseworker.getByLabel(lv('casework.proposals.questionAnswer'))
  await answer.fill('Jā, ik pēc stundas.')
  await presses(caseworker, lv('casework.proposals.questionSend'))
  await sees(caseworker, 'Vai ir pusdienas?')
  await sees(caseworker, 'Jā, ik pēc stundas.')
  expect(await answer.inputValue()).toBe('')
})
