// Opening and changing what is encrypted: the identity and the restricted part, and the log that tells of it.
import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { action as identityAction, loader as identityLoader } from '#app/routes/casework/identity.tsx'
import { loader as historyLoader } from '#app/routes/casework/history.tsx'
import { action as recordAction, loader as recordLoader } from '#app/routes/casework/record.tsx'
import { openRecord, updateIdentity } from '#db/people/people.ts'
import { EMPTY_RECORD, NOTHING_RECORDED } from '#app/domain/people/candidate.ts'
import { recordEntered } from '#app/forms/people/record.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import {
  accessLogOf,
  aPersonOf,
  everythingHeld,
  caseworkerFixture,
  type CaseworkerFixture,
} from '#tests/support/people/caseworker-fixture.ts'

const SAVED = {
  form: 'save',
  version: '1',
  families: ['property', 'traffic'],
  'lastYears.traffic': '2024',
  recordStatus: 'unspent',
  spentOn: '2028-05-01',
  releasedOn: '2026-05-01',
  supervision: 'yes',
  appointmentsPerMonth: '2',
  monitoring: 'no',
  maxAwayDays: '',
  supervisionUntil: '2027-05-01',
  bans: 'some',
  'banRows[0].occupation': 'Krāvējs',
  'banRows[0].context': '',
  'banRows[0].until': '2027-01-01',
}

async function post(
  fixture: CaseworkerFixture,
  action: (asking: ActionFunctionArgs) => Promise<unknown>,
  id: string,
  form: Record<string, string | string[]>,
) {
  return answerOf(action(asked(fixture.app, '/x', { cookie: fixture.cookie, params: { id }, form })))
}

test('coming to the page opens nothing, and nothing is logged', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const sent = { cookie: fixture.cookie, params: { id: person.id } }
  expect((await answerOf(recordLoader(asked(fixture.app, '/x', sent)))).body).toBeNull()
  expect((await answerOf(identityLoader(asked(fixture.app, '/x', sent)))).body).toBeNull()
  expect(await accessLogOf(fixture.app.store)).toEqual([])
})

test('every opening of the record is written down, each time again', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture, { restricted: { families: ['traffic'] } })
  const first = await post(fixture, recordAction, person.id, { form: 'open' })
  await post(fixture, recordAction, person.id, { form: 'open' })
  expect(first.body).toMatchObject({ opened: { version: 1, record: { families: ['traffic'], recordStatus: 'unknown' } } })
  const entry = { candidateId: person.id, membershipId: fixture.actor.membershipId, subject: 'restricted_record', purpose: 'casework' }
  expect(await accessLogOf(fixture.app.store)).toEqual([entry, entry])
})

test('an opening of the identity is written down, and a change as a change', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const opened = await post(fixture, identityAction, person.id, { form: 'open' })
  expect(opened.body).toMatchObject({ opened: { version: 1, identity: { familyName: 'Paraugs' } } })
  const saved = await post(fixture, identityAction, person.id, {
    version: '1',
    givenName: 'Jānis',
    familyName: 'Paraugs',
    phone: '+371 20 000 002',
  })
  expect(saved.status).toBe(303)
  expect((await accessLogOf(fixture.app.store)).map(({ subject, purpose }) => `${subject} ${purpose}`)).toEqual([
    'identity casework',
    'identity edit',
  ])
})

test('a changed phone number is in the database only encrypted', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  await post(fixture, identityAction, person.id, { version: '1', givenName: 'Jānis', familyName: 'Paraugs', phone: '+371 27 777 777' })
  expect(await everythingHeld(fixture.app.store)).not.toContain('27 777 777')
})

test('the restricted part is kept as it was stated, encrypted', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  expect((await post(fixture, recordAction, person.id, SAVED)).status).toBe(303)
  expect((await openRecord(fixture.app.store, fixture.app.master, fixture.actor, person.id, NOW))?.record).toEqual({
    families: ['property', 'traffic'],
    lastYears: { traffic: 2024 },
    noCustody: false,
    recordStatus: 'unspent',
    spentOn: '2028-05-01',
    releasedOn: '2026-05-01',
    supervision: { appointmentsPerMonth: 2, monitoring: false, maxAwayDays: null, until: '2027-05-01' },
    bans: [{ occupation: '9333', context: null, until: '2027-01-01' }],
  })
  expect(await everythingHeld(fixture.app.store)).not.toMatch(/property|unspent|2028-05-01/)
})

test('“not known” is kept as not known, and “none” as none', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const form = { form: 'save', version: '1', families: 'not_known', recordStatus: 'unknown', supervision: 'none', bans: 'none' }
  await post(fixture, recordAction, person.id, form)
  expect((await openRecord(fixture.app.store, fixture.app.master, fixture.actor, person.id, NOW))?.record).toMatchObject({
    families: null,
    supervision: 'none',
    bans: [],
  })
})

test('that nothing is recorded is one answer, kept as such, and nothing else is asked; that there was no custody agrees with it', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const form = { form: 'save', version: '1', families: 'not_known', recordStatus: 'none', supervision: 'not_known', bans: 'not_known' }
  expect((await post(fixture, recordAction, person.id, form)).status).toBe(303)
  const opened = await openRecord(fixture.app.store, fixture.app.master, fixture.actor, person.id, NOW)
  expect(opened?.record).toEqual(NOTHING_RECORDED)
  const again = { ...recordEntered(NOTHING_RECORDED, 'lv'), form: 'save', version: '2', noCustody: 'on' }
  expect((await post(fixture, recordAction, person.id, again)).status).toBe(303)
})

test.each([
  ['a family', 'families', { families: ['not_known', 'property'] }],
  ['a year of an offence', 'lastYears.property', { 'lastYears.property': '2019' }],
  ['supervision', 'supervision', { supervision: 'yes', appointmentsPerMonth: '2', monitoring: 'no' }],
  ['a ban', 'bans', { bans: 'some', 'banRows[0].occupation': '9333' }],
  ['a day of release', 'releasedOn', { releasedOn: '2026-05-01' }],
  ['a day on which it is spent', 'spentOn', { spentOn: '2026-05-01' }],
])('that nothing is recorded contradicts %s, which is told beside it', async (_what, field, beside) => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const form = { form: 'save', version: '1', families: 'not_known', recordStatus: 'none', supervision: 'not_known', bans: 'not_known' }
  const { status, body } = await post(fixture, recordAction, person.id, { ...form, ...beside })
  expect([status, body]).toMatchObject([422, { problems: { [field]: 'nothingRecorded' } }])
  expect((await openRecord(fixture.app.store, fixture.app.master, fixture.actor, person.id, NOW))?.record).toEqual(EMPTY_RECORD)
})

test('a contradiction and a missing number are told, and nothing is stored', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const form = { ...SAVED, families: ['none', 'property'], appointmentsPerMonth: '', 'banRows[0].occupation': 'Astronauts' }
  const { status, body } = await post(fixture, recordAction, person.id, form)
  expect(status).toBe(422)
  expect(body).toMatchObject({ problems: { 'banRows[0].occupation': 'unknownOccupation' } })
  const again = await post(fixture, recordAction, person.id, { ...form, 'banRows[0].occupation': '9333' })
  expect(again.body).toMatchObject({ problems: { families: 'choose', appointmentsPerMonth: 'required' } })
})

test('the day the record is spent is suggested by the rule and not stored', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const form = { ...SAVED, form: 'suggest', spentOn: '', sentenceKind: 'up_to_3_years', servedOn: '2025-03-01' }
  const { status, body } = await post(fixture, recordAction, person.id, form)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    suggestion: { spentOn: '2027-03-01', status: 'unspent' },
    entered: { spentOn: '2027-03-01', families: ['property', 'traffic'] },
  })
  expect((await openRecord(fixture.app.store, fixture.app.master, fixture.actor, person.id, NOW))?.record.spentOn).toBeNull()
})

test('a suggestion never overwrites the day the caseworker has written', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const { body } = await post(fixture, recordAction, person.id, {
    ...SAVED,
    form: 'suggest',
    sentenceKind: 'over_10_years',
    servedOn: '2025-03-01',
  })
  expect(body).toMatchObject({ entered: { spentOn: '2028-05-01' }, suggestion: { spentOn: '2035-03-01' } })
})

test('who changes an identity that a colleague has just changed is told, and keeps what was typed', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const identity = {
    givenName: 'Jānis',
    familyName: 'Paraugs',
    personalCode: null,
    birthDate: null,
    phone: '+371 20000009',
    email: null,
    address: null,
  }
  await updateIdentity(fixture.app.store, fixture.app.master, fixture.actor, person.id, { version: 1, identity }, NOW)
  const { status, body } = await post(fixture, identityAction, person.id, { version: '1', givenName: 'Jānis', familyName: 'Paraugkalns' })
  expect(status).toBe(422)
  expect(body).toMatchObject({
    problems: { form: 'stale' },
    entered: { familyName: 'Paraugkalns', version: '2' },
    opened: { identity: { familyName: 'Paraugs', phone: '+371 20000009' } },
  })
})

test('the history tells who opened what, and an NGO not of the restricted part', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  await post(fixture, recordAction, person.id, { form: 'open' })
  await post(fixture, identityAction, person.id, { form: 'open' })
  const { body } = await answerOf(historyLoader(asked(fixture.app, '/x', { cookie: fixture.cookie, params: { id: person.id } })))
  const rows = (body as { rows: { kind: string; subject?: string; what?: string }[] }).rows
  expect(rows.map(({ kind, subject, what }) => `${kind} ${subject ?? what ?? ''}`)).toEqual([
    'opened identity',
    'opened restricted_record',
    'changed identity',
    'changed record',
    'changed registered',
  ])
})
