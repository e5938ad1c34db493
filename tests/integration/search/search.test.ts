// A visitor searches: what is found, what is never shown, and what is said when something is not right.
import { describe, expect, test } from 'vitest'
import { stancesOf } from '#app/domain/vacancies/acceptance.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { employer, vacancy } from '#db/schema/index.ts'
import { IndexDown } from '#search/index/port.ts'
import { cookieOf, NOW, testApp } from '#tests/support/app.ts'
import { aMember, anEmployer, anOrganisation, aVacancyRow } from '#tests/support/rows.ts'
import { searched, titlesFor } from '#tests/support/search/pages.ts'

const DAY = 86_400_000
const KULDIGA = { municipality: 'kuldiga', place: 'Kuldīga', lat: 56.97, lon: 21.97 }

describe('words', () => {
  test('somebody who types without marks and in another case finds the seamstress job', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Šuvēja', occupation: '7533', place: 'Liepāja' })
    await aVacancyRow(app.store, { title: 'Galdnieks', occupation: '7522', ...KULDIGA })
    expect(await titlesFor(app, '/vacancies?q=suvejam+liepaja')).toEqual(['Šuvēja'])
  })

  test('a Russian speaker finds a Latvian vacancy by its occupation', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Palīgs būvē', occupation: '7112' })
    expect(await titlesFor(app, '/vacancies?q=каменщиком')).toEqual(['Palīgs būvē'])
  })

  test('a word not yet finished is found', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Elektriķis', occupation: '7411' })
    expect(await titlesFor(app, '/vacancies?q=elekt')).toEqual(['Elektriķis'])
  })

  test('a typing error is corrected, and the page says so', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Metinātājs', occupation: '7212' })
    const { page } = await searched(app, '/vacancies?q=metnatajs')
    expect(page.answer).toMatchObject({ total: 1, relaxed: 'typos' })
  })

  test('when no vacancy has all the words, those with some are shown, and the page says so', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Metinātājs', occupation: '7212' })
    const { page } = await searched(app, '/vacancies?q=metinātājs+helikopterā')
    expect(page.answer).toMatchObject({ total: 1, relaxed: 'some_words' })
  })

  test('a word in the title counts for more than one in the text', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Pārdevējs', occupation: '5223', description: 'Veikalā ir arī pavārs.' })
    await aVacancyRow(app.store, { title: 'Pavārs', occupation: '5120', publishedAt: NOW - 9 * DAY })
    expect(await titlesFor(app, '/vacancies?q=pavārs')).toEqual(['Pavārs', 'Pārdevējs'])
  })
})

describe('what is never shown', () => {
  test('a vacancy that expired, was closed, is a draft, is for specialists only, or whose employer is not verified', async () => {
    const app = await testApp()
    const pending = await anEmployer(app.store, { state: 'pending', decidedAt: null })
    await aVacancyRow(app.store, { title: 'Atvērta' })
    await aVacancyRow(app.store, { title: 'Beigusies', expiresAt: NOW })
    await aVacancyRow(app.store, { title: 'Noslēgta', state: 'closed' })
    await aVacancyRow(app.store, { title: 'Melnraksts', state: 'draft' })
    await aVacancyRow(app.store, { title: 'Slēgtā', visibility: 'closed' })
    await aVacancyRow(app.store, { title: 'Nepārbaudīta', employerId: pending.id })
    expect(await titlesFor(app, '/vacancies')).toEqual(['Atvērta'])
  })

  test('a vacancy that expires between two searches', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { expiresAt: NOW + DAY })
    expect(await titlesFor(app, '/vacancies')).toHaveLength(1)
    app.clock.now = NOW + DAY
    expect(await titlesFor(app, '/vacancies')).toEqual([])
  })

  test('a vacancy that the index still holds although it is closed', async () => {
    const app = await testApp()
    await aVacancyRow(app.store)
    await titlesFor(app, '/vacancies')
    await app.store.write((tx) => tx.update(vacancy).set({ state: 'closed' }))
    expect(await titlesFor(app, '/vacancies')).toEqual([])
  })
})

describe('the change feed', () => {
  test('a vacancy published after the start is found at once, and gone at once when it closes', async () => {
    const app = await testApp()
    await titlesFor(app, '/vacancies')
    const row = await aVacancyRow(app.store, { title: 'Jauna vakance' })
    expect(await titlesFor(app, '/vacancies?q=jauna')).toEqual(['Jauna vakance'])
    await app.store.write(async (tx) => {
      await tx.update(vacancy).set({ state: 'filled' })
      await recordChange(tx, 'vacancy', row.id)
    })
    expect((await searched(app, '/vacancies?q=jauna')).page.answer?.total).toBe(0)
  })

  test('an employer that is verified after the start brings its vacancies, by its name', async () => {
    const app = await testApp()
    const pending = await anEmployer(app.store, { name: 'SIA "Izdomātais Dzilnis"', state: 'pending', decidedAt: null })
    await aVacancyRow(app.store, { title: 'Krāvējs', employerId: pending.id })
    expect(await titlesFor(app, '/vacancies?q=dzilnis')).toEqual([])
    await app.store.write(async (tx) => {
      await tx.update(employer).set({ state: 'verified', decidedAt: NOW })
      await recordChange(tx, 'employer', pending.id)
    })
    expect(await titlesFor(app, '/vacancies?q=dzilnis')).toEqual(['Krāvējs'])
  })
})

test('a caseworker finds closed vacancies too', async () => {
  const app = await testApp()
  const { membershipId } = await aMember(app.store, { role: 'caseworker', organisationId: (await anOrganisation(app.store)).id })
  await aVacancyRow(app.store, { title: 'Slēgtā', visibility: 'closed' })
  expect(await titlesFor(app, '/vacancies', await cookieOf(app, { membershipId }))).toEqual(['Slēgtā'])
})

test('an unknown place is said beside the field, and the rest of the question is kept', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { title: 'Krāvējs' })
  const { page } = await searched(app, '/vacancies?q=kravejs&near=Nekuriene')
  expect(page).toMatchObject({ unknownPlace: true, search: { near: 'Nekuriene', q: 'kravejs' }, answer: { total: 1 } })
})

test('an empty answer says what to loosen, with the number that each would bring', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { title: 'Krāvējs', supportOffered: ['transport'] })
  const { page } = await searched(app, '/vacancies?q=kravejs&support=transport&support=dormitory')
  expect(page.answer).toMatchObject({ total: 0, looser: [{ total: 1, dropped: [{ field: 'support', value: 'dormitory' }] }] })
})

test('when leaving out one thing does not help, several are left out at once', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { title: 'Krāvējs' })
  const { page } = await searched(app, '/vacancies?q=kravejs&support=meals&support=dormitory')
  expect(page.answer).toMatchObject({ total: 0, looser: [{ total: 1, search: { q: 'kravejs', support: [] } }] })
})

test('an imported vacancy is found although nobody has asked its employer', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, {
    title: 'Krāvējs',
    source: 'nva',
    sourceId: '9000001',
    sourceEmployer: 'Izdomāta noliktava',
    stances: stancesOf('not_asked'),
  })
  const { page } = await searched(app, '/vacancies?q=noliktava')
  expect(page.answer?.lines).toMatchObject([{ title: 'Krāvējs', employer: 'Izdomāta noliktava', acceptance: { kind: 'not_asked' } }])
})

test('page two is an address, and a page past the last leads to the last', async () => {
  const app = await testApp()
  for (let at = 0; at < 3; at += 1) await aVacancyRow(app.store, { title: `Krāvējs ${at}` })
  expect(await titlesFor(app, '/vacancies?pageSize=2&page=2')).toHaveLength(1)
  expect(await searched(app, '/vacancies?pageSize=2&page=9')).toMatchObject({ status: 302, location: '/vacancies?page=2&pageSize=2' })
})

test('when the index is down the page says so with a 503, never with an empty list', async () => {
  const app = await testApp()
  app.index.search = () => Promise.reject(new IndexDown())
  const { status, page } = await searched(app, '/vacancies')
  expect(status).toBe(503)
  expect(page.answer).toBeNull()
})

test('when the store fails the index is down, and answers again when the store does', async () => {
  const app = await testApp()
  await aVacancyRow(app.store)
  const { read } = app.store
  app.store.read = () => Promise.reject(new Error('the disk is gone'))
  await expect(app.index.ping()).rejects.toThrow(IndexDown)
  app.store.read = read
  expect(await titlesFor(app, '/vacancies')).toHaveLength(1)
})
