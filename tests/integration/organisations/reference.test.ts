// Legal restrictions, places of custody and the numbers of the region, as a coordinator keeps and reads them.
import { describe, expect, test } from 'vitest'
import { listRestrictions } from '#db/matching/legal-restrictions.ts'
import { seedReference } from '#db/seed/reference.ts'
import { action as newRule } from '#app/routes/coordinator/new-restriction.tsx'
import { action as ruleAction, loader as rulePage } from '#app/routes/coordinator/restriction.tsx'
import { loader as rulesPage } from '#app/routes/coordinator/restrictions.tsx'
import { loader as custodyPage } from '#app/routes/coordinator/custody.tsx'
import { action as newPlace } from '#app/routes/coordinator/new-custody-place.tsx'
import { action as placeAction } from '#app/routes/coordinator/custody-place.tsx'
import { loader as homePage } from '#app/routes/coordinator/home.tsx'
import { lastChange } from '#db/change-feed/changes.ts'
import { answerOf, asked, cookieOf, NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aVacancyRow } from '#tests/support/rows.ts'

const GUARDS = {
  article: 'Izdomāts likums, 15. pants',
  occupation: '541',
  context: '',
  family: '',
  effect: 'check',
  note: '',
  source: '',
  version: '0',
}
const PLACE = { name: 'Izdomātais cietums', municipality: 'saldus', regime: 'open', openFrom: '', closedOn: '', note: '', version: '0' }

async function withCoordinator() {
  const app = await testApp()
  const { membershipId, account } = await aMember(app.store, { role: 'coordinator' })
  return { app, account, cookie: await cookieOf(app, { membershipId }) }
}

async function aRule(app: TestApp, cookie: string): Promise<string> {
  const made = await answerOf(newRule(asked(app, '/', { cookie, form: GUARDS })))
  return made.location?.split('/').at(-1) ?? ''
}

function changeRule(app: TestApp, cookie: string, id: string, form: Record<string, string>) {
  return answerOf(ruleAction(asked(app, '/', { params: { id }, cookie, form })))
}

describe('a legal restriction', () => {
  test('without its article, or about nothing, is refused beside the field and keeps what was typed', async () => {
    const { app, cookie } = await withCoordinator()
    const add = (form: Record<string, string>) => answerOf(newRule(asked(app, '/', { cookie, form: { ...GUARDS, ...form } })))

    const entered = { note: 'Mana piezīme' }
    expect(await add({ article: ' ', ...entered })).toMatchObject({
      status: 422,
      body: { problems: { article: 'articleMissing' }, entered },
    })
    expect((await add({ occupation: '' })).body).toMatchObject({ problems: { occupation: 'oneSubject' } })
    expect((await add({ context: 'weapons' })).body).toMatchObject({ problems: { occupation: 'oneSubject' } })
    expect((await add({ occupation: 'abc' })).body).toMatchObject({ problems: { occupation: 'notIsco' } })
    expect(await listRestrictions(app.store)).toEqual([])
  })

  test('tells in how many open vacancies it is used, by occupation group and by condition', async () => {
    const { app, cookie } = await withCoordinator()
    const employer = await anEmployer(app.store)
    await aVacancyRow(app.store, { employerId: employer.id, occupation: '5414' })
    await aVacancyRow(app.store, { employerId: employer.id, occupation: '5414', contexts: ['weapons', 'alone'] })
    await aVacancyRow(app.store, { employerId: employer.id, occupation: '5414', expiresAt: NOW })
    await aVacancyRow(app.store, { employerId: employer.id, occupation: '9313' })
    await aRule(app, cookie)
    await answerOf(newRule(asked(app, '/', { cookie, form: { ...GUARDS, article: 'B', occupation: '', context: 'weapons' } })))

    const page = await answerOf(rulesPage(asked(app, '/', { cookie })))

    expect(page.body).toMatchObject({
      rules: [
        { article: 'B', usedIn: 1 },
        { occupation: '541', usedIn: 2 },
      ],
    })
  })

  test('is verified only with a source, and then carries the day and who did it', async () => {
    const { app, cookie, account } = await withCoordinator()
    const id = await aRule(app, cookie)

    const bare = await changeRule(app, cookie, id, { form: 'verify', source: '', version: '1' })
    expect(bare).toMatchObject({ status: 422, body: { problems: { source: 'sourceMissing' } } })
    await changeRule(app, cookie, id, { form: 'verify', source: 'likumi.lv, 1', version: '1' })

    const page = await answerOf(rulePage(asked(app, '/', { params: { id }, cookie })))
    expect(page.body).toMatchObject({ rule: { verifiedOn: '2026-11-23', verifiedByName: account.name, source: 'likumi.lv, 1' } })
  })

  test('is unverified again when what it says is changed, but not when its note is mended', async () => {
    const { app, cookie } = await withCoordinator()
    const id = await aRule(app, cookie)
    const source = 'likumi.lv, 1'
    await changeRule(app, cookie, id, { form: 'verify', source, version: '1' })

    await changeRule(app, cookie, id, { ...GUARDS, form: 'edit', source, note: 'Skaidrāk', version: '2' })
    expect(await listRestrictions(app.store)).toMatchObject([{ note: 'Skaidrāk', verifiedOn: '2026-11-23' }])
    await changeRule(app, cookie, id, { ...GUARDS, form: 'edit', source, effect: 'hard_bar', version: '3' })
    expect(await listRestrictions(app.store)).toMatchObject([{ effect: 'hard_bar', verifiedOn: null }])
  })

  test('edited by two at once: the second is told and loses nothing', async () => {
    const { app, cookie } = await withCoordinator()
    const id = await aRule(app, cookie)
    await changeRule(app, cookie, id, { ...GUARDS, form: 'edit', note: 'Pirmais', version: '1' })

    const second = await changeRule(app, cookie, id, { ...GUARDS, form: 'edit', note: 'Otrais', version: '1' })

    expect(second).toMatchObject({ status: 422, body: { problems: { form: 'stale' }, entered: { note: 'Otrais' } } })
    expect(await listRestrictions(app.store)).toMatchObject([{ note: 'Pirmais' }])
  })

  test('that is removed is no longer matched with, stands in its own list, and can be brought back', async () => {
    const { app, cookie } = await withCoordinator()
    const id = await aRule(app, cookie)
    const before = await lastChange(app.store)

    await changeRule(app, cookie, id, { form: 'retire', retired: 'yes', version: '1' })

    expect(await listRestrictions(app.store)).toEqual([])
    expect(await lastChange(app.store)).toBe(before + 1)
    expect((await answerOf(rulesPage(asked(app, '/?retired=yes', { cookie })))).body).toMatchObject({ retired: true, rules: [{ id }] })
    await changeRule(app, cookie, id, { form: 'retire', retired: 'no', version: '2' })
    expect(await listRestrictions(app.store)).toHaveLength(1)
  })
})

describe('a place of custody', () => {
  test('cannot close before it opened, and the problem stands at the closing day', async () => {
    const { app, cookie } = await withCoordinator()
    const form = { ...PLACE, openFrom: '2026-02-03', closedOn: '01.02.2026' }

    const answer = await answerOf(newPlace(asked(app, '/', { cookie, form })))

    expect(answer).toMatchObject({ status: 422, body: { problems: { closedOn: 'dayOrder' }, entered: { openFrom: '2026-02-03' } } })
  })

  test('is added, closed later, and stands after those that are open', async () => {
    const { app, cookie } = await withCoordinator()
    await answerOf(newPlace(asked(app, '/', { cookie, form: PLACE })))
    await answerOf(newPlace(asked(app, '/', { cookie, form: { ...PLACE, name: 'Zvaigžņu cietums' } })))
    const listed = () => answerOf(custodyPage(asked(app, '/', { cookie })))
    const [first] = ((await listed()).body as { places: { id: string }[] }).places
    const close = { ...PLACE, closedOn: '2026-11-30', version: '1' }

    const saved = await answerOf(placeAction(asked(app, '/', { params: { id: first?.id ?? '' }, cookie, form: close })))

    expect(saved.status).toBe(303)
    expect((await listed()).body).toMatchObject({ places: [{ name: 'Zvaigžņu cietums' }, { name: PLACE.name, closedOn: '2026-11-30' }] })
  })

  test('with the same name and regime is not added twice', async () => {
    const { app, cookie } = await withCoordinator()
    await answerOf(newPlace(asked(app, '/', { cookie, form: PLACE })))

    const twice = await answerOf(newPlace(asked(app, '/', { cookie, form: PLACE })))
    expect(twice).toMatchObject({ status: 422, body: { problems: { name: 'takenName' } } })
  })
})

describe('what a new installation begins with', () => {
  test('only rules read in their source are marked as verified, and every other says that it is not', async () => {
    const { app } = await withCoordinator()
    await seedReference(app.store, NOW)
    await seedReference(app.store, NOW)

    const rules = await listRestrictions(app.store)
    expect(rules.filter((rule) => rule.verifiedOn !== null).map((rule) => rule.id)).toEqual(['teachers'])
    expect(rules.filter((rule) => rule.verifiedOn === null && !rule.note.includes('Nav pārbaudīts'))).toEqual([])
  })

  test('what a coordinator removed does not come back with the next start', async () => {
    const { app, cookie } = await withCoordinator()
    await seedReference(app.store, NOW)
    await changeRule(app, cookie, 'taxi', { form: 'retire', retired: 'yes', version: '1' })
    await seedReference(app.store, NOW)

    expect((await listRestrictions(app.store)).map((rule) => rule.id)).not.toContain('taxi')
  })

  test('the new prison in Liepāja is open and the old one is closed', async () => {
    const { app, cookie } = await withCoordinator()
    await seedReference(app.store, NOW)

    const { places } = (await answerOf(custodyPage(asked(app, '/', { cookie })))).body as {
      places: { id: string; closedOn: string | null }[]
    }
    expect(places.find(({ id }) => id === 'liepaja-closed')?.closedOn).toBeNull()
    expect(places.at(-1)).toMatchObject({ id: 'liepaja-old', closedOn: '2026-02-03' })
  })
})

describe('the coordinator’s home', () => {
  test('says who waits the longest and how many rules nobody has verified', async () => {
    const { app, cookie } = await withCoordinator()
    await anEmployer(app.store, { state: 'pending', decidedAt: null, name: 'Vēlākais', createdAt: NOW })
    await anEmployer(app.store, { state: 'pending', decidedAt: null, name: 'Agrākais', createdAt: NOW - 1 })
    await anOrganisation(app.store, { state: 'pending', decidedAt: null })
    await aRule(app, cookie)

    const home = await answerOf(homePage(asked(app, '/coordinator', { cookie })))

    expect(home.body).toMatchObject({
      employers: { total: 2, first: [{ name: 'Agrākais' }, { name: 'Vēlākais' }] },
      organisations: { total: 1 },
      counts: { unverifiedRules: 1 },
    })
  })

  test('never tells how many people there are when they are fewer than ten, and rounds the others', async () => {
    const { app, cookie } = await withCoordinator()
    const organisation = await anOrganisation(app.store)
    const { membershipId: caseworkerId } = await aMember(app.store, { role: 'caseworker', organisationId: organisation.id })
    const person = { organisationId: organisation.id, caseworkerId }
    const counts = async () => (await answerOf(homePage(asked(app, '/coordinator', { cookie })))).body

    for (let people = 0; people < 9; people += 1) await aCandidate(app.store, person)
    expect(await counts()).toMatchObject({ counts: { seeking: { few: true }, starts: { few: true } } })
    for (let people = 0; people < 4; people += 1) await aCandidate(app.store, person)
    expect(await counts()).toMatchObject({ counts: { seeking: { few: false, about: 15 } } })
  })

  test('counts a vacancy as open only when people can find it', async () => {
    const { app, cookie } = await withCoordinator()
    const waiting = await anEmployer(app.store, { state: 'pending', decidedAt: null })
    await aVacancyRow(app.store, { employerId: waiting.id })
    await aVacancyRow(app.store)
    await aVacancyRow(app.store, { source: 'nva', sourceId: '1', sourceEmployer: 'SIA "Izdomātais"' })
    await aVacancyRow(app.store, { expiresAt: NOW })

    expect((await answerOf(homePage(asked(app, '/coordinator', { cookie })))).body).toMatchObject({ counts: { openVacancies: 2 } })
  })
})
