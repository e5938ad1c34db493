// Which organisations work with a person, and what each may see: through the relation alone, and never without one that leads.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Shareable } from '#app/domain/people/permissions.ts'
import {
  findPerson,
  listHistory,
  listPeople,
  makeAccessCard,
  openIdentity,
  openRecord,
  updateLabel,
  updateProfile,
} from '#db/people/people.ts'
import { listHiddenVacancies, setHidden } from '#db/matching/hidden-vacancies.ts'
import { listCandidateFacts } from '#db/matching/candidate-facts.ts'
import { listCaseworkProposals } from '#db/proposals/caseworker-proposals.ts'
import { reportWrong } from '#db/people/self/self.ts'
import { loader as cardPage } from '#app/routes/casework/access-card.tsx'
import { loader as identityPage } from '#app/routes/casework/identity.tsx'
import { loader as personFrame } from '#app/routes/casework/person.tsx'
import { candidate, involvement } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import { EMPTY_PROFILE } from '#app/domain/people/candidate.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture, type CaseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { aProposal, aVacancyRow } from '#tests/support/rows.ts'

const EVERYONE = { whose: 'all', stage: null, waitingOn: null, missing: null, q: '' } as const

async function supporting(leads: CaseworkerFixture, kind: 'probation' | 'ngo', candidateId: string, shares: Shareable[] = []) {
  const supports = await addCaseworker(leads.app, kind)
  const { organisationId, membershipId: caseworkerId } = supports.actor
  const row = { candidateId, organisationId, caseworkerId, role: 'supports', shares, since: NOW, basis: 'consent' } as const
  await leads.app.store.write((tx) => tx.insert(involvement).values({ id: leads.app.store.newId(), ...row }))
  return supports.actor
}

async function refusal(write: Promise<unknown>): Promise<string | null> {
  return write.then(
    () => null,
    (error: unknown) => violationOf(error)?.constraint ?? String(error),
  )
}

test('a person always has an organisation that leads: the database refuses to end it, to delete it, or to name one that does not', async () => {
  const leads = await caseworkerFixture()
  const { store } = leads.app
  const person = await aPersonOf(leads)
  const another = await aPersonOf(leads)
  await supporting(leads, 'ngo', person.id)
  const [supports] = await store.read((db) => db.select().from(involvement).where(eq(involvement.role, 'supports')))
  const lead = eq(involvement.id, person.leadId)
  const name = (leadId: string) => store.write((tx) => tx.update(candidate).set({ leadId }).where(eq(candidate.id, person.id)))

  expect(await refusal(store.write((tx) => tx.update(involvement).set({ until: NOW }).where(lead)))).toBe('person_without_lead')
  expect(await refusal(store.write((tx) => tx.update(involvement).set({ role: 'supports' }).where(lead)))).toBe('person_without_lead')
  expect(await refusal(store.write((tx) => tx.delete(involvement).where(lead)))).toBe('person_without_lead')
  expect(await refusal(name(supports?.id ?? ''))).toBe('person_without_lead')
  expect(await refusal(name(another.leadId))).toBe('person_without_lead')
  expect(await refusal(name('nobody'))).toBe('person_without_lead')
})

test('an organisation that supports a person finds them among its people under a label of its own, and one that does not finds nobody', async () => {
  const leads = await caseworkerFixture()
  const { store, master } = leads.app
  const person = await aPersonOf(leads)
  const ngo = await supporting(leads, 'ngo', person.id)
  const stranger = (await addCaseworker(leads.app)).actor
  const words = (label: string) => ({ version: 1, label, language: 'lv' as const })
  await updateLabel(store, master, leads.actor, person.id, words('nāk otrdienās'), NOW)
  await updateLabel(store, master, ngo, person.id, { ...words('darbnīca'), version: 2 }, NOW)

  const labels = async (actor: typeof ngo) => (await listPeople(store, master, actor, EVERYONE, '', NOW)).rows.map(({ label }) => label)
  expect(await labels(leads.actor)).toEqual(['nāk otrdienās'])
  expect(await labels(ngo)).toEqual(['darbnīca'])
  expect(await labels(stranger)).toEqual([])
  expect(await findPerson(store, master, stranger, person.id)).toBeNull()
})

test('who supports a person reads the identity and the record only where the relation shows them, and the record only as an authority', async () => {
  const leads = await caseworkerFixture()
  const { store, master } = leads.app
  const person = await aPersonOf(leads)
  const opens = async (kind: 'probation' | 'ngo', shares: Shareable[]) => {
    const actor = await supporting(leads, kind, person.id, shares)
    const identity = await openIdentity(store, master, actor, person.id, NOW)
    const record = await openRecord(store, master, actor, person.id, NOW)
    return { identity: identity !== null, record: record !== null }
  }

  expect(await opens('probation', [])).toEqual({ identity: false, record: false })
  expect(await opens('probation', ['identity'])).toEqual({ identity: true, record: false })
  expect(await opens('probation', ['record'])).toEqual({ identity: false, record: true })
  expect(await opens('ngo', ['identity', 'record', 'situation'])).toEqual({ identity: true, record: false })
})

test('who supports a person may change the open part, but makes no card to sign in with, nor reads whether there is one', async () => {
  const leads = await caseworkerFixture()
  const { store } = leads.app
  const person = await aPersonOf(leads)
  const ngo = await supporting(leads, 'ngo', person.id)

  expect(await updateProfile(store, ngo, person.id, { version: 1, profile: EMPTY_PROFILE }, NOW)).toEqual({ ok: true })
  expect(await makeAccessCard(store, ngo, person.id, 'hash', NOW)).toBeNull()
  expect((await findPerson(store, leads.app.master, ngo, person.id))?.access).toBeNull()
})

test('who supports a person does not read who opened what, nor that they said something was wrong', async () => {
  const leads = await caseworkerFixture()
  const { store, master } = leads.app
  const person = await aPersonOf(leads)
  await openIdentity(store, master, leads.actor, person.id, NOW)
  await reportWrong(store, master, { kind: 'candidate', candidateId: person.id }, 'Man ir B.', NOW)
  const kinds = async (actor: typeof leads.actor) =>
    (await listHistory(store, actor, person.id))?.map((row) => (row.kind === 'changed' ? row.what : row.kind)).sort()
  expect(await kinds(leads.actor)).toEqual(['correction', 'identity', 'opened', 'record', 'registered'])
  for (const kind of ['ngo', 'probation'] as const)
    expect(await kinds(await supporting(leads, kind, person.id)), kind).toEqual(['registered'])
})

test('who leads sees every proposal of the person, who supports only their own, and nobody any after their work with the person ended', async () => {
  const leads = await caseworkerFixture()
  const { store } = leads.app
  const person = await aPersonOf(leads)
  const ngo = await supporting(leads, 'ngo', person.id)
  const made = async (organisationId: string) => {
    const vacancy = await aVacancyRow(store)
    return aProposal(store, {
      vacancyId: vacancy.id,
      employerId: vacancy.employerId,
      candidateId: person.id,
      organisationId,
      state: 'asked',
    })
  }
  const [ours, theirs] = [await made(leads.actor.organisationId), await made(ngo.organisationId)]
  const seen = async (actor: typeof ngo) =>
    (await listCaseworkProposals(store, actor, { candidateId: person.id }, NOW)).rows.map(({ id }) => id).sort()

  expect(await seen(leads.actor)).toEqual([ours.id, theirs.id].sort())
  expect(await seen(ngo)).toEqual([theirs.id])

  await store.write((tx) => tx.update(involvement).set({ until: NOW }).where(eq(involvement.organisationId, ngo.organisationId)))
  expect(await seen(ngo)).toEqual([])
  expect(await listHistory(store, ngo, person.id)).toBeNull()
})

test('an authority that supports a person is shown the stage only where the relation shares it, and verdicts only where it shares the record too', async () => {
  const leads = await caseworkerFixture()
  const { store, master } = leads.app
  const person = await aPersonOf(leads, { stage: 'open_prison' })
  const shown = async (shares: Shareable[]) => {
    const actor = await supporting(leads, 'probation', person.id, shares)
    const [line] = (await listPeople(store, master, actor, EVERYONE, '', NOW)).rows
    const [found] = await listCandidateFacts(store, master, actor, { id: person.id })
    const inStage = await listPeople(store, master, actor, { ...EVERYONE, stage: 'open_prison' }, '', NOW)
    const page = await findPerson(store, master, actor, person.id)
    return [line?.stage, page?.stage, inStage.total, page?.readsRecord, found?.facts.restricted === null]
  }

  expect(await shown([])).toEqual(['seeking', 'seeking', 0, false, true])
  expect(await shown(['record'])).toEqual(['seeking', 'seeking', 0, true, true])
  expect(await shown(['situation'])).toEqual(['open_prison', 'open_prison', 1, false, true])
  expect(await shown(['situation', 'record'])).toEqual(['open_prison', 'open_prison', 1, true, false])
})

test('what one organisation hides for a person another does not miss, and neither shows it again for the other', async () => {
  const leads = await caseworkerFixture()
  const { store } = leads.app
  const person = await aPersonOf(leads)
  const ngo = await supporting(leads, 'ngo', person.id)
  const hide = (actor: typeof ngo, hidden: boolean) => setHidden(store, actor, { candidateId: person.id, vacancyId: 'v', hidden }, NOW)
  await hide(leads.actor, true)
  expect([...(await listHiddenVacancies(store, ngo, person.id))]).toEqual([])
  await hide(ngo, false)
  expect([...(await listHiddenVacancies(store, leads.actor, person.id))]).toEqual(['v'])
})

test('an organisation that leads and is no authority does not see which vacancies an authority chose for the person', async () => {
  const leads = await caseworkerFixture('ngo')
  const { store, master } = leads.app
  const person = await aPersonOf(leads)
  const authority = await supporting(leads, 'probation', person.id, ['situation', 'record'])
  const vacancy = await aVacancyRow(store)
  const made = { vacancyId: vacancy.id, employerId: vacancy.employerId, candidateId: person.id, state: 'asked' } as const
  await aProposal(store, { ...made, organisationId: authority.organisationId })
  expect((await listCaseworkProposals(store, leads.actor, { candidateId: person.id }, NOW)).rows).toEqual([])
  expect((await listPeople(store, master, leads.actor, EVERYONE, '', NOW)).rows[0]?.waiting).toBeNull()
})

test('whoever supports a person finds no way to cards, nor to an identity that is not shared, and who leads finds both', async () => {
  const leads = await caseworkerFixture()
  const { id } = await aPersonOf(leads)
  const supports = await addCaseworker(leads.app, 'ngo')
  const { organisationId, membershipId: caseworkerId } = supports.actor
  const row = { candidateId: id, organisationId, caseworkerId, role: 'supports', since: NOW, basis: 'consent' } as const
  await leads.app.store.write((tx) => tx.insert(involvement).values({ id: 'supports', ...row }))
  const seenBy = async ({ app, cookie }: CaseworkerFixture) => {
    const request = asked(app, `/casework/people/${id}`, { params: { id }, cookie })
    const frame = await personFrame(request)
    return [
      frame.givesAccess,
      frame.readsIdentity,
      (await answerOf(cardPage(request))).status,
      (await answerOf(identityPage(request))).status,
    ]
  }
  expect(await seenBy(supports)).toEqual([false, false, 404, 404])
  expect(await seenBy(leads)).toEqual([true, true, 200, 200])
})
