// The database goes away under a running site, and comes back.
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openStore } from '#db/store/open.ts'
import { readConfig } from '#app/process/config.ts'
import { explainStartError } from '#app/process/preflight.ts'
import { postgresCopy } from '#tests/support/database.ts'
import { administer, databaseUrl } from '#tests/support/postgres/postgres-server.ts'
import { relayTo } from '#tests/support/postgres/relay.ts'
import { aFolder, startSite, until } from './support/site-process.ts'

async function asked(address: string, init: RequestInit = {}) {
  const answer = await fetch(address, { redirect: 'manual', ...init })
  return { status: answer.status, retryAfter: answer.headers.get('Retry-After'), text: await answer.text() }
}

test('people are told calmly in their language, the log stays short, and everything goes on by itself', async () => {
  const { url, drop } = await postgresCopy()
  onTestFinished(drop)
  const relay = await relayTo(url)
  onTestFinished(relay.close)
  const site = startSite({ TILTS_DATA: aFolder(), DATABASE_URL: relay.url })
  const address = await site.address
  expect((await asked(`${address}/vacancies`)).status).toBe(200)
  const before = site.said().length

  relay.cut()
  for (const [language, title] of [
    ['lv', 'Tagad vietne nevar atbildēt'],
    ['ru', 'Сейчас сайт не может ответить'],
    ['en', 'The site cannot answer right now'],
  ] as const) {
    const page = await asked(`${address}/vacancies`, { headers: { 'Accept-Language': language } })
    expect(page).toMatchObject({ status: 503, retryAfter: '10' })
    expect(page.text).toContain(`<html lang="${language}"`)
    expect(page.text).toContain(title)
  }
  const data = await asked(`${address}/vacancies.data`)
  expect(data).toMatchObject({ status: 503, retryAfter: '10' })
  const form = new URLSearchParams({ email: 'ilze@example.test', password: 'not to be repeated' })
  const sent = await asked(`${address}/sign-in`, { method: 'POST', body: form, headers: { 'Accept-Language': 'en' } })
  expect(sent.status).toBe(503)
  expect(sent.text).toContain('What you sent was not saved.')
  expect(await asked(`${address}/api/vacancies`)).toMatchObject({ status: 503, retryAfter: '10' })
  expect((await asked(`${address}/healthz`)).status).toBe(200)
  expect((await asked(`${address}/readyz`)).status).toBe(503)
  await Promise.all(Array.from({ length: 200 }, () => asked(`${address}/vacancies`)))
  const lines = site.said().slice(before).split('\n')
  expect(lines.length).toBeLessThan(30)
  expect(site.said()).not.toContain('ilze@')

  await relay.mend()
  await until('the site is ready again', async () => (await asked(`${address}/readyz`)).status === 200)
  expect((await asked(`${address}/vacancies`)).status).toBe(200)
})

test('an operator whose database is not there, or not theirs, is told in one sentence', async () => {
  const { url, drop } = await postgresCopy()
  onTestFinished(drop)
  const own = new pg.Client({ connectionString: url })
  await own.connect()
  onTestFinished(() => own.end())
  const name = new URL(url).pathname.slice(1)
  await administer(inject('postgresUrl'), `CREATE ROLE ${name}_guest LOGIN PASSWORD 'hidden'`)
  onTestFinished(async () => {
    await own.query(`DROP OWNED BY ${name}_guest`)
    await administer(inject('postgresUrl'), `DROP ROLE ${name}_guest`)
  })
  const relay = await relayTo(url)
  relay.cut()
  const guest = new URL(url)
  guest.username = `${name}_guest`
  guest.password = 'hidden'
  for (const [wrong, sentence] of [
    [relay.url, `The database server at ${new URL(relay.url).host} cannot be reached (ECONNREFUSED): start it, or correct DATABASE_URL.`],
    [
      databaseUrl(url, 'nobody_made_this'),
      `There is no database "nobody_made_this" at ${guest.host}: make it with createdb, or correct DATABASE_URL.`,
    ],
    [
      guest.href,
      `User "${name}_guest" may not make tables in the database "${name}": let the user own it (ALTER DATABASE "${name}" OWNER TO "${name}_guest").`,
    ],
  ] as const) {
    const read = readConfig({ DATABASE_URL: wrong, TILTS_DATA: aFolder() })
    if (!read.ok) throw new Error('The configuration of this test is wrong')
    const error: unknown = await openStore(read.config).catch((refused: unknown) => refused)
    expect(explainStartError(error, read.config)).toBe(sentence)
  }
})
