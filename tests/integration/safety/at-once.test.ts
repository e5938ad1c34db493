// Two who press at the same moment: one wins, the other is told, and nothing happens twice.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { action as invitationAction } from '#app/routes/account/invitation.tsx'
import { action as cardAction } from '#app/routes/candidate/card.tsx'
import { action as proposalAction } from '#app/routes/candidate/proposal.tsx'
import { action as caseworkAction } from '#app/routes/casework/proposal.tsx'
import { action as proposeAction } from '#app/routes/casework/propose.tsx'
import { action as employersAction } from '#app/routes/coordinator/employers.tsx'
import { action as summaryAction } from '#app/routes/employer/vacancy-summary.tsx'
import { action as takeOverAction } from '#app/routes/employer/take-over.tsx'
import * as tables from '#db/schema/index.ts'
import { answerOf, asked, cookieOf, NOW, testApp } from '#tests/support/app.ts'
import { candidateFixture, anAskedProposal, quickHash } from '#tests/support/proposals/candidate-fixture.ts'
import { aMember, anEmployer, aVacancyRow } from '#tests/support/rows.ts'
import { accessFixture } from '#tests/support/access-fixture.ts'

const DAY = 86_400_000
const statusesOf = async (calls: Promise<unknown>[]) => (await Promise.all(calls.map(answerOf))).map(({ status }) => status).sort()

test('the person says yes on the phone while the caseworker writes down no', async () => {
  const fixture = await candidateFixture()
  const { id } = await anAskedProposal(fixture, 'asked')
  const staff = await cookieOf(fixture.app, { membershipId: fixture.helper.membershipId })
  const params = { id }
  const yes = proposalAction(
    asked(fixture.app, `/me/proposals/${id}`, { params, cookie: fixture.phone.cookie, form: { form: 'consent', version: '1' } }),
  )
  const no = caseworkAction(
    asked(fixture.app, `/casework/proposals/${id}`, {
      params,
      cookie: staff,
      form: { form: 'consent', version: '1', answer: 'no', channel: 'phone' },
    }),
  )
  expect(await statusesOf([yes, no])).toEqual([303, 422])
  const [consent, ...more] = await fixture.store.read((db) => db.select().from(tables.consent).where(eq(tables.consent.proposalId, id)))
  const [proposal] = await fixture.store.read((db) => db.select().from(tables.proposal).where(eq(tables.proposal.id, id)))
  const events = await fixture.store.read((db) => db.select().from(tables.proposalEvent).where(eq(tables.proposalEvent.proposalId, id)))
  expect(more).toEqual([])
  expect(events).toHaveLength(1)
  expect(proposal?.state).toBe(consent?.answer === 'yes' ? 'consented' : 'declined_by_candidate')
})

test('a person is proposed for one vacancy by two colleagues', async () => {
  const app = await testApp()
  const { cookies, members, office, person } = await accessFixture(app)
  const employer = await anEmployer(app.store)
  const { id: vacancyId } = await aVacancyRow(app.store, { employerId: employer.id })
  const colleague = await aMember(app.store, { role: 'caseworker', organisationId: office.id })
  const params = { id: person.id, vacancyId }
  const propose = (cookie: string) =>
    proposeAction(
      asked(app, `/casework/people/${person.id}/propose/${vacancyId}`, { params, cookie, form: { deadlineDays: '7', then: 'ask' } }),
    )
  expect(members.caseworker.membershipId).not.toBe(colleague.membershipId)
  expect(await statusesOf([propose(cookies.caseworker), propose(await cookieOf(app, { membershipId: colleague.membershipId }))])).toEqual([
    303, 422,
  ])
})

test('an invitation is accepted in two windows: one account, one membership', async () => {
  const app = await testApp()
  const { employer } = await accessFixture(app)
  const accept = () =>
    invitationAction(
      asked(app, '/invitation/an-open-invitation', {
        params: { token: 'an-open-invitation' },
        form: { name: 'Līga Paraugs', phone: '+371 20000000', password: 'a long enough password' },
      }),
    )
  expect(await statusesOf([accept(), accept()])).toEqual([303, 422])
  const members = await app.store.read((db) => db.select().from(tables.membership).where(eq(tables.membership.employerId, employer.id)))
  expect(members).toHaveLength(2)
})

test('one card is used by two who hold its number: one PIN is set', async () => {
  const fixture = await candidateFixture()
  await fixture.store.write((tx) =>
    tx
      .update(tables.candidateAccess)
      .set({ cardHash: quickHash('ABCD2345'), cardExpiresAt: NOW + DAY })
      .where(eq(tables.candidateAccess.candidateId, fixture.person.id)),
  )
  const use = (pin: string) =>
    cardAction(asked(fixture.app, '/me/card', { form: { code: fixture.person.code, number: 'ABCD-2345', pin, pinAgain: pin } }))
  expect(await statusesOf([use('135792'), use('975318')])).toEqual([303, 422])
  const sessions = await fixture.store.read((db) =>
    db.select().from(tables.session).where(eq(tables.session.candidateId, fixture.person.id)),
  )
  expect(sessions).toHaveLength(1)
})

test('a vacancy is published by two colleagues', async () => {
  const app = await testApp()
  const { employer, cookies } = await accessFixture(app)
  const { id } = await aVacancyRow(app.store, { employerId: employer.id, state: 'draft', publishedAt: null, expiresAt: null })
  const publish = () =>
    summaryAction(asked(app, `/employer/vacancies/${id}/summary`, { params: { id }, cookie: cookies.employer, form: { version: '1' } }))
  expect(await statusesOf([publish(), publish()])).toEqual([303, 422])
})

test('an imported vacancy is taken over by two employers of one name', async () => {
  const app = await testApp()
  const { id } = await aVacancyRow(app.store, {
    source: 'nva',
    sourceId: '1',
    sourceEmployer: 'SIA "Izdomātais"',
    sourceEmployerKey: 'izdomatais',
  })
  const takers = await Promise.all(
    [1, 2].map(async () => {
      const employer = await anEmployer(app.store, { nameKey: 'izdomatais' })
      const { membershipId } = await aMember(app.store, { role: 'employer', employerId: employer.id })
      return cookieOf(app, { membershipId })
    }),
  )
  const take = (cookie: string) => takeOverAction(asked(app, '/employer/take-over', { cookie, form: { vacancy: id } }))
  expect(await statusesOf(takers.map(take))).toEqual([303, 404])
})

test('an employer is verified by two coordinators', async () => {
  const app = await testApp()
  const { cookies } = await accessFixture(app)
  const { id } = await anEmployer(app.store, { state: 'pending', decidedAt: null })
  const verify = () => employersAction(asked(app, '/coordinator/employers', { cookie: cookies.coordinator, form: { id, version: '1' } }))
  expect(await statusesOf([verify(), verify()])).toEqual([200, 422])
})
