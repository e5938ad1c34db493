// The coordinator's pages of the search: synonyms and what they would change, searches that found nothing, vacancies an engine rejected.
import { describe, expect, test } from 'vitest'
import type { SynonymText } from '#app/domain/search/synonym.ts'
import { loader as homePage } from '#app/routes/coordinator/home.tsx'
import { action as newAction, loader as newPage } from '#app/routes/coordinator/new-synonym.tsx'
import { action as refusedAction, loader as refusedPage } from '#app/routes/coordinator/refused.tsx'
import { loader as searchesPage } from '#app/routes/coordinator/searches.tsx'
import { action as synonymAction, loader as synonymPage } from '#app/routes/coordinator/synonym.tsx'
import { loader as synonymsPage } from '#app/routes/coordinator/synonyms.tsx'
import { lastChange } from '#db/change-feed/changes.ts'
import { addSearches } from '#db/search/log.ts'
import { recordRejected } from '#db/search/rejected.ts'
import { listSynonyms } from '#db/search/synonyms.ts'
import { IndexDown, type SynonymChange, type SynonymPreview, type VacancyIndex } from '#search/index/port.ts'
import { answerOf, asked, cookieOf, NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { listChanges } from '#tests/support/store/feed.ts'
import { aMember, anEmployer, aVacancyRow } from '#tests/support/rows.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'

type Form = Record<string, string>
const DRIVER: Form = { from: 'šoferis', to: 'autovadītājs', meaning: 'two_way', note: '', version: '0', intent: 'save' }

async function coordinatorFixture(more: Parameters<typeof testApp>[0] = {}) {
  const app = await testApp(more)
  const { membershipId, account } = await aMember(app.store, { role: 'coordinator' })
  const cookie = await cookieOf(app, { membershipId })
  return {
    app,
    account,
    page: (loader: (args: ReturnType<typeof asked>) => Promise<unknown>, path = '/', params = {}) =>
      answerOf(loader(asked(app, path, { cookie, params }))),
    add: (form: Form = {}) => answerOf(newAction(asked(app, '/', { cookie, form: { ...DRIVER, ...form } }))),
    change: (id: string, form: Form) => answerOf(synonymAction(asked(app, '/', { cookie, params: { id }, form }))),
    again: (form: Form) => answerOf(refusedAction(asked(app, '/', { cookie, form }))),
  }
}

type CoordinatorFixture = Awaited<ReturnType<typeof coordinatorFixture>>

async function added(fixture: CoordinatorFixture, form: Form = {}): Promise<string> {
  return (await fixture.add(form)).location?.split('/').at(-1) ?? ''
}

const rulesOf = async (app: TestApp): Promise<SynonymText[]> =>
  (await listSynonyms(app.store)).map(({ from, to, twoWay }) => ({ from, to, twoWay }))

describe('a synonym', () => {
  test('is added as it was written, with who did it, and followers hear of it', async () => {
    const fixture = await coordinatorFixture()
    const before = await lastChange(fixture.app.store)

    const id = await added(fixture, { from: 'šoferis\r\nŠoferis, kravas  auto vadītājs', note: 'Tā runā' })

    expect(await rulesOf(fixture.app)).toEqual([{ from: ['šoferis', 'kravas auto vadītājs'], to: ['autovadītājs'], twoWay: true }])
    expect((await fixture.page(synonymPage, '/', { id })).body).toMatchObject({
      rule: { note: 'Tā runā', updatedByName: fixture.account.name, updatedAt: NOW, retiredAt: null, version: 1 },
    })
    expect(await listChanges(fixture.app.store, before)).toMatchObject([{ subject: 'search_synonym', subjectId: id }])
  })

  test.each([
    ['without words', { from: ' \n', to: '' }, { from: 'synonymNone', to: 'synonymNone' }],
    ['with too long a phrase', { from: 'viens divi trīs četri pieci' }, { from: /^synonymTooManyWords\?phrase=viens.*&most=4$/ }],
    ['with a word as long as a sentence', { to: 'a'.repeat(61) }, { to: /^synonymTooLong\?phrase=a.*&most=60$/ }],
    ['with too many phrases', { to: Array.from({ length: 21 }, (_, nth) => `v${String(nth)}`).join('\n') }, { to: /^synonymTooMany\?/ }],
    ['of signs alone', { from: '!?' }, { from: /^synonymNoLetters\?/ }],
    ['that means itself', { from: 'Autovaditajs' }, { to: 'synonymSame?phrase=Autovaditajs' }],
    ['without a direction', { meaning: '' }, { meaning: 'choose' }],
  ] satisfies [string, Form, Record<string, string | RegExp>][])(
    '%s is refused with the reason beside the field, and keeps what was typed',
    async (_which, form: Form, problems: Record<string, string | RegExp>) => {
      const fixture = await coordinatorFixture()
      const entered: Form = { ...DRIVER, ...form, note: 'Mana piezīme' }

      for (const intent of ['save', 'preview']) {
        const answer = await fixture.add({ ...entered, intent })
        expect(answer).toMatchObject({ status: 422, body: { entered: { note: 'Mana piezīme', from: entered['from'] } } })
        const told = (answer.body as { problems: Form }).problems
        expect(Object.keys(told)).toEqual(Object.keys(problems))
        for (const [field, problem] of Object.entries(problems)) expect(told[field]).toMatch(problem)
      }
      expect(await rulesOf(fixture.app)).toEqual([])
    },
  )

  test('that is there already, or closes a circle, is refused with the words that make it', async () => {
    const fixture = await coordinatorFixture()
    const oneWay = { meaning: 'one_way' }
    await added(fixture, { ...oneWay, from: 'fūrists', to: 'tālbraucējs' })
    await added(fixture, { ...oneWay, from: 'tālbraucējs', to: 'autovadītājs' })
    await added(fixture)
    const before = await lastChange(fixture.app.store)

    expect((await fixture.add({ from: 'autovadītājs', to: 'šoferis' })).body).toMatchObject({
      problems: { from: 'synonymRepeated?phrase=autovad%C4%ABt%C4%81js' },
    })
    const circle = encodeURIComponent('Autovadītājs → fūrists → tālbraucējs → Autovadītājs').replaceAll('%20', '+')
    expect((await fixture.add({ ...oneWay, from: 'Autovadītājs', to: 'fūrists' })).body).toMatchObject({
      problems: { to: `synonymLoop?circle=${circle}` },
    })
    expect((await fixture.add({ ...oneWay, from: 'autovadītājs', to: 'šoferis' })).body).toMatchObject({
      problems: { to: expect.stringMatching(/^synonymOpposed\?/) as string },
    })
    expect(await rulesOf(fixture.app)).toHaveLength(3)
    expect(await lastChange(fixture.app.store)).toBe(before)
  })

  test('may be mended without standing in its own way', async () => {
    const fixture = await coordinatorFixture()
    const id = await added(fixture)
    const saved = await fixture.change(id, { ...DRIVER, form: 'edit', note: 'Skaidrāk', version: '1' })
    expect(saved.status).toBe(303)
    expect((await fixture.page(synonymPage, '/', { id })).body).toMatchObject({ rule: { note: 'Skaidrāk', version: 2 } })
  })

  test('edited by two at once: the second is told and loses nothing', async () => {
    const fixture = await coordinatorFixture()
    const id = await added(fixture)
    await fixture.change(id, { ...DRIVER, form: 'edit', to: 'stūrmanis', version: '1' })

    const second = await fixture.change(id, { ...DRIVER, form: 'edit', to: 'vadītājs', version: '1' })

    expect(second).toMatchObject({ status: 422, body: { problems: { form: 'stale' }, entered: { to: 'vadītājs' } } })
    expect(await rulesOf(fixture.app)).toMatchObject([{ to: ['stūrmanis'] }])
  })

  test('that is removed is no longer searched with, stands in its own list, and comes back only where it still fits', async () => {
    const fixture = await coordinatorFixture()
    const id = await added(fixture)
    await fixture.change(id, { form: 'retire', retired: 'yes', version: '1' })
    expect(await rulesOf(fixture.app)).toEqual([])
    expect((await fixture.page(synonymsPage, '/?retired=yes&words=SOFER')).body).toMatchObject({ rows: [{ id }], total: 1 })
    expect((await fixture.page(synonymsPage)).body).toMatchObject({ rows: [] })

    const again = await added(fixture)
    expect((await fixture.change(id, { form: 'retire', retired: 'no', version: '2' })).body).toMatchObject({
      problems: { form: expect.stringMatching(/^synonymRepeated\?/) as string },
    })
    await fixture.change(again, { form: 'retire', retired: 'yes', version: '1' })
    expect((await fixture.change(id, { form: 'retire', retired: 'no', version: '2' })).status).toBe(303)
    expect(await rulesOf(fixture.app)).toHaveLength(1)
  })

  test('that is not there is not found', async () => {
    const fixture = await coordinatorFixture()
    expect((await fixture.page(synonymPage, '/', { id: 'nowhere' })).status).toBe(404)
    expect((await fixture.change('nowhere', DRIVER)).status).toBe(404)
  })
})

describe('before a synonym is saved', () => {
  async function withIndex(answer: (change: SynonymChange, phrases: string[], most: number) => Promise<SynonymPreview[]>) {
    const heard: [SynonymChange, string[], number][] = []
    const { index } = await testApp()
    const previewing: VacancyIndex = {
      ...index,
      previewSynonyms: (...asked) => {
        heard.push(asked)
        return answer(...asked)
      },
    }
    return { heard, fixture: await coordinatorFixture({ index: previewing }) }
  }

  test('its preview tells for each phrase what is found now and what would be, and changes nothing', async () => {
    let ids: string[] = []
    const { heard, fixture } = await withIndex((_change, phrases) =>
      Promise.resolve(phrases.map((phrase, nth) => ({ phrase, before: nth, after: nth + 3, newIds: nth === 0 ? ids : [] }))),
    )
    const employer = await anEmployer(fixture.app.store, { name: 'Izdomātais' })
    const rows = [
      await aVacancyRow(fixture.app.store, { employerId: employer.id, title: 'Autovadītājs' }),
      await aVacancyRow(fixture.app.store, { employerId: employer.id, title: 'Slēgtā', visibility: 'closed' }),
      await aVacancyRow(fixture.app.store, { employerId: employer.id, title: 'Beigusies', expiresAt: NOW }),
    ]
    ids = rows.map(({ id }) => id)
    const before = await lastChange(fixture.app.store)

    const answer = await fixture.add({ intent: 'preview', note: 'Mana' })

    expect(answer).toMatchObject({
      status: 200,
      body: {
        preview: [
          {
            phrase: 'šoferis',
            before: 0,
            after: 3,
            added: [
              { title: 'Autovadītājs', employer: 'Izdomātais' },
              { title: 'Slēgtā', employer: 'Izdomātais' },
            ],
          },
          { phrase: 'autovadītājs', before: 1, after: 4, added: [] },
        ],
        entered: { from: 'šoferis', note: 'Mana' },
      },
    })
    const rule = { id: 'preview', from: ['šoferis'], to: ['autovadītājs'], twoWay: true }
    expect(heard).toEqual([[{ without: null, rule }, ['šoferis', 'autovadītājs'], 5]])
    expect(await rulesOf(fixture.app)).toEqual([])
    expect(await lastChange(fixture.app.store)).toBe(before)
  })

  test('the preview of a change asks without the rule as it is, and also for the phrases that it loses', async () => {
    const { heard, fixture } = await withIndex((_change, phrases) =>
      Promise.resolve(phrases.map((phrase) => ({ phrase, before: 2, after: 1, newIds: [] }))),
    )
    const id = await added(fixture)
    await fixture.change(id, { ...DRIVER, form: 'edit', from: 'stūrmanis', intent: 'preview', version: '1' })
    expect(heard).toEqual([
      [{ without: id, rule: { id, from: ['stūrmanis'], to: ['autovadītājs'], twoWay: true } }, ['stūrmanis', 'autovadītājs', 'šoferis'], 5],
    ])
    expect(await rulesOf(fixture.app)).toMatchObject([{ from: ['šoferis'] }])
  })

  test('when the index does not answer that is said, and what was typed stays', async () => {
    const { fixture } = await withIndex(() => Promise.reject(new IndexDown('away')))
    expect(await fixture.add({ intent: 'preview' })).toMatchObject({
      status: 503,
      body: { problems: { form: 'previewDown' }, entered: { from: 'šoferis' } },
    })
  })
})

describe('from a search in vain to one that finds', () => {
  test('what the preview promises is what people find once the synonym is saved, and no more once it is removed', async () => {
    const fixture = await coordinatorFixture()
    const { store, index } = fixture.app
    const employer = await anEmployer(store)
    const cook = await aVacancyRow(store, { employerId: employer.id, title: 'Pavārs Kuldīgā', occupation: '5120' })
    await aVacancyRow(store, { employerId: employer.id, title: 'Metinātājs', occupation: '7212' })
    await index.catchUp()
    const foundFor = async (words: string) => {
      await index.catchUp()
      return (await index.search({ ...EVERYTHING, words })).ids
    }
    const rule = { from: 'ķēķapuika', to: 'pavārs', meaning: 'one_way' }
    expect(await foundFor('ķēķapuika')).toEqual([])

    expect((await fixture.add({ ...rule, intent: 'preview' })).body).toMatchObject({
      preview: [
        { phrase: 'ķēķapuika', before: 0, after: 1, added: [{ id: cook.id, title: 'Pavārs Kuldīgā' }] },
        { phrase: 'pavārs', before: 1, after: 1, added: [] },
      ],
    })
    expect(await foundFor('ķēķapuika')).toEqual([])
    const id = await added(fixture, rule)

    expect(await foundFor('kekapuika')).toEqual([cook.id])
    await fixture.change(id, { form: 'retire', retired: 'yes', version: '1' })
    expect(await foundFor('ķēķapuika')).toEqual([])
  })
})

describe('what was searched in vain', () => {
  test('is shown for thirty or ninety days, and leads to a synonym for it', async () => {
    const fixture = await coordinatorFixture()
    const search = { query: 'grūzčiks', engine: 'embedded', outcome: 'nothing', tookMs: 1 } as const
    await addSearches(fixture.app.store, [{ ...search, times: 6 }], NOW - 40 * 86_400_000)
    await addSearches(fixture.app.store, [{ ...search, query: 'rets', times: 4 }], NOW)

    const none = { rows: [], anyRarer: false }
    expect((await fixture.page(searchesPage)).body).toMatchObject({ days: 30, nothing: { rows: [], anyRarer: true }, relaxed: none })
    expect((await fixture.page(searchesPage, '/?days=90')).body).toMatchObject({
      days: 90,
      nothing: { rows: [{ query: 'grūzčiks', times: 5 }] },
    })
    expect((await fixture.page(searchesPage, '/?days=4000')).body).toMatchObject({ days: 30 })
    expect((await fixture.page(newPage, `/?from=${encodeURIComponent('grūzčiks')}`)).body).toEqual({ from: 'grūzčiks' })
  })
})

describe('a vacancy that an engine refused', () => {
  const refusal = { engine: 'meilisearch', vacancyId: 'v1', reason: 'invalid_document_fields', nextAt: null } as const

  test('waits for a decision on the coordinator’s home until somebody asks to try again', async () => {
    const fixture = await coordinatorFixture()
    expect((await fixture.page(homePage)).body).toMatchObject({ refused: 0 })
    await recordRejected(fixture.app.store, refusal, NOW)
    expect((await fixture.page(homePage)).body).toMatchObject({ refused: 1 })
    expect((await fixture.page(refusedPage)).body).toMatchObject({
      rows: [{ vacancyId: 'v1', reason: 'invalid_document_fields', waits: false }],
    })

    expect(await fixture.again({ engine: 'meilisearch', vacancyId: 'v1' })).toMatchObject({ status: 200, body: { asked: 'v1' } })

    expect((await fixture.page(homePage)).body).toMatchObject({ refused: 0 })
    expect((await fixture.page(refusedPage)).body).toMatchObject({ rows: [{ vacancyId: 'v1', waits: true }] })
  })

  test('of another engine, or that went in meanwhile, cannot be asked for', async () => {
    const fixture = await coordinatorFixture()
    await recordRejected(fixture.app.store, refusal, NOW)
    expect((await fixture.again({ engine: 'embedded', vacancyId: 'v1' })).body).toMatchObject({ problems: { form: 'notAllowedNow' } })
    expect((await fixture.again({ engine: 'elastic', vacancyId: 'v1' })).body).toMatchObject({ problems: { engine: 'choose' } })
  })
})
