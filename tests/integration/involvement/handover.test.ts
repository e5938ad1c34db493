// Passing a person on and asking others to join: offered by who leads, answered within days, with the person never left alone in between.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { HANDOVER_DAYS } from '#app/domain/involvement/handover.ts'
import { action as handoverAction } from '#app/routes/casework/involvement/handover.tsx'
import { action as organisationsAction } from '#app/routes/casework/involvement/organisations.tsx'
import { acceptHandover, expireHandovers, findHandover, listHandovers, offerHandover, refuseHandover } from '#db/involvement/handover.ts'
import { endSupport, listRelations } from '#db/involvement/relations.ts'
import { findPerson, openRecord, updateProfile } from '#db/people/people.ts'
import { handover, proposal } from '#db/schema/index.ts'
import { EMPTY_PROFILE } from '#app/domain/people/candidate.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture, type CaseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { aProposal, aVacancyRow } from '#tests/support/rows.ts'

const DAY = 86_400_000
const WORDS = {
  basis: 'law',
  basisName: 'Izdomāts likums, 1. pants',
  said: 'Turpmāk palīdz dienests pilsētā.',
  note: 'Steidzama ir karte.',
} as const

async function offering(kind: 'handover' | 'joining' = 'handover', to: 'probation' | 'ngo' = 'probation') {
  const from = await caseworkerFixture()
  const receiving = await addCaseworker(from.app, to)
  const person = await aPersonOf(from)
  const { store, master } = from.app
  const wanted = { kind, toOrganisationId: receiving.actor.organisationId, shares: ['identity' as const], ...WORDS }
  const offered = await offerHandover(store, master, from.actor, person.id, wanted, NOW)
  if (!offered?.ok) throw new Error('Nothing was offered')
  return { from, receiving, person, store, master, id: offered.id }
}

const roleOf = async ({ app, actor }: CaseworkerFixture, id: string) =>
  (await listRelations(app.store, app.master, actor, id))
    ?.filter(({ until }) => until === null)
    .map(({ role, organisationId }) => [role, organisationId])

test('until the other organisation answers nothing changes; when it accepts it leads, and the first neither writes nor reads any more', async () => {
  const { from, receiving, person, store, master, id } = await offering()
  expect(await findPerson(store, master, receiving.actor, person.id)).toBeNull()
  expect(await updateProfile(store, from.actor, person.id, { version: 1, profile: EMPTY_PROFILE }, NOW)).toEqual({ ok: true })

  expect(await acceptHandover(store, receiving.actor, id, NOW)).toEqual({ candidateId: person.id })

  expect(await roleOf(receiving, person.id)).toEqual([['leads', receiving.actor.organisationId]])
  expect(await updateProfile(store, from.actor, person.id, { version: 3, profile: EMPTY_PROFILE }, NOW)).toBeNull()
  expect(await findPerson(store, master, from.actor, person.id)).toBeNull()
  expect(await openRecord(store, master, receiving.actor, person.id, NOW)).not.toBeNull()
})

test('what was said to the person, the basis and who led before stay written', async () => {
  const { from, receiving, person, store, master, id } = await offering()
  await acceptHandover(store, receiving.actor, id, NOW + DAY)
  const relations = await listRelations(store, master, receiving.actor, person.id)
  expect(relations?.map(({ organisationId, role, basisName, said, until }) => ({ organisationId, role, basisName, said, until }))).toEqual([
    { organisationId: receiving.actor.organisationId, role: 'leads', basisName: WORDS.basisName, said: WORDS.said, until: null },
    { organisationId: from.actor.organisationId, role: 'leads', basisName: '', said: '', until: NOW + DAY },
  ])
  // What one should know first is there after the answer, too.
  expect(relations?.map(({ note }) => note)).toEqual([WORDS.note, ''])
})

test('open proposals go to the organisation that takes the person on; one that is over stays with who made it', async () => {
  const { from, receiving, person, store, id } = await offering()
  const made = async (state: 'asked' | 'withdrawn') => {
    const vacancy = await aVacancyRow(store)
    const { organisationId } = from.actor
    return aProposal(store, { vacancyId: vacancy.id, employerId: vacancy.employerId, candidateId: person.id, organisationId, state })
  }
  const [open, over] = [await made('asked'), await made('withdrawn')]
  await acceptHandover(store, receiving.actor, id, NOW)
  const actsIn = async (proposalId: string) =>
    (await store.read((db) => db.select().from(proposal).where(eq(proposal.id, proposalId))))[0]?.organisationId
  expect(await actsIn(open.id)).toBe(receiving.actor.organisationId)
  expect(await actsIn(over.id)).toBe(from.actor.organisationId)
})

test('a refusal names its reason and changes nothing else, and an answer that comes a second time changes nothing', async () => {
  const { from, receiving, person, store, id } = await offering()
  expect(await refuseHandover(store, receiving.actor, id, 'no_capacity', NOW)).toBe(true)
  expect(await acceptHandover(store, receiving.actor, id, NOW)).toBeNull()
  expect(await roleOf(from, person.id)).toEqual([['leads', from.actor.organisationId]])
  const [row] = await store.read((db) => db.select().from(handover))
  expect(row).toMatchObject({ state: 'refused', refusal: 'no_capacity', decidedBy: receiving.actor.membershipId })
})

test('an offer can be answered to the end of its last day in Latvia, and then ends by itself', async () => {
  const { receiving, store, id } = await offering()
  const lastEvening = NOW + HANDOVER_DAYS * DAY
  expect(await expireHandovers(store, lastEvening)).toBe(0)
  expect(await expireHandovers(store, lastEvening + DAY)).toBe(1)
  expect(await acceptHandover(store, receiving.actor, id, lastEvening)).toBeNull()
})

test('an organisation that joins sees what was shared and works beside the one that leads, until either of them ends it', async () => {
  const { from, receiving, person, store, master, id } = await offering('joining', 'ngo')
  await acceptHandover(store, receiving.actor, id, NOW)
  expect(await roleOf(from, person.id)).toEqual([
    ['leads', from.actor.organisationId],
    ['supports', receiving.actor.organisationId],
  ])
  expect((await findPerson(store, master, receiving.actor, person.id))?.code).toBe(person.code)
  const [support] = (await listRelations(store, master, from.actor, person.id))?.filter(({ role }) => role === 'supports') ?? []

  expect(await endSupport(store, (await addCaseworker(from.app)).actor, person.id, support?.id ?? '', NOW)).toBe(false)
  expect(await endSupport(store, receiving.actor, person.id, person.leadId, NOW)).toBe(false)
  expect(await endSupport(store, receiving.actor, person.id, support?.id ?? '', NOW)).toBe(true)
  expect(await findPerson(store, master, receiving.actor, person.id)).toBeNull()
})

test('an organisation that joined by a clock a second ahead can be sent away at once, and its support lasted no time', async () => {
  const { from, receiving, person, store, master, id } = await offering('joining')
  await acceptHandover(store, receiving.actor, id, NOW + 1000)
  const [support] = (await listRelations(store, master, from.actor, person.id))?.filter(({ role }) => role === 'supports') ?? []
  expect(await endSupport(store, from.actor, person.id, support?.id ?? '', NOW)).toBe(true)
  const ended = (await listRelations(store, master, from.actor, person.id))?.find(({ role }) => role === 'supports')
  expect([ended?.since, ended?.until]).toEqual([NOW + 1000, NOW + 1000])
})

test('only who leads offers a person, to a verified organisation that does not work with them yet, and one at a time', async () => {
  const { from, receiving, person, store, master, id } = await offering('joining')
  const third = await addCaseworker(from.app)
  const offer = (by: CaseworkerFixture, kind: 'handover' | 'joining', toOrganisationId: string) =>
    offerHandover(store, master, by.actor, person.id, { kind, toOrganisationId, shares: [], ...WORDS }, NOW)

  expect(await offer(third, 'handover', receiving.actor.organisationId)).toBeNull()
  expect(await offer(from, 'joining', receiving.actor.organisationId)).toEqual({ ok: false, problem: 'open' })
  expect(await offer(from, 'handover', from.actor.organisationId)).toEqual({ ok: false, problem: 'gone' })
  await acceptHandover(store, receiving.actor, id, NOW)
  expect(await offer(receiving, 'handover', third.actor.organisationId)).toBeNull()
  expect(await offer(from, 'joining', receiving.actor.organisationId)).toEqual({ ok: false, problem: 'involved' })
  expect(await offer(from, 'handover', third.actor.organisationId)).toMatchObject({ ok: true })
  expect(await offer(from, 'handover', receiving.actor.organisationId)).toEqual({ ok: false, problem: 'open' })
})

test('when another organisation leads, what the first had offered of the person is over', async () => {
  const { from, receiving, person, store, master, id } = await offering()
  const third = await addCaseworker(from.app)
  const joining = { kind: 'joining' as const, toOrganisationId: third.actor.organisationId, shares: [], ...WORDS }
  const offered = await offerHandover(store, master, from.actor, person.id, joining, NOW)
  await acceptHandover(store, receiving.actor, id, NOW)
  expect(offered?.ok && (await findHandover(store, master, third.actor, offered.id))).toBeNull()
  expect(await listHandovers(store, master, receiving.actor, person.id)).toEqual([])
})

test('an organisation answers an offer while the other takes it back: one of them is told that it is over', async () => {
  const { from, receiving, person, id } = await offering()
  const accept = handoverAction(
    asked(from.app, `/casework/handovers/${id}`, { params: { id }, cookie: receiving.cookie, form: { form: 'accept' } }),
  )
  const back = organisationsAction(
    asked(from.app, `/casework/people/${person.id}/organisations`, {
      params: { id: person.id },
      cookie: from.cookie,
      form: { form: 'takeBack', handoverId: id },
    }),
  )
  const answers = (await Promise.all([answerOf(accept), answerOf(back)])).map(({ status }) => status)
  expect([
    [303, 404],
    [404, 303],
    [422, 303],
  ]).toContainEqual(answers)
})

test('a form with nothing in it says so beside each field, and keeps what was typed', async () => {
  const { from, person } = await offering('joining')
  const { status, body } = await answerOf(
    organisationsAction(
      asked(from.app, `/casework/people/${person.id}/organisations`, {
        params: { id: person.id },
        cookie: from.cookie,
        form: { form: 'handover', note: 'Steidzami' },
      }),
    ),
  )
  expect(status).toBe(422)
  expect(body).toMatchObject({
    problems: { toOrganisationId: 'choose', basis: 'choose', basisName: 'required', said: 'required' },
    entered: { note: 'Steidzami' },
  })
})

test('an organisation outside public authority reads neither who worked with the person before nor who is asked to', async () => {
  const { receiving, person, store, master, id } = await offering()
  await acceptHandover(store, receiving.actor, id, NOW)
  const ngo = await addCaseworker(receiving.app, 'ngo')
  const wanted = { kind: 'joining' as const, shares: [], ...WORDS }
  const joins = { ...wanted, toOrganisationId: ngo.actor.organisationId, basisName: 'Piekrišana', said: 'Palīdzēs ar darbu.' }
  const offered = await offerHandover(store, master, receiving.actor, person.id, joins, NOW)
  await acceptHandover(store, ngo.actor, offered?.ok ? offered.id : '', NOW)
  const prison = await addCaseworker(receiving.app)
  await offerHandover(store, master, receiving.actor, person.id, { ...wanted, toOrganisationId: prison.actor.organisationId }, NOW)

  const read = (actor: typeof ngo.actor) => listRelations(store, master, actor, person.id)
  expect((await read(receiving.actor))?.filter(({ until }) => until !== null)).toHaveLength(1)
  // Nor what one authority wrote when it passed the person on to another.
  expect((await read(ngo.actor))?.map(({ role, basisName, said }) => ({ role, basisName, said }))).toEqual([
    { role: 'leads', basisName: '', said: '' },
    { role: 'supports', basisName: 'Piekrišana', said: 'Palīdzēs ar darbu.' },
  ])
  expect(await listHandovers(store, master, receiving.actor, person.id)).toHaveLength(1)
  expect(await listHandovers(store, master, ngo.actor, person.id)).toEqual([])
})
