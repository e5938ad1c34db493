// Monitoring of the search: readiness, metrics, the command; and the worker running by itself.
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { JOBS, runDueJobs } from '#app/process/background-jobs.ts'
import { openMetrics } from '#app/process/metrics.ts'
import { searchCommand } from '#app/commands/search.ts'
import * as metrics from '#app/routes/api/metrics.ts'
import * as ready from '#app/routes/api/readyz.ts'
import { findFollower } from '#db/search/follower-position.ts'
import { openStore } from '#db/store/open.ts'
import { askedWith, asked, testApp } from '#tests/support/app.ts'
import { meilisearchSite, type MeilisearchSite } from '#tests/support/search/meilisearch-site.ts'
import { startMeilisearchDouble } from '#tests/support/meilisearch/double.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'

const TOKEN = 'a-token-for-tests-only-long-enough'

async function appOver(site: MeilisearchSite) {
  const { store, index, server, worker } = site
  const meilisearch = { server, worker, index }
  const measured = openMetrics({ store, index, meilisearch })
  const app = await testApp({ store, meilisearch, metrics: measured, metricsToken: TOKEN })
  return { ...app, index: measured.measured(index), now: () => site.clock.now }
}

test('readiness says which engine answers, and stays when the usual one is away', async () => {
  const site = await meilisearchSite()
  await site.publish('Šuvēja')
  await site.worker.workOff()
  const app = await appOver(site)
  const usual = await ready.loader(asked(app, '/readyz'))
  expect(await usual.json()).toMatchObject({ status: 'ok', engine: 'meilisearch', search: { usual: true, documents: 1 } })
  await site.control.close()
  for (let at = 0; at < 3; at += 1) await site.search()
  const without = await ready.loader(asked(app, '/readyz'))
  expect(without.status).toBe(200)
  expect(await without.json()).toMatchObject({ status: 'ok', engine: 'embedded', search: { usual: false, documents: 1 } })
})

test('measurements are there for who shows the token, and for nobody where none is set', async () => {
  const app = await testApp()
  const answer = async (token: string | null, shown: string) =>
    (await metrics.loader(askedWith({ ...app, metricsToken: token }, '/metrics', { Authorization: shown }))).status
  expect(await answer(TOKEN, `Bearer ${TOKEN}`)).toBe(200)
  expect(await answer(TOKEN, `Bearer ${TOKEN}x`)).toBe(404)
  expect(await answer(TOKEN, TOKEN)).toBe(404)
  expect(await answer(TOKEN, '')).toBe(404)
  expect(await answer(null, 'Bearer null')).toBe(404)
})

test('measurements tell how searches went, and never what was searched for', async () => {
  const site = await meilisearchSite()
  await site.publish('Šuvēja')
  await site.worker.workOff()
  const app = await appOver(site)
  await site.embedded.catchUp()
  await app.index.search({ ...EVERYTHING, words: 'suveja' })
  await app.index.search({ ...EVERYTHING, words: 'pavisam neesošs' })
  await site.control.close()
  await app.index.search({ ...EVERYTHING, words: 'suveja' })
  const { text } = await app.metrics.read(site.clock.now)
  for (const line of [
    'tilts_search_duration_seconds_count{engine="meilisearch",outcome="found"} 1',
    'tilts_search_duration_seconds_count{engine="meilisearch",outcome="nothing"} 1',
    'tilts_search_duration_seconds_count{engine="embedded",outcome="found"} 1',
    'tilts_search_degraded_total{reason="engine_down"} 1',
    'tilts_search_engine_in_use{engine="meilisearch"} 1',
    'tilts_search_documents 1',
    'tilts_search_behind_seconds 0',
    'tilts_search_breaker{state="closed"} 1',
    'tilts_search_refused_documents{engine="meilisearch"} 0',
    'tilts_search_worker_failures 0',
  ])
    expect(text.split('\n')).toContain(line)
  expect(text).not.toMatch(/suveja|neesošs/)
})

test('the worker hears of a commit by itself, and reports an error once', async () => {
  const site = await meilisearchSite()
  const errors: unknown[] = []
  const stop = site.index.keepUp((error) => errors.push(error))
  onTestFinished(stop)
  const first = await site.publish('Šuvēja')
  await expect.poll(() => site.inIndex(), { timeout: 5000 }).toEqual([first])
  const second = await site.publish('Krāvējs')
  await expect.poll(() => site.inIndex(), { timeout: 5000 }).toEqual([first, second].sort())
  expect(errors).toEqual([])
  site.control.failNext('documentAdditionOrUpdate')
  await site.publish('Pavārs')
  await expect.poll(() => errors.length, { timeout: 5000 }).toBe(1)
})

async function commandPlace(meilisearch: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'tilts-search-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const env = { TILTS_DATA: folder, TILTS_DEMO: 'off', ...meilisearch }
  const store = await openStore({ dataFolder: folder, databaseUrl: null, databaseConnections: 12 })
  await aVacancyRow(store, { title: 'Šuvēja', publishedAt: Date.now(), expiresAt: Date.now() + 86_400_000 })
  await store.close()
  return async (...args: string[]) => {
    const [out, progress]: [string[], string[]] = [[], []]
    const terminal = { env, now: Date.now, out: (line: string) => out.push(line), progress: (line: string) => progress.push(line) }
    return { code: await searchCommand(args, terminal), out: out.join('\n'), progress: progress.join('\n') }
  }
}

test('an operator rebuilds, compares, sees how both engines stand, and why a query is answered as it is', async () => {
  const double = await startMeilisearchDouble({ key: 'geheim' })
  onTestFinished(double.close)
  const search = await commandPlace({ MEILI_URL: double.url, MEILI_KEY: 'geheim' })
  expect((await search('status')).out).toContain('no index yet; the embedded index answers')
  expect(await search('rebuild')).toMatchObject({
    code: 0,
    out: expect.stringContaining('The index of Meilisearch is new: 1 vacancies') as string,
  })
  expect((await search('status')).out).toContain('0 changes behind')
  expect((await search('reconcile')).out).toContain('Meilisearch: 1 vacancies compared, 0 missing, 0 too many, 0 not as they are.')
  const { out } = await search('explain', 'suvejam')
  expect(out).toContain('stems suvej')
  expect(out).toMatch(/embedded: 1 vacancies in [\d.]+ ms \[none\]/)
  expect(out).toMatch(/meilisearch: 1 vacancies in [\d.]+ ms \[none\]/)
  expect(out).toContain('Šuvēja  (suvejam: title)')
}, 60_000)

test('without Meilisearch the command looks after the embedded index; a wrong key and a wrong word end in a sentence', async () => {
  const alone = await commandPlace({})
  expect(await alone('rebuild')).toMatchObject({ code: 0, out: expect.stringContaining('is new: 1 vacancies') as string })
  expect((await alone('status')).out).toContain('Meilisearch: not configured (MEILI_URL)')
  expect(await alone('reindex')).toMatchObject({ code: 2, progress: expect.stringContaining('Usage:') as string })
  const double = await startMeilisearchDouble({ key: 'geheim' })
  onTestFinished(double.close)
  const locked = await commandPlace({ MEILI_URL: double.url, MEILI_KEY: 'wrong' })
  expect(await locked('rebuild')).toMatchObject({ code: 1, progress: expect.stringContaining('does not accept MEILI_KEY') as string })
}, 60_000)

test('the nightly comparison finds what went wrong unnoticed, and the worker puts it right', async () => {
  const site = await meilisearchSite()
  const [gone, stays] = [await site.publish('Šuvēja'), await site.publish('Pavārs')]
  await site.worker.workOff()
  const index = site.server.client.index('vacancies')
  await index.deleteDocument(gone).waitTask()
  await index
    .updateDocuments([
      { id: stays, rev: 'another' },
      { id: 'nobodys', rev: 'x' },
    ])
    .waitTask()
  const app = await appOver(site)
  const job = JOBS.filter(({ id }) => id === 'reconcile_search')
  await runDueJobs(app, 'night', () => false, job)
  await site.worker.workOff()
  expect(await site.differences()).toMatchObject({ missing: [], surplus: [], stale: [], compared: 2 })
  expect((await findFollower(site.store, 'meilisearch'))?.reconciledAt).toBe(site.clock.now)
})
