// What a person may ask a search for: contract, pay, language, age, where they are, and what employers accept.
import { describe, expect, test } from 'vitest'
import { stancesOf, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { listVacancyTexts } from '#db/vacancies/vacancies.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { searched, titlesFor } from '#tests/support/search/pages.ts'
import { accessFixture } from '#tests/support/access-fixture.ts'

const DAY = 86_400_000
const KULDIGA = { municipality: 'kuldiga', place: 'Kuldīga', lat: 56.97, lon: 21.97 }
const latvian = (level: 'A2' | 'B2', strength: 'must' | 'nice') => ({ ...NO_REQUIREMENTS, latvian: { level, strength } })

describe('a visitor asks for', () => {
  test('a contract: any of the chosen ones', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Uz laiku', contract: 'fixed_term' })
    await aVacancyRow(app.store, { title: 'Sezonā', contract: 'seasonal' })
    await aVacancyRow(app.store, { title: 'Vienmēr', contract: 'permanent' })
    const { page } = await searched(app, '/vacancies?contract=fixed_term&contract=seasonal')
    expect(page.answer?.lines.map(({ title }) => title).toSorted()).toEqual(['Sezonā', 'Uz laiku'])
    expect(page.answer?.facets.contract).toEqual({ permanent: 1, fixed_term: 1, seasonal: 1 })
  })

  test('pay of at least so many euros a month', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Labi', payToCents: 150_000 })
    await aVacancyRow(app.store, { title: 'Mazāk', payToCents: 149_999 })
    expect(await titlesFor(app, '/vacancies?payFrom=1500')).toEqual(['Labi'])
  })

  test('a level of Latvian that is enough: what is only nice to have stops nobody', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Bez prasības', publishedAt: NOW - DAY })
    await aVacancyRow(app.store, { title: 'Vēlams B2', requirements: latvian('B2', 'nice'), publishedAt: NOW - 2 * DAY })
    await aVacancyRow(app.store, { title: 'Vajag A2', requirements: latvian('A2', 'must'), publishedAt: NOW - 3 * DAY })
    await aVacancyRow(app.store, { title: 'Vajag B2', requirements: latvian('B2', 'must'), publishedAt: NOW - 4 * DAY })
    expect(await titlesFor(app, '/vacancies?latvian=A2')).toEqual(['Bez prasības', 'Vēlams B2', 'Vajag A2'])
    expect(await titlesFor(app, '/vacancies?latvian=A1')).toEqual(['Bez prasības', 'Vēlams B2'])
  })

  test('what was published in the last days', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Jauna', publishedAt: NOW - 3 * DAY })
    await aVacancyRow(app.store, { title: 'Vecāka', publishedAt: NOW - 3 * DAY - 1 })
    expect(await titlesFor(app, '/vacancies?since=3')).toEqual(['Jauna'])
  })

  test('what is near them, with distances', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { id: 'near', title: 'Tuvu' })
    await aVacancyRow(app.store, { title: 'Tālu', ...KULDIGA })
    const { page } = await searched(app, '/vacancies?lat=56.5&lon=21&sort=distance')
    expect(page.around).toEqual({ name: null, radiusKm: 25 })
    expect(page.answer?.lines.map(({ title }) => title)).toEqual(['Tuvu'])
    expect(page.answer?.distanceKm.near).toBeLessThan(5)
    expect(await titlesFor(app, '/vacancies?lat=56.5&lon=21&radiusKm=100&sort=distance')).toEqual(['Tuvu', 'Tālu'])
  })

  test('a place, which counts for more than where they are', async () => {
    const app = await testApp()
    await aVacancyRow(app.store, { title: 'Tuvu' })
    await aVacancyRow(app.store, { title: 'Tālu', ...KULDIGA })
    expect(await titlesFor(app, '/vacancies?lat=56.5&lon=21&near=Kuldīga')).toEqual(['Tālu'])
  })

  test('a place with a typing error in its name, and is asked whether another was meant', async () => {
    const app = await testApp()
    await aVacancyRow(app.store)
    const { page } = await searched(app, '/vacancies?near=Lipaja')
    expect(page).toMatchObject({ unknownPlace: true, placesMeant: expect.arrayContaining(['Liepāja']) as string[] })
    expect((await searched(app, '/vacancies?near=Liepāja')).page.placesMeant).toEqual([])
  })
})

describe('what employers accept', () => {
  const stances: StanceRow[] = stancesOf('case_by_case').map((row) => (row.family === 'property' ? { ...row, stance: 'accept' } : row))

  async function twoVacancies() {
    const app = await testApp()
    const fixture = await accessFixture(app)
    await aVacancyRow(app.store, { title: 'Krāvējs noliktavā', stances })
    await aVacancyRow(app.store, { title: 'Krāvējs ostā' })
    return { app, cookies: fixture.cookies }
  }

  test.each(['caseworker', 'an NGO caseworker'] as const)('is a filter with counts for the %s', async (who) => {
    const { app, cookies } = await twoVacancies()
    const { page } = await searched(app, '/casework/vacancies?q=krāvējs&accepts=property', cookies[who])
    expect(page.answer?.lines.map(({ title }) => title)).toEqual(['Krāvējs noliktavā'])
    expect(page.answer?.facets.accepts).toEqual({ property: 1 })
  })

  test.each(['visitor', 'employer', 'candidate'] as const)('is neither a filter nor a count for the %s', async (who) => {
    const { app, cookies } = await twoVacancies()
    const { page } = await searched(app, '/vacancies?q=krāvējs&accepts=property', cookies[who])
    expect(page.answer?.total).toBe(2)
    expect(page.search.accepts).toEqual([])
    expect(page.answer?.facets.accepts).toBeNull()
  })
})

test('texts are read of those vacancies alone that somebody may see', async () => {
  const app = await testApp()
  const { members, office } = await accessFixture(app)
  const { employerId } = await aVacancyRow(app.store, { id: 'open', description: 'Atvērta.' })
  await aVacancyRow(app.store, { id: 'closed', description: 'Slēgta.', visibility: 'closed', employerId })
  await aVacancyRow(app.store, { id: 'over', description: 'Beigusies.', expiresAt: NOW })
  await aVacancyRow(app.store, { id: 'draft', description: 'Melnraksts.', state: 'draft' })
  await aVacancyRow(app.store, { id: 'unasked', description: 'Cita.' })
  const read = async (actor: Parameters<typeof listVacancyTexts>[1]) =>
    [...(await listVacancyTexts(app.store, actor, ['open', 'closed', 'over', 'draft', 'missing'], NOW))].toSorted()
  const { membershipId } = members.caseworker
  const caseworker = { kind: 'caseworker', membershipId, accountId: '', organisationId: office.id, publicAuthority: true } as const
  const owner = { kind: 'employer', membershipId: '', accountId: '', employerId: employerId ?? '', verification: 'verified' } as const
  const both = [
    ['closed', 'Slēgta.'],
    ['open', 'Atvērta.'],
  ]
  expect(await read({ kind: 'visitor' })).toEqual([['open', 'Atvērta.']])
  expect(await read({ ...owner, employerId: 'another' })).toEqual([['open', 'Atvērta.']])
  expect(await read(owner)).toEqual(both)
  expect(await read(caseworker)).toEqual(both)
  expect([...(await listVacancyTexts(app.store, caseworker, [], NOW))]).toEqual([])
})
