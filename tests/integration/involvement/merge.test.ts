// Two registrations of one person are merged: what both organisations knew stays, every limit counts both, and nobody signs in or finds the other.
import { listTasks } from '#db/tasks/list.ts'
import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { OFFENCE_FAMILIES, plainStance, stancesOf, type OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import { makeAccessCard } from '#db/people/access.ts'
import { openOwnFile } from '#db/people/self/file.ts'
import { findCard } from '#db/people/sign-in.ts'
import { listRelations } from '#db/involvement/relations.ts'
import {
  findPerson,
  listCorrections,
  listHistory,
  listPeople,
  listReadiness,
  openIdentity,
  openRecord,
  updateReadiness,
} from '#db/people/people.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { decrypt, encrypt } from '#db/people/vault.ts'
import { createProposal } from '#db/proposals/ask.ts'
import * as tables from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import { cookieOf } from '#tests/support/app.ts'
import { AGREED, registeredTwice, type RegisteredTwice } from '#tests/support/people/registered-twice.ts'
import { aProposal, aVacancyRow } from '#tests/support/rows.ts'

const EVERYBODY = { whose: 'all', stage: null, waitingOn: null, missing: null, q: '' } as const

async function keyOf({ store, master }: RegisteredTwice, id: string) {
  const key = await store.read((db) => personKeyOf(db, master, id))
  if (!key) throw new Error('No key')
  return key
}

async function proposed({ store }: RegisteredTwice, of: Parameters<typeof aProposal>[1]) {
  return (await aProposal(store, of)).id
}

async function stateOf({ store }: RegisteredTwice, id: string) {
  const [row] = await store.read((db) => db.select().from(tables.proposal).where(eq(tables.proposal.id, id)))
  return [row?.candidateId, row?.state]
}

test('the earlier registration stays, and the other organisation supports the person with its own label, on the basis that was given', async () => {
  const twice = await registeredTwice({ first: { label: 'Garais' }, second: { label: 'Klusais' } })
  const { store, master, first, second, earlier, later, merge } = twice
  expect(await merge()).toEqual({ ok: true })

  expect(await findPerson(store, master, first.actor, earlier.id)).toMatchObject({ code: earlier.code, label: 'Garais' })
  expect(await findPerson(store, master, second.actor, earlier.id)).toMatchObject({ code: earlier.code, label: 'Klusais' })
  expect(await findPerson(store, master, second.actor, later.id)).toBeNull()
  for (const { actor } of [first, second])
    expect((await listTasks(store, master, actor, { show: 'open', whose: 'all' }, '', twice.app.now())).rows).toMatchObject([
      { kind: 'merged', candidateId: earlier.id },
    ])
  const relations = await listRelations(store, master, first.actor, earlier.id)
  expect(
    relations?.map(({ organisationId, role, shares, basisName, said }) => ({ organisationId, role, shares, basisName, said })),
  ).toEqual([
    { organisationId: first.actor.organisationId, role: 'leads', shares: [], basisName: '', said: '' },
    {
      organisationId: second.actor.organisationId,
      role: 'supports',
      shares: ['identity', 'situation', 'record'],
      basisName: AGREED.basisName,
      said: AGREED.said,
    },
  ])
})

test('what only the other organisation knew is known of the person: profile, situation, contacts, record, readiness, what they said is wrong', async () => {
  const twice = await registeredTwice({
    first: { open: { skills: ['iekrāvējs'], maxKm: 10 } },
    second: {
      stage: 'preparing_release',
      plannedReleaseOn: '2027-03-01',
      identity: { phone: '+371 26000001' },
      open: { skills: ['iekrāvējs', 'metināšana'], maxKm: 30, dormitory: true },
      restricted: { families: ['traffic'], recordStatus: 'spent' },
    },
  })
  const { store, master, app, first, second, earlier, later, merge } = twice
  const items = [{ item: 'housing' as const, state: 'in_progress' as const, who: 'Māsa Ventspilī', dueOn: null }]
  await updateReadiness(store, master, second.actor, later.id, { version: 2, items }, app.now())
  const key = await keyOf(twice, later.id)
  const content = encrypt(key, 'correction:c', 'Nav tiesa')
  await store.write((tx) => tx.insert(tables.correction).values({ id: 'c', candidateId: later.id, content, createdAt: app.now() }))

  await merge()

  expect(await findPerson(store, master, first.actor, earlier.id)).toMatchObject({
    stage: 'preparing_release',
    plannedReleaseOn: '2027-03-01',
    profile: { skills: ['iekrāvējs', 'metināšana'], maxKm: 10, dormitory: true },
  })
  expect((await openIdentity(store, master, first.actor, earlier.id, app.now()))?.identity.phone).toBe('+371 26000001')
  const record = { families: ['traffic'], recordStatus: 'spent' }
  expect((await openRecord(store, master, first.actor, earlier.id, app.now()))?.record).toMatchObject(record)
  expect((await openRecord(store, master, second.actor, earlier.id, app.now()))?.record).toMatchObject(record)
  const ready = await listReadiness(store, master, second.actor, earlier.id)
  expect(ready?.find(({ item }) => item === 'housing')).toMatchObject({ state: 'in_progress', who: 'Māsa Ventspilī' })
  expect((await listCorrections(store, master, first.actor, earlier.id)).map(({ text }) => text)).toEqual(['Nav tiesa'])
})

test('an organisation that is no authority sees the identity and no more, whatever the authority had written', async () => {
  const twice = await registeredTwice({ kinds: ['probation', 'ngo'], first: { restricted: { families: ['fraud'] } } })
  const { store, master, app, first, second, earlier, merge } = twice
  await merge()
  expect(await openRecord(store, master, second.actor, earlier.id, app.now())).toBeNull()
  expect((await openRecord(store, master, first.actor, earlier.id, app.now()))?.record.families).toEqual(['fraud'])
  expect(await openIdentity(store, master, second.actor, earlier.id, app.now())).not.toBeNull()
})

test('the merged registration is in no list, signs nobody in, and no key opens anything of it; the card of the one that stays is as it was', async () => {
  const twice = await registeredTwice({ second: { label: 'Klusais' } })
  const { app, store, master, first, second, earlier, later, merge } = twice
  await makeAccessCard(store, first.actor, earlier.id, 'kept', app.now())
  await makeAccessCard(store, second.actor, later.id, 'gone', app.now())
  await cookieOf(app, { candidateId: later.id })

  await merge()

  const listed = async (filters: Parameters<typeof listPeople>[3]) =>
    (await listPeople(store, master, second.actor, filters, '', app.now())).rows.map(({ id }) => id)
  expect(await listed(EVERYBODY)).toEqual([earlier.id])
  expect(await listed({ ...EVERYBODY, q: later.code })).toEqual([])
  expect(await findCard(store, later.code)).toBeNull()
  expect((await findCard(store, earlier.code))?.cardHash).toBe('kept')
  const left = await store.read(async (db) => ({
    keys: await db.select().from(tables.vaultKey).where(eq(tables.vaultKey.candidateId, later.id)),
    identities: await db.select().from(tables.identity).where(eq(tables.identity.candidateId, later.id)),
    sessions: await db.select().from(tables.session).where(eq(tables.session.candidateId, later.id)),
    relations: await db
      .select()
      .from(tables.involvement)
      .where(and(eq(tables.involvement.candidateId, later.id), isNull(tables.involvement.until))),
  }))
  expect(left).toEqual({ keys: [], identities: [], sessions: [], relations: [] })
  const [row] = await store.read((db) => db.select().from(tables.candidate).where(eq(tables.candidate.id, later.id)))
  expect(row).toMatchObject({ mergedInto: earlier.id, situation: null, activity: 'finished' })
})

test('what is not named yet is withdrawn; from the naming on it goes on as the person’s own, with what was written in it', async () => {
  const twice = await registeredTwice()
  const { store, second, earlier, later, merge } = twice
  const vacancies = [await aVacancyRow(store), await aVacancyRow(store), await aVacancyRow(store)]
  const of = (index: number, state: 'asked' | 'named' | 'ended') => {
    const { id: vacancyId = '', employerId = null } = vacancies[index] ?? {}
    const { organisationId } = second.actor
    return proposed(twice, { vacancyId, employerId, candidateId: later.id, organisationId, state, startOn: '2026-11-02' })
  }
  const [asked, named, over] = [await of(0, 'asked'), await of(1, 'named'), await of(2, 'ended')]
  const key = await keyOf(twice, later.id)
  const note = encrypt(key, `note:${named}`, 'Zvaniet pirmdien')
  const move = { id: 'e', proposalId: named, step: 99, from: 'interested', to: 'named', party: 'candidate', at: 1, note } as const
  const question = { id: 'q', proposalId: named, question: encrypt(key, 'question:q', 'Vai ir autobuss?'), askedAt: 1 }
  await store.write(async (tx) => {
    await tx.insert(tables.proposalEvent).values(move)
    await tx.insert(tables.proposalQuestion).values(question)
  })

  await merge()

  expect(await stateOf(twice, asked)).toEqual([earlier.id, 'withdrawn'])
  expect(await stateOf(twice, named)).toEqual([earlier.id, 'named'])
  expect(await stateOf(twice, over)).toEqual([earlier.id, 'ended'])
  const kept = await keyOf(twice, earlier.id)
  const [event] = await store.read((db) => db.select().from(tables.proposalEvent).where(eq(tables.proposalEvent.id, 'e')))
  expect(decrypt(kept, `note:${named}`, event?.note ?? '')).toBe('Zvaniet pirmdien')
  const [held] = await store.read((db) => db.select().from(tables.proposalQuestion))
  expect(decrypt(kept, 'question:q', held?.question ?? '')).toBe('Vai ir autobuss?')
  const again = store.write((tx) => tx.update(tables.proposalEvent).set({ note: encrypt(kept, `note:${named}`, 'Cits') }))
  expect(violationOf(await again.catch((error: unknown) => error))?.constraint).toBe('append_only')
})

test('an employer where one of the two is named has no second live proposal of the person', async () => {
  const twice = await registeredTwice()
  const { app, store, first, second, earlier, later, merge } = twice
  const vacancy = await aVacancyRow(store)
  const { employerId } = vacancy
  const [sameEmployer, next] = [await aVacancyRow(store, { employerId }), await aVacancyRow(store, { employerId, occupation: '7112' })]
  const ours = { employerId, candidateId: earlier.id, organisationId: first.actor.organisationId }
  const sent = await proposed(twice, { ...ours, vacancyId: sameEmployer.id, state: 'sent' })
  const alsoNamed = await proposed(twice, { ...ours, vacancyId: vacancy.id, state: 'named' })
  const theirs = { employerId, candidateId: later.id, organisationId: second.actor.organisationId }
  const offered = await proposed(twice, { ...theirs, vacancyId: vacancy.id, state: 'offered' })

  await merge()

  expect(await stateOf(twice, sent)).toEqual([earlier.id, 'withdrawn'])
  expect(await stateOf(twice, alsoNamed)).toEqual([earlier.id, 'withdrawn'])
  expect(await stateOf(twice, offered)).toEqual([earlier.id, 'offered'])
  expect(await createProposal(store, first.actor, earlier.id, next.id, app.now())).toEqual({ ok: false, problem: 'oneAtATime' })
})

test('what an employer was told of either registration counts towards what it may be told of the person', async () => {
  const twice = await registeredTwice()
  const { app, store, first, second, later, earlier, merge } = twice
  const refusing = (families: readonly OffenceFamily[]) => [
    ...stancesOf('case_by_case').filter(({ family }) => !families.includes(family)),
    ...families.map((family) => ({
      ...plainStance(family, 'not_for_this_job'),
      reason: 'law' as const,
      article: 'Izdomātais likums, 1. pants',
    })),
  ]
  const before = await aVacancyRow(store, { stances: refusing(OFFENCE_FAMILIES.slice(0, 6)) })
  const { employerId } = before
  const next = await aVacancyRow(store, { employerId, occupation: '7112', stances: refusing(OFFENCE_FAMILIES.slice(6, 7)) })
  const told = { employerId, vacancyId: before.id, candidateId: later.id, organisationId: second.actor.organisationId }
  const acceptance = { stances: refusing(OFFENCE_FAMILIES.slice(0, 6)), terms: before.terms }
  const sent = await proposed(twice, { ...told, state: 'no_answer', toldState: 'no_answer', toldVersion: 1, acceptance })
  const move = { id: 'e', proposalId: sent, step: 1, from: 'consented', to: 'sent', party: 'caseworker', at: app.now() } as const
  await store.write((tx) => tx.insert(tables.proposalEvent).values(move))
  await merge()
  expect(await createProposal(store, first.actor, earlier.id, next.id, app.now())).toEqual({ ok: false, problem: 'refusalLimit' })
})

test('two that work in one vacancy under both registrations are not merged before one of the proposals has ended', async () => {
  const twice = await registeredTwice()
  const { store, first, second, earlier, later, merge } = twice
  const { id: vacancyId, employerId } = await aVacancyRow(store)
  const started = { vacancyId, employerId, state: 'started' as const, startOn: '2026-11-02' }
  await proposed(twice, { ...started, candidateId: earlier.id, organisationId: first.actor.organisationId })
  await proposed(twice, { ...started, candidateId: later.id, organisationId: second.actor.organisationId })
  expect(await merge()).toEqual({ ok: false, problem: 'atWork' })
})

test('the person reads who opened either registration and that a coordinator merged them, and so does the organisation that leads', async () => {
  const twice = await registeredTwice()
  const { app, store, master, first, second, earlier, later, merge } = twice
  await openIdentity(store, master, second.actor, later.id, app.now())
  await makeAccessCard(store, first.actor, earlier.id, 'hash', app.now())
  await merge()
  const file = await openOwnFile(store, master, { kind: 'candidate', candidateId: earlier.id }, app.now())
  expect(file?.looks.map(({ subject, purpose, role }) => [subject, purpose, role]).sort()).toEqual([
    ['identity', 'casework', 'caseworker'],
    ['identity', 'edit', 'coordinator'],
    ['restricted_record', 'edit', 'coordinator'],
  ])
  const history = await listHistory(store, first.actor, earlier.id)
  expect(history?.filter(({ kind }) => kind === 'opened')).not.toEqual([])
})

test('what the person was told when somebody joined the registration that goes, the key of the one that stays opens', async () => {
  const twice = await registeredTwice()
  const { store, later, earlier, merge } = twice
  const said = encrypt(await keyOf(twice, later.id), `said:${later.id}`, 'Teikts jau agrāk')
  await store.write((tx) => tx.update(tables.involvement).set({ said }).where(eq(tables.involvement.candidateId, later.id)))
  await merge()
  const [relation] = await store.read((db) => db.select().from(tables.involvement).where(eq(tables.involvement.candidateId, later.id)))
  expect(decrypt(await keyOf(twice, earlier.id), `said:${earlier.id}`, relation?.said ?? '')).toBe('Teikts jau agrāk')
})

test('a guard of the database keeps the last relation of anybody who was not merged', async () => {
  const { store, earlier } = await registeredTwice()
  const ending = store.write((tx) =>
    tx.update(tables.involvement).set({ until: 9e12 }).where(eq(tables.involvement.candidateId, earlier.id)),
  )
  expect(violationOf(await ending.catch((error: unknown) => error))?.constraint).toBe('person_without_lead')
})
