// Meilisearch as the site uses it, on a double of its server: filled, kept true, asked; and what is answered where it cannot.
import { expect, test } from 'vitest'
import { recordChange } from '#db/change-feed/changes.ts'
import { meilisearchSite, SAME } from '#tests/support/search/meilisearch-site.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'

test('an empty server is filled, the settings first and alone, and answers from then on', async () => {
  const site = await meilisearchSite()
  const seamstress = await site.publish('Šuvēja')
  await site.publish('Metinātājs')
  await site.worker.workOff()
  expect(await site.differences()).toMatchObject(SAME)
  const made = site.control.tasks().map(({ type }) => type)
  expect(made.slice(0, 3)).toEqual(['indexCreation', 'settingsUpdate', 'documentAdditionOrUpdate'])
  expect(made.filter((type) => type === 'settingsUpdate')).toHaveLength(1)

  const hits = await site.search({ words: 'suvejam' })
  expect(hits).toMatchObject({ engine: 'meilisearch', degraded: [], ids: [seamstress], total: 1, relaxed: 'none' })
  expect(await site.index.state()).toMatchObject({ engine: 'meilisearch', usual: true, documents: 2 })
})

test('before it was ever filled the embedded index answers, and says so', async () => {
  const site = await meilisearchSite()
  const id = await site.publish('Šuvēja')
  expect(await site.search()).toMatchObject({ engine: 'embedded', degraded: ['engine_down'], ids: [id] })
  expect(await site.index.state()).toMatchObject({ engine: 'embedded', usual: false })
})

test('what is published, changed and closed later is brought, and until then the answer says that it is behind', async () => {
  const site = await meilisearchSite()
  const [first, second] = [await site.publish('Šuvēja'), await site.publish('Krāvējs')]
  await site.worker.workOff()
  await site.search()
  const current = site.clock.now
  const third = await site.publish('Maiznieks')
  await site.close(first)
  await site.rename(second, 'Iekrāvējs')
  const behind = await site.search()
  expect(behind).toMatchObject({ engine: 'meilisearch', degraded: ['behind'], total: 2 })
  expect(behind.asOf).toBe(current)
  await site.worker.workOff()
  expect(site.inIndex()).toEqual([second, third].sort())
  expect(await site.differences()).toMatchObject(SAME)
  expect(await site.search()).toMatchObject({ degraded: [], total: 2 })
})

test('changes that no vacancy index holds leave the worker and the answers alone', async () => {
  const site = await meilisearchSite()
  await site.publish('Šuvēja')
  await site.worker.workOff()
  await site.store.write((tx) => recordChange(tx, 'candidate', 'somebody'))
  expect(await site.search()).toMatchObject({ engine: 'meilisearch', degraded: [] })
})

test('the page, the order, the counts and the distances are those of the embedded index', async () => {
  const site = await meilisearchSite()
  const hour = 3_600_000
  for (const [at, title] of ['Šuvēja', 'Šuvēja mājās', 'Drēbnieks', 'Pavārs', 'Šuvēja salonā'].entries()) {
    await site.publish(title, {
      publishedAt: site.clock.now - at * hour,
      municipality: at % 2 === 0 ? 'liepaja' : 'kuldiga',
      lat: 56.5 + at / 100,
      shifts: at % 2 === 0 ? ['day', 'night'] : ['evening'],
      supportOffered: at > 2 ? ['mentor', 'meals'] : ['mentor'],
      payToCents: 100_000 + at * 1000,
      description: at === 2 ? 'Meklējam, kas palīdz šuvējai.' : 'Darbs.',
    })
  }
  await site.worker.workOff()
  const near = { coordinates: { lat: 56.5, lon: 21.01 }, radiusKm: 3 }
  for (const query of [
    {},
    { words: 'suveja' },
    { words: 'suveja', sort: 'pay' as const },
    { words: 'suvejai', municipality: 'liepaja', shifts: ['night' as const] },
    { support: ['mentor' as const, 'meals' as const] },
    { near, sort: 'distance' as const },
    { near, shifts: ['evening' as const], payFromCents: 101_000 },
    { latvianUpTo: 'A2' as const, groups: ['warehouse'], occupations: ['7531'] },
    { page: 2, pageSize: 2, sort: 'newest' as const },
    { visibilities: ['closed' as const] },
    { near: { coordinates: { lat: 91, lon: 0 }, radiusKm: NaN } },
  ]) {
    const { engine, asOf: _asOf, degraded, ...hits } = await site.search(query)
    const { engine: _own, asOf: _ownAsOf, degraded: _ownDegraded, ...own } = await site.embedded.search({ ...EVERYTHING, ...query })
    expect({ engine, degraded }).toEqual({ engine: 'meilisearch', degraded: [] })
    expect(hits).toEqual(own)
  }
})

test('an open word goes on, a closed one does not, and words that meet nothing together are met one by one', async () => {
  const site = await meilisearchSite()
  const id = await site.publish('Elektromontieris')
  await site.publish('Metinātājs')
  await site.worker.workOff()
  expect(await site.search({ words: 'elektrom' })).toMatchObject({ ids: [id], relaxed: 'none' })
  expect(await site.search({ words: 'metinatajs elektromontieris' })).toMatchObject({
    engine: 'meilisearch',
    total: 1,
    relaxed: 'some_words',
  })
  expect(await site.search({ words: 'elektromontjeris' })).toMatchObject({ ids: [id], relaxed: 'typos' })
})
