// What whoever starts the site reads in the terminal.
import { expect, test } from 'vitest'
import { announce } from '#app/commands/announce.ts'
import type { Config } from '#app/process/config.ts'
import { DEMO_CANDIDATE_CODE } from '#db/accounts/demo-sign-in.ts'
import { seedDemo } from '#db/seed/seed.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_PIN } from '#db/seed/sign-ins.ts'
import { NOW, testApp } from '#tests/support/app.ts'

const CONFIG: Config = {
  mode: 'demo',
  demo: true,
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  databaseUrl: null,
  databaseConnections: 12,
  meilisearch: null,
  metricsToken: null,
  dataFolder: '/srv/tilts',
  vaultKey: null,
  sessionSecrets: [],
  log: 'silent',
}

test('a demo tells its address, its data folder and every sign-in', async () => {
  const app = await testApp({ demo: true })
  await seedDemo(app.store, app.master, NOW)
  const said = await announce(app, CONFIG, 4321)
  for (const part of ['http://127.0.0.1:4321', '/srv/tilts', ...Object.values(DEMO_ACCOUNTS), DEMO_PASSWORD, DEMO_CANDIDATE_CODE, DEMO_PIN])
    expect(said).toContain(part)
})

test('a demo that was started empty tells its address alone', async () => {
  expect(await announce(await testApp({ demo: true }), { ...CONFIG, demo: false }, 4321)).toBe('Tilts is at http://127.0.0.1:4321\n')
})

test('production tells the address people open, and no sign-in', async () => {
  const config: Config = { ...CONFIG, mode: 'production', demo: false, publicUrl: 'https://tilts.example.org' }
  expect(await announce(await testApp(), config, 3000)).toBe('Tilts is at https://tilts.example.org\n')
})
