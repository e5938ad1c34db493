// Changing a person: the open part, readiness, the stage, the label, the caseworker; two at once, and hostile input.
import { describe, expect, test } from 'vitest'
import { findPerson, listReadiness, updateProfile } from '#db/people/people.ts'
import { EMPTY_PROFILE } from '#app/domain/people/candidate.ts'
import { action as editAction } from '#app/routes/casework/edit-profile.tsx'
import { action as profileAction, loader as profileLoader } from '#app/routes/casework/profile.tsx'
import { action as readinessAction } from '#app/routes/casework/readiness.tsx'
import * as tables from '#db/schema/index.ts'
import { openPersonKey, encrypt } from '#db/people/vault.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import { aMember } from '#tests/support/rows.ts'
import { aPersonOf, everythingHeld, caseworkerFixture, type CaseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'

const PROFILE = {
  version: '1',
  'wanted[0].occupation': 'noliktavas darbinieks',
  'wanted[1].occupation': 'Грузчик, портовый рабочий',
  'experience[0].occupation': 'Krāvējs',
  'experience[0].months': '18',
  skills: 'rokas pacēlājs\nskeneris\nskeneris',
  certificates: ['forklift', 'first_aid'],
  'certificateExpiresOn.forklift': '2028-01-31',
  driving: 'B',
  medicalBook: 'valid',
  medicalBookExpiresOn: '2027-06-30',
  'languages.lv': 'A2',
  'languages.ru': 'C2',
  education: 'basic',
  shifts: ['day', 'evening'],
  nights: 'no',
  limits: 'none',
  travelPlace: 'liepaja',
  travelMeans: 'bus',
  maxKm: '25',
  dormitory: '',
  away: 'no',
  payWish: '950,50',
  startFrom: '2027-01',
  workReference: 'yes',
  supportNeeded: ['mentor'],
}

async function post(fixture: CaseworkerFixture, action: typeof editAction, id: string, form: Record<string, string | string[]>) {
  return answerOf(action(asked(fixture.app, '/x', { cookie: fixture.cookie, params: { id }, form })))
}
const read = (fixture: CaseworkerFixture, id: string) => findPerson(fixture.app.store, fixture.app.master, fixture.actor, id)

describe('the open part', () => {
  test('is kept as it was told, with occupations from any language and places however written', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    const form = { ...PROFILE, 'wanted[1].occupation': 'Каменщик' }
    expect(await post(fixture, editAction, person.id, form)).toMatchObject({ status: 303, location: `/casework/people/${person.id}` })
    expect((await read(fixture, person.id))?.profile).toEqual({
      occupationsWanted: ['4321', '7112'],
      experience: [{ occupation: '9333', months: 18 }],
      skills: ['rokas pacēlājs', 'skeneris'],
      certificates: [
        { certificate: 'forklift', expiresOn: '2028-01-31' },
        { certificate: 'first_aid', expiresOn: null },
      ],
      driving: [{ category: 'B', expiresOn: null }],
      medicalBook: { state: 'valid', expiresOn: '2027-06-30' },
      languages: [
        { language: 'lv', level: 'A2' },
        { language: 'ru', level: 'C2' },
      ],
      education: 'basic',
      shifts: ['day', 'evening'],
      nights: false,
      limits: [],
      travelFrom: { municipality: 'liepaja', place: 'Liepāja', coordinates: { lat: 56.5047, lon: 21.0109 } },
      travelMeans: 'bus',
      maxKm: 25,
      dormitory: null,
      awayOver15Days: false,
      payWishCents: 95_050,
      startFrom: '2027-01',
      workReference: true,
      supportNeeded: ['mentor'],
    })
  })

  test('left empty is not known, never a no', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture, { open: { nights: true, limits: ['height'], shifts: ['night'] } })
    await post(fixture, editAction, person.id, { version: '1', shifts: 'not_known', limits: 'not_known' })
    expect((await read(fixture, person.id))?.profile).toEqual(EMPTY_PROFILE)
  })

  test('what is not understood is told beside its field', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    const form = { ...PROFILE, 'wanted[0].occupation': 'Astronauts', maxKm: '25 km', startFrom: 'drīz', payWish: '-5', education: 'doctor' }
    const { status, body } = await post(fixture, editAction, person.id, form)
    expect(status).toBe(422)
    expect(body).toMatchObject({
      problems: {
        'wanted[0].occupation': 'unknownOccupation',
        maxKm: 'notWhole',
        startFrom: 'notDay',
        payWish: 'notMoney',
        education: 'choose',
      },
      entered: { 'wanted[0].occupation': 'Astronauts', travelPlace: 'liepaja' },
    })
  })

  test('a place nobody knows and a contradiction are told', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    const form = {
      ...PROFILE,
      'wanted[1].occupation': '',
      travelPlace: 'Nekurienes ciems',
      limits: ['none', 'height'],
      'experience[0].months': '',
    }
    expect((await post(fixture, editAction, person.id, form)).body).toMatchObject({
      problems: { travelPlace: 'unknownPlace', limits: 'choose', 'experience[0].months': 'required' },
    })
  })

  test('a phone number among the skills is stopped until the caseworker says that it may stay', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    const form = { ...PROFILE, 'wanted[1].occupation': '', skills: 'zvanīt 26123456' }
    expect((await post(fixture, editAction, person.id, form)).body).toMatchObject({ problems: { skills: 'suspiciousText?found=26123456' } })
    expect((await post(fixture, editAction, person.id, { ...form, skillsChecked: 'on' })).status).toBe(303)
  })

  test.each([
    ['skills', editAction, { ...PROFILE, 'wanted[1].occupation': '', skills: '010190-12345', skillsChecked: 'on' }],
    ['items.housing.who', readinessAction, { version: '1', 'items.housing.state': 'needed', 'items.housing.who': '010190-12345' }],
    ['label', profileAction, { form: 'label', version: '1', label: 'Anna 010190-12345', language: 'lv' }],
  ])('a personal code in “%s” is a problem beside the field, whoever says yes', async (field, action, form) => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    const told = await post(fixture, action, person.id, form)
    expect([told.status, told.body]).toMatchObject([422, { problems: { [field]: 'personalCodeInText' } }])
  })

  test('who saves over a colleague’s change is told what changed, keeps what was typed, and may save again', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    await updateProfile(fixture.app.store, fixture.actor, person.id, { version: 1, profile: { ...EMPTY_PROFILE, maxKm: 60 } }, NOW)
    const form = { ...PROFILE, 'wanted[1].occupation': '' }
    const { status, body } = await post(fixture, editAction, person.id, form)
    expect(status).toBe(422)
    expect(body).toMatchObject({ problems: { form: 'stale' }, entered: { maxKm: '25', version: '2' }, typed: { maxKm: 25 } })
    expect((await read(fixture, person.id))?.profile.maxKm).toBe(60)
    expect((await post(fixture, editAction, person.id, { ...form, version: '2' })).status).toBe(303)
    expect((await read(fixture, person.id))?.profile.maxKm).toBe(25)
  })

  test('hostile names, lengths and repetitions change nothing and break nothing', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    const form = { ...PROFILE, version: "1' or '1'='1", __proto__x: 'x', skills: 'x'.repeat(30_000), travelMeans: ['bus', 'rocket'] }
    expect((await post(fixture, editAction, person.id, form)).status).toBe(422)
    expect((await read(fixture, person.id))?.profile).toEqual(EMPTY_PROFILE)
  })
})

describe('readiness', () => {
  test('is saved in one go: state, who, by when; what is emptied is not known again', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    await post(fixture, readinessAction, person.id, {
      version: '1',
      'items.phone.state': 'in_place',
      'items.housing.state': 'needed',
      'items.housing.who': 'Sociālais dienests',
      'items.housing.dueOn': '2026-12-01',
    })
    await post(fixture, readinessAction, person.id, {
      version: '2',
      'items.phone.state': '',
      'items.housing.state': 'in_progress',
      'items.housing.who': 'Sociālais dienests',
      'items.housing.dueOn': '',
    })
    const items = await listReadiness(fixture.app.store, fixture.app.master, fixture.actor, person.id)
    expect(items?.find(({ item }) => item === 'phone')).toEqual({ item: 'phone', state: null, who: '', dueOn: null })
    expect(items?.find(({ item }) => item === 'housing')).toEqual({
      item: 'housing',
      state: 'in_progress',
      who: 'Sociālais dienests',
      dueOn: null,
    })
    expect(items).toHaveLength(11)
  })

  test('saved over a colleague’s change it is told, and nothing is lost', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    await post(fixture, readinessAction, person.id, { version: '1', 'items.phone.state': 'in_place' })
    const { status, body } = await post(fixture, readinessAction, person.id, { version: '1', 'items.phone.state': 'needed' })
    expect(status).toBe(422)
    expect(body).toMatchObject({ problems: { form: 'stale' }, entered: { 'items.phone.state': 'needed', version: '2' } })
  })
})

test('a personal code in a note on readiness is told beside its field, and nothing is lost', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const typed = { version: '1', 'items.housing.state': 'needed', 'items.housing.who': 'māsa, 010190-12345' }
  const { status, body } = await post(fixture, readinessAction, person.id, typed)
  expect([status, body]).toMatchObject([422, { problems: { 'items.housing.who': 'personalCodeInText' }, entered: typed }])
})

describe('the stage, the label and the caseworker', () => {
  test('a person released leaves the place of custody and the plan behind', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture, { stage: 'preparing_release', plannedReleaseOn: '2026-12-01' })
    await post(fixture, profileAction, person.id, {
      form: 'stage',
      version: '1',
      stage: 'looking',
      plannedReleaseOn: '2026-12-01',
      custodyPlaceId: '',
    })
    expect(await read(fixture, person.id)).toMatchObject({ stage: 'looking', plannedReleaseOn: null, waitingSince: person.waitingSince })
  })

  test('who looks for work again waits from that day', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture, { stage: 'in_work' })
    await post(fixture, profileAction, person.id, { form: 'stage', version: '1', stage: 'looking' })
    expect((await read(fixture, person.id))?.waitingSince).toBe(NOW)
  })

  test('a label is kept encrypted', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    await post(fixture, profileAction, person.id, { form: 'label', version: '1', label: 'Metinātājs no Saldus', language: 'en' })
    expect(await read(fixture, person.id)).toMatchObject({ label: 'Metinātājs no Saldus', language: 'en' })
    expect(await everythingHeld(fixture.app.store)).not.toContain('Metinātājs')
  })

  test.each([
    ['the person’s full name', 'Jānis Paraugs, nāk otrdienās', 'fullNameInLabel'],
    ['it in another case and order', 'Parauga Jāņa māsa', 'fullNameInLabel'],
    ['a telephone', 'Jānis P., 26 123 456', 'phoneInLabel'],
    ['a personal code', 'Jānis P., 010190-12345', 'personalCodeInText'],
  ])('a label with %s is told beside the field, with what was typed, and is not kept', async (_what, label, problem) => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    const { status, body } = await post(fixture, profileAction, person.id, { form: 'label', version: '1', label, language: 'lv' })
    expect([status, body]).toMatchObject([422, { problems: { label: problem }, entered: { label } }])
    expect(await read(fixture, person.id)).toMatchObject({ label: '', version: 1 })
  })

  test('a person is handed to a colleague, and to nobody outside the organisation', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    const colleague = await aMember(fixture.app.store, { role: 'caseworker', organisationId: fixture.actor.organisationId })
    const stranger = await aMember(fixture.app.store, { role: 'coordinator' })
    const handOver = (caseworkerId: string) => post(fixture, profileAction, person.id, { form: 'caseworker', version: '1', caseworkerId })
    expect((await handOver(stranger.membershipId)).body).toMatchObject({ problems: { caseworkerId: 'choose' } })
    expect((await handOver(colleague.membershipId)).status).toBe(303)
    expect((await read(fixture, person.id))?.caseworker.membershipId).toBe(colleague.membershipId)
  })

  test('two who change the stage at once: one wins, the other is told', async () => {
    const fixture = await caseworkerFixture()
    const person = await aPersonOf(fixture)
    const form = { form: 'stage', version: '1', stage: 'in_work' }
    const answers = await Promise.all([
      post(fixture, profileAction, person.id, form),
      post(fixture, profileAction, person.id, { ...form, stage: 'left' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const told = answers.find(({ status }) => status === 422)
    expect(told?.body).toMatchObject({ problems: { form: 'stale' }, entered: { version: '2' } })
  })
})

test('what a person says is wrong stands on the profile until it is seen to', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const { app } = fixture
  const [held] = await app.store.read(async (db) => db.select().from(tables.vaultKey))
  const content = encrypt(openPersonKey(app.master, person.id, held?.wrapped ?? ''), 'correction:c1', 'Man ir B kategorija')
  await app.store.write(async (tx) => tx.insert(tables.correction).values({ id: 'c1', candidateId: person.id, content, createdAt: NOW }))
  const page = () => answerOf(profileLoader(asked(app, '/x', { cookie: fixture.cookie, params: { id: person.id } })))
  expect((await page()).body).toMatchObject({ corrections: [{ id: 'c1', text: 'Man ir B kategorija' }] })
  expect((await post(fixture, profileAction, person.id, { form: 'correction', correctionId: 'c1' })).status).toBe(303)
  expect((await page()).body).toMatchObject({ corrections: [] })
  expect((await post(fixture, profileAction, person.id, { form: 'correction', correctionId: 'c1' })).status).toBe(404)
})
