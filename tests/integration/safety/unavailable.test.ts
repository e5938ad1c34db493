// When the database cannot answer: calm pages, forms that keep what was typed, and a log that stays short.
import { sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ServerBuild } from '@remix-run/node'
import { openPostgres } from '#db/store/postgres/postgres.ts'
import { StoreUnavailable, type Store } from '#db/store/store.ts'
import { IndexDown } from '#search/index/port.ts'
import { openLog } from '#app/process/log.ts'
import { openOutageLog } from '#app/process/outage-log.ts'
import { answeringWhenDown, siteAnsweringWhenDown } from '#app/server/unavailable.ts'
import * as root from '#app/root.tsx'
import * as api from '#app/routes/api/vacancies.ts'
import * as ready from '#app/routes/api/readyz.ts'
import * as alive from '#app/routes/api/healthz.ts'
import * as signIn from '#app/routes/account/sign-in.tsx'
import * as demoSignIn from '#app/routes/account/demo-sign-in.ts'
import * as signOut from '#app/routes/account/sign-out.ts'
import { ENGINE, postgresCopy } from '#tests/support/database.ts'
import { answerOf, asked, cookieOf, NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { aMember, aVacancyRow } from '#tests/support/rows.ts'
import { indexOver } from '#tests/support/search/index-over.ts'

type Module = ServerBuild['routes'][string]['module']

const page = (module: unknown) => answeringWhenDown(module as Module, 'page')

/** What the engine’s own errors become. */
function downStore(store: Store): Store {
  const fails = async () => {
    throw new StoreUnavailable('down', new Error('Connection terminated'))
  }
  return { ...store, read: fails, write: fails, ping: fails }
}

async function appThatIsDown() {
  const lines: string[] = []
  const app = await testApp()
  const store = { ...app.store }
  const index = await indexOver(store, app.now)
  Object.assign(store, downStore(app.store))
  const log = openOutageLog(openLog({ level: 'info', now: app.now, write: (line) => lines.push(line) }), app.now)
  const down: TestApp = { ...app, store, log, demo: true, index }
  return { app, down, lines }
}

const FORM = { email: 'ilze@example.test', password: 'not to be repeated' }

describe('a person whose page cannot be read', () => {
  test('is answered 503 and told when to come back, and one line tells the operator, without a word about the person', async () => {
    const { down, lines } = await appThatIsDown()
    const thrown: unknown = await Promise.resolve(page(root).loader?.(asked(down, '/'))).catch((error: unknown) => error)
    if (!(thrown instanceof Response)) throw new Error('Nothing was answered')
    expect(thrown.status).toBe(503)
    expect(thrown.headers.get('Retry-After')).toBe('10')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'incident', name: 'StoreUnavailable', code: 'down', area: 'database' })
  })

  test('still meets a bug as a bug', async () => {
    const { app } = await appThatIsDown()
    const broken = { default: () => null, loader: () => Promise.reject(new TypeError('a bug')) }
    await expect(page(broken).loader?.(asked(app, '/'))).rejects.toThrow(TypeError)
  })

  test('still meets an index that is broken, and not the database, as a bug', async () => {
    const { app } = await appThatIsDown()
    const broken = { default: () => null, loader: () => Promise.reject(new IndexDown('broken', { cause: new TypeError('a bug') })) }
    await expect(page(broken).loader?.(asked(app, '/'))).rejects.toThrow(IndexDown)
  })
})

describe('a person who sends a form', () => {
  test('keeps what was typed, never the password, and is told that nothing was saved', async () => {
    const { down } = await appThatIsDown()
    const answer = await answerOf(Promise.resolve(page(signIn).action?.(asked(down, '/sign-in', { form: FORM }))))
    expect(answer).toMatchObject({ status: 503, body: { problems: { form: 'unavailable' }, entered: { email: FORM.email } } })
    expect(JSON.stringify(answer)).not.toContain(FORM.password)
  })

  test('and whose page cannot be shown again either is told on the calm page that nothing was saved', async () => {
    const { down } = await appThatIsDown()
    const args = asked(down, '/sign-in', { form: FORM })
    await page(signIn).action?.(args)
    const shown = await answerOf(Promise.resolve(page(root).loader?.(args)))
    expect(shown).toMatchObject({ status: 503, body: 'unsaved' })
  })

  test('from another page, such as the demo bar, meets the calm page and not bare words', async () => {
    const { down } = await appThatIsDown()
    const id = 'routes/account/demo-sign-in'
    const build = { routes: { [id]: { id, module: demoSignIn } } } as unknown as ServerBuild
    const { module } = Object.values(siteAnsweringWhenDown(build).routes)[0] ?? {}
    expect(module?.default).toBeDefined()
    const answer = await answerOf(Promise.resolve(module?.action?.(asked(down, '/demo-sign-in', { form: { as: 'employer' } }))))
    expect(answer).toMatchObject({ status: 503, body: 'unsaved' })
  })

  test('to sign out is signed out of this browser all the same', async () => {
    const { app, down } = await appThatIsDown()
    const { membershipId } = await aMember(app.store, { role: 'coordinator' })
    const cookie = await cookieOf(app, { membershipId })
    const answer = await signOut.action(asked(down, '/sign-out', { cookie, form: {} }))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Set-Cookie')).toMatch(/^tilts_session=.*Max-Age=0/)
  })
})

describe('a program', () => {
  test('that asks for vacancies gets JSON, 503 and when to come back', async () => {
    const { app, down } = await appThatIsDown()
    await aVacancyRow(app.store)
    for (const broken of [down, { ...down, index: app.index }]) {
      const answer = await api.loader(asked(broken, '/api/vacancies'))
      expect(answer.status).toBe(503)
      expect(answer.headers.get('Retry-After')).toBe('10')
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(await answer.json()).toEqual({ error: 'The search does not answer now. Try again later.' })
    }
  })

  test('that watches is told that the site is alive and not ready', async () => {
    const { down } = await appThatIsDown()
    expect(alive.loader().status).toBe(200)
    const answer = await ready.loader(asked(down, '/readyz'))
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ database: 'down', index: 'down' })
  })

  test('that watches is answered within five seconds by a database that says nothing at all', async () => {
    const { app } = await appThatIsDown()
    const began = performance.now()
    const silent = { ...app.store, ping: () => new Promise<void>(() => undefined) }
    expect((await ready.loader(asked({ ...app, store: silent }, '/readyz'))).status).toBe(503)
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

test('an outage of five minutes, met a hundred times a second, is a line every ten seconds; a bug meanwhile is told at once', () => {
  const lines: string[] = []
  let now = NOW
  const log = openOutageLog(openLog({ level: 'error', now: () => now, write: (line) => lines.push(line) }), () => now)
  for (let met = 0; met < 30_000; met += 1) {
    log.incident('request', new StoreUnavailable('down', null), { area: 'database' })
    now += 10
  }
  expect(lines).toHaveLength(30)
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ alsoSince: 999 })
  log.incident('request', new TypeError('a bug'))
  expect(lines).toHaveLength(31)
})

test.runIf(ENGINE === 'postgres')(
  'people who find every connection taken are answered in time, and then everything goes on',
  { timeout: 60_000 },
  async () => {
    const { url, drop } = await postgresCopy()
    const store = await openPostgres(url, { connections: 4 })
    onTestFinished(async () => {
      await store.close()
      await drop()
    })
    const app = { ...(await testApp()), store, demo: true }
    const held = [1, 2].flatMap(() => [
      store.read((db) => db.get(sql`select pg_sleep(4.5)`)),
      store.write((tx) => tx.get(sql`select pg_sleep(4.5)`) as Promise<unknown>),
    ])
    const began = performance.now()
    const [read, sent] = await Promise.all([
      answerOf(Promise.resolve(page(root).loader?.(asked(app, '/')))),
      answerOf(Promise.resolve(page(signIn).action?.(asked(app, '/sign-in', { form: FORM })))),
    ])
    expect([read.status, sent.status]).toEqual([503, 503])
    expect(performance.now() - began).toBeLessThan(4400)
    await Promise.all(held)
    expect((await answerOf(Promise.resolve(page(root).loader?.(asked(app, '/'))))).status).toBe(200)
  },
)
